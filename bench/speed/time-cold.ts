// node time-cold.js ROUNDS FOLDER NAME=BUILD… [NAME:COMMAND…] : what `hotspots` and `check` cost where nothing is cached, and where one file has changed
// since, of several builds, in interleaved rounds; medians. BUILD is a folder of this project with its `dist`, the oldest first: it reads all files for its
// first rows. FOLDER is a clone with its history; CHANGED, of the
// environment, the file of it that is written to: without it nothing is changed. `{}` in a peer's COMMAND stands for FOLDER.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measureCommand, median } from './measure-command.ts';

const [rounds, folder, ...named] = process.argv.slice(2) as [string, string, ...string[]];
const changed = process.env.CHANGED;
const root = mkdtempSync(join(tmpdir(), 'omni-cold-'));
const env = { OMNI_REFACTOR_CACHE: join(root, 'cache'), OMNI_REFACTOR_STATE: join(root, 'state') };

type Row = readonly [name: string, take: () => Cost];

/** Cold; then warm, and after a change of one file. */
function rowsOf(word: string): Row[] {
  const [, name, kind, rest] = /^([^=:]+)([=:])(.*)$/s.exec(word) as unknown as [string, string, string, string];
  if (kind === ':') return [[name, () => measureCommand(rest.split(' ').map((part) => part.replaceAll('{}', folder)))]];
  const cli = [process.execPath, join(rest, 'dist/src/cli/main.js')];
  const cold = (args: readonly string[]) => (): Cost => {
    rmSync(root, { recursive: true, force: true });
    return measureCommand([...cli, ...args, '--root', folder], env, { most: 2 });
  };
  const again = (args: readonly string[]) => (): Cost =>
    measureCommand([...cli, ...args, '--root', folder], env, { most: 2 });
  const afterChange = (args: readonly string[]) => (): Cost => {
    const path = join(folder, changed!);
    const before = readFileSync(path);
    appendFileSync(path, '\n');
    try {
      return again(args)();
    } finally {
      writeFileSync(path, before);
    }
  };
  const rowsFor = (title: string, args: readonly string[]): Row[] => [
    [`${title}, cold, ${name}`, cold(args)],
    ...(changed === undefined
      ? []
      : [
          [`${title}, nothing changed, ${name}`, again(args)] as const,
          [`${title}, one file changed, ${name}`, afterChange(args)] as const,
        ]),
  ];
  return [
    ...rowsFor('`hotspots --top 20`', ['hotspots', '--top', '20']),
    ...rowsFor('`hotspots --json`', ['hotspots', '--json']),
    ...rowsFor('`check`', ['check']),
  ];
}

try {
  const rows = named.flatMap(rowsOf);
  const costs = new Map<string, Cost[]>(rows.map(([name]) => [name, []]));
  for (let round = 0; round < Number(rounds); round++) for (const [name, take] of rows) costs.get(name)!.push(take());
  process.stdout.write('| run | user s | CPU s | wall s | peak MB |\n|---|---:|---:|---:|---:|\n');
  for (const [name, all] of costs) {
    const of = (column: keyof Cost): number => median(all.map((cost) => cost[column]));
    const numbers = [of('user').toFixed(2), of('cpu').toFixed(2), of('wall').toFixed(1), of('peak').toFixed(0)];
    process.stdout.write(`| ${[name, ...numbers].join(' | ')} |\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
