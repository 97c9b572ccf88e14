import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isRefactorError } from '../../../../core/errors.ts';
import type { Part } from '../../answers/answers.ts';
import { causeIn } from '../../cause-in.ts';
import { type Runner, runStaged } from '../../run-staged.ts';
import { askTests, type TestTime } from '../../tests/ask-tests.ts';
import type { TestOutcome } from '../../tests/compare-tests.ts';
import type { TestAttempt } from '../../tests/test-attempt.ts';
import { findTool, foldersUp, type NodeTool, scriptFrom } from '../find-tool.ts';
import { jasmineReporter } from './jasmine-reporter.ts';
import { NODE_REPORTER } from './node-reporter.ts';
import { readBun } from './read-bun.ts';
import {
  type ReadRun,
  type ReportPlace,
  readJasmine,
  readJest,
  readMocha,
  readNodeEvents,
  readTap,
} from './read-reports.ts';
import { RUNNER_PACKAGES, type TestRunner } from './runner-of.ts';
import type { TestStep } from './step-of.ts';

/** The program of a runner in the project's node_modules; null for node itself, and a bun that is not among them. @returns why there is none, as a string */
export function programOf(root: string, { kind, folder, host }: TestRunner): NodeTool | null | string {
  if (kind === 'bun test') return findTool(root, folder, 'bun', 'bun');
  if (kind === 'node:test') {
    if (host === 'node') return null;
    return findTool(root, folder, host, host) ?? `${host} is not in the project's node_modules`;
  }
  return findTool(root, folder, RUNNER_PACKAGES[kind], kind) ?? `${kind} is not in the project's node_modules`;
}

/**
 * Runs each of a project's test runners once, and ahead of it what its script does. Tests are called `file > suite > name`; a file that cannot be
 * loaded is a failed test of its own.
 */
export async function runTests(runner: Runner, runners: readonly TestRunner[], time: TestTime): Promise<TestAttempt> {
  const all = new Map<string, TestOutcome>();
  let first: string | null = null;
  for (const [i, one] of runners.entries()) {
    const suite = `${one.kind} ${i + 1} of ${one.folder || '.'}`;
    const run = (part: Part | null): Promise<TestAttempt> => runPrepared(runner, one, part);
    const whole = DIVISIBLE.has(one.kind) ? {} : { whole: suite };
    const attempt = await askTests(runner, { suite, time, run, ...whole });
    if ('why' in attempt) return attempt;
    for (const [id, outcome] of attempt.run) all.set(freeId(all, id), outcome);
    first ??= attempt.complaint ?? null;
  }
  return { run: all, ...(first === null ? {} : { complaint: first }) };
}

/** Runners that run a share of their files by themselves. */
const DIVISIBLE: ReadonlySet<TestRunner['kind']> = new Set(['vitest', 'jest']);

async function runPrepared(runner: Runner, one: TestRunner, part: Part | null): Promise<TestAttempt> {
  const attempt = (await prepare(runner, one.steps)) ?? (await runOne(runner, one, part));
  if (typeof attempt === 'string') return { why: attempt };
  return { run: attempt.run, ...(attempt.complaint === null ? {} : { complaint: attempt.complaint }) };
}

/** @returns why the tests cannot be run; null if they can */
async function prepare(runner: Runner, steps: readonly TestStep[]): Promise<string | null> {
  for (const { words, env, folder, from } of steps) {
    const bins = foldersUp(folder).map((parent) => join(runner.stage.root, parent, 'node_modules', '.bin'));
    const PATH = [...bins, runner.stage.env.PATH ?? ''].join(delimiter);
    const shown = `${words.join(' ')} (${from}), ahead of the tests,`;
    const ended = await orMissing(runStaged(runner, words, folder, { env: { CI: '1', NO_COLOR: '1', ...env, PATH } }));
    if (typeof ended === 'string') return `${shown} could not be started: ${ended}`;
    if (ended.exitCode !== 0)
      return `${shown} ended with exit code ${ended.exitCode}: ${causeIn(`${ended.stdout}\n${ended.stderr}`)}`;
  }
  return null;
}

