// npm run corpus [-- --only PATTERN] [--again] [--list] [--blame] [--home FOLDER] [--program FOLDER] [--sample] [--set NAME] [--tests FOLDER] [--evidence RUNGS] [--once] [--reruns]: splits files of published packages by the built program, on
// fresh copies, and keeps one row a target in results.md. Needs cargo, python3, npm and their registries; not part of `npm test`.
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RUNGS } from '../../src/core/evidence.ts';
import { checkBlame } from './check-blame.ts';
import { countReruns } from './count-reruns.ts';
import { engineMark } from './engine-mark.ts';
import { fetchPackage } from './fetch-package.ts';
import { JAVASCRIPT_TARGETS } from './javascript-targets.ts';
import { FEATURE_TARGETS, PEDANTIC_TARGETS } from './lint-targets.ts';
import { type Copy, makeCopy } from './make-copy.ts';
import { PYTHON_TARGETS } from './python-targets.ts';
import { renderDry } from './render-dry.ts';
import { readRows, type Table, writeRows } from './results.ts';
import type { Row } from './row.ts';
import { mustRun } from './run-command.ts';
import { runDry } from './run-dry.ts';
import { type Measured, runTarget } from './run-target.ts';
import { RUST_TARGETS } from './rust-targets.ts';
import { SAMPLE } from './sample.ts';
import { type Ecosystem, packageId, TARGETS, type Target, targetId } from './targets.ts';

/** npm runs its scripts in the package's folder. */
const PROJECT = process.cwd();

interface Corpus extends Table {
  /** Plans each target again: twice, or the first target of each package five times, and from a second folder. */
  readonly reruns?: 'twice' | 'often';
  readonly targets: readonly Target[];
  /** Nothing is written, so that the fetched sources themselves are split. */
  readonly dry?: true;
}

const SETS: Readonly<Record<string, Corpus>> = {
  packages: { stem: 'results', title: 'Published packages, split', madeBy: 'npm run corpus', targets: TARGETS },
  python: {
    stem: 'python-results',
    title: 'Python modules, split',
    madeBy: 'npm run corpus:python',
    targets: PYTHON_TARGETS,
    reruns: 'twice',
  },
  rust: {
    stem: 'rust-results',
    title: 'Rust files of eleven crates, split',
    madeBy: 'npm run corpus:rust',
    targets: RUST_TARGETS,
    reruns: 'often',
  },
  pedantic: {
    stem: 'pedantic-results',
    title: 'Rust files under `clippy::pedantic`, split',
    madeBy: 'npm run corpus -- --set pedantic',
    targets: PEDANTIC_TARGETS,
  },
  features: {
    stem: 'features-results',
    title: 'Rust files of crates whose features do not all build, split',
    madeBy: 'npm run corpus -- --set features',
    targets: FEATURE_TARGETS,
  },
  javascript: {
    stem: 'javascript-results',
    title: 'JavaScript and TypeScript modules over 500 lines, split on paper',
    madeBy: 'npm run corpus -- --set javascript',
    targets: JAVASCRIPT_TARGETS,
    dry: true,
    render: renderDry,
  },
};

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'packages' },
    // Checkouts of repositories whose published packages ship no tests, one folder a package: `name-version`.
    tests: { type: 'string' },
    only: { type: 'string', default: '' },
    // Only the targets of sample.ts.
    sample: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    // Fewer rungs than a target asks for: such a row is stale in the next full run.
    evidence: { type: 'string' },
    // Leaves out the runs that compare plans and change sets.
    once: { type: 'boolean', default: false },
    // Instead of a row: nothing but those runs.
    reruns: { type: 'boolean', default: false },
    // Instead of a row: what `git blame` finds after `split --commit`.
    blame: { type: 'boolean', default: false },
    // The copies lie at fixed places and share build folders, so that more than one at a time would wait for the others.
    jobs: { type: 'string', default: '1' },
    home: {
      type: 'string',
      default: process.env.OMNI_REFACTOR_CORPUS ?? join(homedir(), '.cache/omni-refactor-corpus'),
    },
    program: { type: 'string', default: join(PROJECT, 'dist') },
    results: { type: 'string', default: join(PROJECT, 'bench/corpus') },
  },
});
if (values.jobs !== '1') throw new Error('--jobs takes only 1: the targets share their build folders');

const corpus = SETS[values.set];
if (!corpus) throw new Error(`--set takes ${Object.keys(SETS).join(' or ')}`);
const rungs = values.evidence === undefined ? null : RUNGS.filter((rung) => values.evidence!.includes(rung));
const targets = corpus.targets.map((target) => (rungs ? { ...target, evidence: rungs } : target));
const dist = resolve(values.program);
const home = resolve(values.home);
const results = resolve(values.results);
mkdirSync(home, { recursive: true });
const marks = new Map<string, string>();
const markOf = (ecosystem: Ecosystem): string => {
  const mark = marks.get(ecosystem) ?? engineMark(dist, ecosystem);
  marks.set(ecosystem, mark);
  return mark;
};
const entryOf = (target: Target): string =>
  createHash('sha256').update(JSON.stringify(target)).digest('hex').slice(0, 12);
