// npm run bench:proof -- ROUNDS HOME NAME=BUILD… : what a proof by S, B and T costs against the programs that it announces, each run once by hand, in
// interleaved rounds; user CPU of all processes. BUILD is a folder of this project with its `dist`; HOME keeps what the registries gave.
// `again` is the same split proven once more after an undo.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../corpus/fetch-package.ts';
import { makeCopy } from '../corpus/make-copy.ts';
import { mustRun } from '../corpus/run-command.ts';
import { crate, type Package, sdist } from '../corpus/targets.ts';
import { measureCommand, median } from './measure-command.ts';

interface Subject {
  readonly of: Package;
  readonly file: string;
  /** What the proof announces, as a person would type it. */
  readonly byHand: readonly string[];
}

const SUBJECTS: readonly Subject[] = [
  {
    of: crate('csv', '1.4.0'),
    file: 'src/reader.rs',
    byHand: [
      'cargo check',
      'cargo check --all-targets',
      'cargo check --tests',
      'cargo clippy',
      'cargo clippy --all-targets',
      'cargo clippy --tests',
      'cargo test --no-fail-fast',
    ],
  },
  { of: sdist('more-itertools', '10.8.0'), file: 'more_itertools/recipes.py', byHand: ['python3 -m unittest'] },
];

const [rounds, place, ...builds] = process.argv.slice(2) as [string, string, ...string[]];
const home = resolve(place);
mkdirSync(home, { recursive: true });
const costs = new Map<string, number[]>();
const record = (name: string, seconds: number): void => {
  costs.set(name, [...(costs.get(name) ?? []), seconds]);
};

function byHand({ of, byHand: commands }: Subject, root: string): number {
  const target = join(home, 'target');
  rmSync(target, { recursive: true, force: true });
  const env = { CARGO_TARGET_DIR: target };
  return (
    commands.reduce((sum, line) => sum + measureCommand(line.split(' '), env, { cwd: root, most: 255 }).user, 0) ||
    fail(of)
  );
}

const fail = (of: Package): never => {
  throw new Error(`nothing of ${of.name} could be run by hand`);
};

function byProof({ of, file }: Subject, main: string, sources: string): readonly [first: number, again: number] {
  const work = join(home, 'proof');
  rmSync(work, { recursive: true, force: true });
  const copy = makeCopy(of, sources, work, null);
  const split = ['split', file, '--evidence', 'S,B,T', '--anyway', ...copy.args];
  const run = (): number =>
    measureCommand([process.execPath, main, ...split], copy.env, { cwd: copy.root, most: 0 }).user;
  const first = run();
  mustRun([process.execPath, main, 'undo'], copy.root, copy.env);
  return [first, run()];
}

for (let round = 0; round < Number(rounds); round++)
  for (const subject of SUBJECTS) {
    const { name } = subject.of;
    const sources = fetchPackage(subject.of, home);
    const root = join(home, 'by-hand');
    rmSync(root, { recursive: true, force: true });
    cpSync(sources, root, { recursive: true });
    record(`${name}, by hand`, byHand(subject, root));
    for (const build of builds) {
      const [label = '', folder = ''] = build.split('=');
      const [first, again] = byProof(subject, join(resolve(folder), 'dist/src/cli/main.js'), sources);
      record(`${name}, ${label}`, first);
      record(`${name}, ${label}, again`, again);
    }
  }
console.log(`| run | user s | by hand |\n|---|---:|---:|`);
for (const [name, seconds] of costs) {
  const hand = median(costs.get(`${name.split(',')[0]}, by hand`)!);
  console.log(`| ${name} | ${median(seconds).toFixed(1)} | ${(median(seconds) / hand).toFixed(2)} |`);
}
