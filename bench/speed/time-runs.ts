// node time-runs.js ROUNDS FOLDER [PEER…] : what whole runs cost, in interleaved rounds; medians. FOLDER is a clone with its history.
// A peer is NAME=COMMAND; `{}` in it stands for the folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cost, measureCommand, median } from './measure-command.ts';

const [rounds, folder, ...peers] = process.argv.slice(2) as [string, string, ...string[]];
const cache = mkdtempSync(join(tmpdir(), 'omni-speed-'));
const env = { OMNI_REFACTOR_CACHE: cache };
const cli = [process.execPath, join(import.meta.dirname, '../../src/cli/main.js')];
const history = [process.execPath, join(import.meta.dirname, 'read-files-history.js'), folder, join(cache, 'history')];
const hotspots = [...cli, 'hotspots', '--root', folder, '--top', '1'];

const forget = (): void => rmSync(cache, { recursive: true, force: true });

/** In this order: what is warm follows what made it so. */
const runs: readonly [name: string, command: readonly string[], prepare?: () => void][] = [
  ['git log --raw -M', ['git', '-C', folder, 'log', '--raw', '-M']],
  ['file churn, cold', history, forget],
  ['file churn, warm', history],
  ['hotspots, cold', hotspots, forget],
  ['hotspots, unchanged', hotspots],
  ['check, cold', [...cli, 'check', '--root', folder], forget],
  ...peers.map((peer): [string, string[]] => {
    const [name, command] = peer.split(/=(.*)/s) as [string, string];
    return [name, command.split(' ').map((word) => word.replaceAll('{}', folder))];
  }),
];

const costs = new Map<string, Cost[]>(runs.map(([name]) => [name, []]));
for (let round = 0; round < Number(rounds); round++)
  for (const [name, command, prepare] of runs) {
    prepare?.();
    costs.get(name)!.push(measureCommand(command, env));
  }
forget();

process.stdout.write('| run | CPU s | wall s | peak MB |\n|---|---|---|---|\n');
for (const [name, all] of costs) {
  const of = (column: keyof Cost): number => median(all.map((cost) => cost[column]));
  process.stdout.write(`| ${name} | ${of('cpu').toFixed(2)} | ${of('wall').toFixed(1)} | ${of('peak').toFixed(0)} |\n`);
}