const isFresh = (row: Row | undefined, target: Target): boolean =>
  row !== undefined &&
  row.verdict !== 'error' &&
  row.engine === markOf(target.of.ecosystem) &&
  row.entry === entryOf(target);

const load = (): Map<string, Row> => new Map(readRows(results, corpus).map((row) => [row.target, row]));
const rows = load();
for (const target of targets) {
  const id = targetId(target);
  const known = rows.get(id);
  if (values.sample && !SAMPLE.some((begins) => id.startsWith(begins))) continue;
  if (!id.includes(values.only) && !new RegExp(values.only).test(id)) continue;
  if (values.list)
    say(`${id}: ${known ? `${known.verdict}${isFresh(known, target) ? '' : ', stale'}` : 'not run yet'}`);
  else if (values.blame) sayBlame(target, id);
  else if (values.reruns) sayReruns(target, id);
  else if (values.again || !isFresh(known, target)) keep(target, id);
}
if (!values.list && !values.blame && !values.reruns) save(load());

function keep(target: Target, id: string): void {
  const measured = attempt(target);
  // Read again: another run with another pattern may have added rows meanwhile.
  const now = load();
  now.set(id, {
    target: id,
    ecosystem: target.of.ecosystem,
    heldOut: target.heldOut,
    limit: target.limit,
    entry: entryOf(target),
    ...measured,
    date: new Date().toISOString().slice(0, 10),
    engine: markOf(target.of.ecosystem),
    revision: mustRun(['git', 'rev-parse', '--short=10', 'HEAD'], PROJECT).trim(),
  });
  save(now);
  const { verdict, sizes, bound, lines, tests, undone, seconds, why } = measured;
  const size = sizes
    ? `${lines} -> ${sizes.largest} (bound ${bound}), ${Math.round(sizes.left * 100)} % left`
    : `${lines}`;
  say(`${verdict}  ${id}  ${size}, tests ${tests ?? '-'}, undone ${undone ?? '-'}, ${seconds} s  ${why}`);
}

function sayReruns(target: Target, id: string): void {
  const { runs, folders, different } = countReruns(
    target,
    copyOf(target),
    join(dist, 'src/cli/main.js'),
    isOften(target),
  );
  say(`${id}: ${runs} runs in ${folders} folders, ${different} different`);
}

/** The first target of each package. */
function isOften(target: Target): boolean {
  return corpus!.reruns === 'often' && targets.find(({ of }) => of.name === target.of.name) === target;
}

function sayBlame(target: Target, id: string): void {
  const copy = copyOf(target);
  const { moved, found, old, unique, uniqueFound, undone } = checkBlame(target, copy, join(dist, 'src/cli/main.js'));
  const share = (lines: number): string => `${((100 * lines) / moved).toFixed(1)} %`;
  say(
    `${id}: of ${moved} moved lines ${share(found)} by their author, ${share(old)} by one from before; of the ${unique} whose text stands once in the file ${((100 * uniqueFound) / unique).toFixed(1)} % by their author; undone by one commit: ${undone ? 'yes' : 'NO'}`,
  );
}

function copyOf({ of }: Target): Copy {
  return makeCopy(of, fetchPackage(of, home), home, values.tests === undefined ? null : resolve(values.tests));
}

/** The fetched sources, with state and cache beside them. */
function pristine({ of }: Target): Copy {
  const work = join(home, 'work', packageId(of));
  mkdirSync(work, { recursive: true });
  const env = { OMNI_REFACTOR_STATE: join(work, 'state'), OMNI_REFACTOR_CACHE: join(work, 'cache') };
  return { root: fetchPackage(of, home), args: [], env };
}

function attempt(target: Target): Measured {
  try {
    const main = join(dist, 'src/cli/main.js');
    if (corpus!.dry) return runDry(target, pristine(target), main);
    const copy = copyOf(target);
    const reruns = corpus!.reruns && !values.once ? countReruns(target, copy, main, isOften(target)) : undefined;
    return { ...runTarget(target, copy, main), ...(reruns === undefined ? {} : { reruns }) };
  } catch (error) {
    const nothing = {
      lines: 0,
      bound: null,
      sizes: null,
      evidence: [],
      tests: null,
      undone: null,
      seconds: 0,
      tools: [],
    };
    return { ...nothing, verdict: 'error', why: error instanceof Error ? error.message : String(error) };
  }
}

/** Rows in the targets' order; rows of targets that are gone are dropped. */
function save(rows: ReadonlyMap<string, Row>): void {
  const known = new Map(targets.map((target) => [targetId(target), target]));
  const kept = [...known.keys()].flatMap((id) => rows.get(id) ?? []);
  writeRows(results, corpus!, kept, (row) => !isFresh(row, known.get(row.target)!));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
