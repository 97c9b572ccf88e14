// node time-edits.js ROUNDS HOME NAME=BUILD… : what it costs to prove a split by S and B again after one unit of its plan went to another module, against
// one incremental `cargo check --all-targets` and `cargo clippy --all-targets` of the same edit by hand; medians of interleaved rounds, user CPU of
// all processes. BUILD is a folder of this project with its `dist`; HOME keeps what the registries gave.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../corpus/fetch-package.ts';
import { makeCopy } from '../corpus/make-copy.ts';
import { mustRun } from '../corpus/run-command.ts';
import { crate } from '../corpus/targets.ts';
import { measureCommand, median } from './measure-command.ts';

const OF = crate('csv', '1.4.0');
const FILE = 'src/reader.rs';
/** The unit that an edit moves, and the one in whose module it goes, right behind it. */
const UNIT = '      - impl ReaderBuilder::flexible\n';
const BEHIND = '      - impl ReaderBuilder::has_headers\n';
const BY_HAND = ['cargo check --all-targets', 'cargo clippy --all-targets'];

const [rounds, place, ...builds] = process.argv.slice(2) as [string, string, ...string[]];
const home = resolve(place);
mkdirSync(home, { recursive: true });
const sources = fetchPackage(OF, home);
const costs = new Map<string, number[]>();
const record = (name: string, seconds: number): void => {
  costs.set(name, [...(costs.get(name) ?? []), seconds]);
};

/** The second proof, and the trees that both splits leave. */
function proven(main: string, trees: readonly [string, string]): number {
  const work = join(home, 'edits');
  rmSync(work, { recursive: true, force: true });
  const { root, env, args } = makeCopy(OF, sources, work, null);
  const plans = [join(work, 'plan.yaml'), join(work, 'edited.yaml')] as const;
  mustRun([process.execPath, main, 'plan', FILE, '-o', plans[0]], root, env);
  const plan = readFileSync(plans[0], 'utf8');
  if (!plan.includes(UNIT) || !plan.includes(BEHIND)) throw new Error('the plan is another one: choose another unit');
  writeFileSync(plans[1], plan.replace(UNIT, '').replace(BEHIND, BEHIND + UNIT));
  const split = (file: string): number =>
    measureCommand(
      [process.execPath, main, 'split', FILE, '--plan', file, '--evidence', 'S,B', '--anyway', ...args],
      env,
      { cwd: root, most: 0 },
    ).user;
  split(plans[0]);
  keep(root, trees[0]);
  mustRun([process.execPath, main, 'undo'], root, env);
  const seconds = split(plans[1]);
  keep(root, trees[1]);
  return seconds;
}

function keep(root: string, tree: string): void {
  rmSync(tree, { recursive: true, force: true });
  cpSync(join(root, 'src'), tree, { recursive: true });
}

/** The same edit in a folder where the state before is built. */
function byHand([first, second]: readonly [string, string]): number {
  const root = join(home, 'by-hand');
  rmSync(root, { recursive: true, force: true });
  cpSync(sources, root, { recursive: true });
  const env = { CARGO_TARGET_DIR: join(home, 'target-of-edits') };
  rmSync(env.CARGO_TARGET_DIR, { recursive: true, force: true });
  const run = (): number =>
    BY_HAND.reduce((sum, line) => sum + measureCommand(line.split(' '), env, { cwd: root, most: 255 }).user, 0);
  const lay = (tree: string): void => {
    rmSync(join(root, 'src'), { recursive: true });
    cpSync(tree, join(root, 'src'), { recursive: true });
  };
  lay(first);
  run();
  lay(second);
  return run();
}

for (let round = 0; round < Number(rounds); round++)
  for (const build of builds) {
    const [label = '', folder = ''] = build.split('=');
    const trees = [join(home, 'first-tree'), join(home, 'second-tree')] as const;
    record(label, proven(join(resolve(folder), 'dist/src/cli/main.js'), trees));
    record(`${label}, by hand`, byHand(trees));
  }
console.log('| run | user s |\n|---|---:|');
for (const [name, seconds] of costs) console.log(`| ${name} | ${median(seconds).toFixed(1)} |`);