/** A program that is not installed is a reason, and no error. */
async function orMissing<Result>(started: Promise<Result>): Promise<Result | string> {
  try {
    return await started;
  } catch (error) {
    if (isRefactorError(error) && /^program-not-(found|started)$/.test(error.problem.code)) return error.problem.why;
    throw error;
  }
}

/** Equal names stay apart. */
function freeId(run: ReadonlyMap<string, unknown>, id: string): string {
  let unique = id;
  for (let n = 2; run.has(unique); n++) unique = `${id} #${n}`;
  return unique;
}

async function runOne(runner: Runner, one: TestRunner, part: Part | null): Promise<ReadRun | string> {
  const { root, scratch } = runner.stage;
  const program = programOf(root, one);
  if (typeof program === 'string') return program;
  const output = join(scratch, 'javascript-tests.out');
  mkdirSync(scratch, { recursive: true });
  rmSync(output, { force: true });
  const command = [...commandOf(one, program, scratch, output), ...shareOf(one, part)];
  const result = await orMissing(
    runStaged(runner, command, one.folder, {
      env: { CI: '1', FORCE_COLOR: undefined, NO_COLOR: '1', ...one.env },
      describe: ({ stderr }) => stderr,
    }),
  );
  if (typeof result === 'string') return result;
  try {
    const text = one.kind === 'ava' ? result.stdout : readFileSync(output, 'utf8');
    return READERS[one.kind](text, { root, folder: one.folder, stderr: result.stderr });
  } catch {
    return `${one.kind} ended with exit code ${result.exitCode} and wrote no report: ${causeIn(result.stderr)}`;
  }
}

/** A share without a file is none that failed. */
const shareOf = ({ kind }: TestRunner, part: Part | null): string[] =>
  part === null ? [] : [`--shard=${part.shard}/${part.of}`, ...(kind === 'vitest' ? ['--passWithNoTests'] : [])];

const READERS: Readonly<Record<TestRunner['kind'], (text: string, place: ReportPlace) => ReadRun>> = {
  vitest: readJest,
  jest: readJest,
  mocha: readMocha,
  ava: readTap,
  jasmine: readJasmine,
  'node:test': readNodeEvents,
  'bun test': readBun,
};

/** The command, from the folder that it is run in. */
function commandOf(one: TestRunner, program: NodeTool | null, scratch: string, output: string): string[] {
  const script = program === null ? '' : scriptFrom(program, one.folder);
  const { nodeFlags, words } = one;
  if (one.kind === 'vitest')
    return ['node', ...nodeFlags, script, 'run', ...words, '--reporter=json', `--outputFile=${output}`];
  if (one.kind === 'jest')
    return ['node', ...nodeFlags, script, ...words, '--json', `--outputFile=${output}`, '--passWithNoTests'];
  if (one.kind === 'mocha')
    return ['node', ...nodeFlags, script, ...words, '--reporter', 'json', '--reporter-option', `output=${output}`];
  if (one.kind === 'ava') return ['node', ...nodeFlags, script, ...words, '--tap'];
  if (one.kind === 'jasmine') {
    const reporter = join(scratch, 'jasmine-reporter.mjs');
    writeFileSync(reporter, jasmineReporter(output));
    return ['node', ...nodeFlags, script, ...words, `--reporter=${reporter}`];
  }
  if (one.kind === 'bun test')
    return [script === '' ? 'bun' : script, 'test', ...words, '--reporter=junit', `--reporter-outfile=${output}`];
  const reporter = join(scratch, 'node-reporter.mjs');
  writeFileSync(reporter, NODE_REPORTER);
  const report = [`--test-reporter=${pathToFileURL(reporter).href}`, `--test-reporter-destination=${output}`];
  return ['node', ...(script === '' ? [] : [script]), '--test', ...report, ...words];
}
