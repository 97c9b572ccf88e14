// node time-reruns.js ROUNDS FOLDER NAME=BUILD… [NAME:COMMAND…] : what `check` and `hotspots` cost where nothing has changed since the run before, of several
// builds, in interleaved rounds; medians of user CPU. BUILD is a folder of this project with its `dist`, the oldest first; `{}` in a peer's COMMAND stands
// for FOLDER, a clone whose index is younger than its files (`git update-index --force-write-index`: git compares the bytes of all others).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measureCommand, median } from './measure-command.ts';

const [rounds, folder, ...named] = process.argv.slice(2) as [string, string, ...string[]];
const root = mkdtempSync(join(tmpdir(), 'omni-reruns-'));
const COMMANDS = [['check'], ['hotspots', '--top', '20']];

interface Run {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly costs: Cost[];
}

function runsOf(word: string, index: number): Run[] {
  const [, name, kind, rest] = /^([^=:]+)([=:])(.*)$/s.exec(word) as unknown as [string, string, string, string];
  if (kind === ':')
    return [{ name, command: rest.split(' ').map((part) => part.replaceAll('{}', folder)), env: {}, costs: [] }];
  // Each build has a cache and a state of its own.
  const env = {
    OMNI_REFACTOR_CACHE: join(root, `cache-${index}`),
    OMNI_REFACTOR_STATE: join(root, `state-${index}`),
  };
  return COMMANDS.map((args) => ({
    name: `${args[0]}, ${name}`,
    command: [process.execPath, join(rest, 'dist/src/cli/main.js'), ...args, '--root', folder],
    env,
    costs: [],
  }));
}

try {
  const runs = named.flatMap(runsOf);
  for (const { command, env } of runs) {
    measureCommand(command, env);
    measureCommand(command, env);
  }
  for (let round = 0; round < Number(rounds); round++)
    for (const { command, env, costs } of runs) costs.push(measureCommand(command, env));
  process.stdout.write('| run | user s | CPU s | wall s | peak MB |\n|---|---:|---:|---:|---:|\n');
  for (const { name, costs } of runs) {
    const of = (column: keyof Cost): number => median(costs.map((cost) => cost[column]));
    const numbers = [of('user').toFixed(2), of('cpu').toFixed(2), of('wall').toFixed(1), of('peak').toFixed(0)];
    process.stdout.write(`| ${[name, ...numbers].join(' | ')} |\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
