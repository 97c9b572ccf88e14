import { isAbsolute, relative } from 'node:path';
import { join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import type { TestOutcome, TestRun } from '../../tests/compare-tests.ts';

/** A run as its report shows it, and the first thing that went wrong: the reason, where no test passes. */
export interface ReadRun {
  readonly run: TestRun;
  readonly complaint: string | null;
}

/** What a report does not say itself. */
export interface ReportPlace {
  /** The stage, an absolute path. */
  readonly root: string;
  /** Folder that the runner ran in, relative to it. */
  readonly folder: string;
  readonly stderr: string;
}

interface JestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status?: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const OUTCOMES: Readonly<Record<string, TestOutcome>> = { passed: 'passed', failed: 'failed' };

/** Collects outcomes under ids that are kept apart. */
export function collector(): { run: Map<string, TestOutcome>; add: (id: string, outcome: TestOutcome) => void } {
  const run = new Map<string, TestOutcome>();
  const add = (id: string, outcome: TestOutcome): void => {
    let unique = id;
    for (let n = 2; run.has(unique); n++) unique = `${id} #${n}`;
    run.set(unique, outcome);
  };
  return { run, add };
}

const fileIn = (root: string, name: string): string => (isAbsolute(name) ? relative(root, name) : name);
export const firstLine = (text: string | null | undefined): string | null => text?.trim().split('\n')[0] || null;

/** jest's JSON, which vitest writes too. */
export function readJest(text: string, { root }: Pick<ReportPlace, 'root'>): ReadRun {
  const { run, add } = collector();
  let complaint: string | null = null;
  for (const { name, status, message, assertionResults } of (JSON.parse(text) as JestReport).testResults) {
    const file = fileIn(root, name);
    for (const { ancestorTitles, title, status: outcome, failureMessages } of assertionResults) {
      add([file, ...ancestorTitles.filter((one) => one !== ''), title].join(' > '), OUTCOMES[outcome] ?? 'skipped');
      complaint ??= firstLine(failureMessages?.[0]);
    }
    if (assertionResults.length > 0) continue;
    add(`${file} > (file)`, OUTCOMES[status ?? 'passed'] ?? 'skipped');
    complaint ??= status === 'failed' ? firstLine(message) : null;
  }
  return { run, complaint };
}

interface MochaReport {
  readonly tests: readonly {
    readonly fullTitle: string;
    readonly file?: string;
    readonly err?: { message?: string };
  }[];
  readonly pending: readonly { readonly fullTitle: string; readonly file?: string }[];
}

/** mocha's `json`: a test without an error has passed, unless it is pending. */
export function readMocha(text: string, { root }: Pick<ReportPlace, 'root'>): ReadRun {
  const { run, add } = collector();
  const { tests, pending } = JSON.parse(text) as MochaReport;
  const idOf = ({ file, fullTitle }: MochaReport['pending'][number]): string =>
    [fileIn(root, file ?? ''), fullTitle].join(' > ');
  const waiting = new Set(pending.map(idOf));
  let complaint: string | null = null;
  for (const test of tests) {
    const failed = Object.keys(test.err ?? {}).length > 0;
    add(idOf(test), waiting.has(idOf(test)) ? 'skipped' : failed ? 'failed' : 'passed');
    complaint ??= firstLine(test.err?.message);
  }
  return { run, complaint };
}

/** TAP as ava prints it: `ok 3 - file › title`. */
export function readTap(text: string): ReadRun {
  if (!text.startsWith('TAP version')) throw new SyntaxError('no TAP');
  const { run, add } = collector();
  let complaint: string | null = null;
  for (const line of text.split('\n')) {
    const found = /^(not )?ok \d+ - (.*?)(?:\s+# (SKIP|TODO)\b.*)?$/i.exec(line);
    if (!found) continue;
    const [, not, title, left] = found;
    add(title!, left !== undefined ? 'skipped' : not === undefined ? 'passed' : 'failed');
    if (not !== undefined) complaint ??= title!;
  }
  return { run, complaint };
}

interface JasmineResult {
  readonly type: 'spec' | 'suite' | 'run';
  readonly fullName: string;
  /** A path, or a `file:` address of an ES module. */
  readonly filename?: string;
  readonly status: string;
  readonly message?: string;
}

/** Lines of our own reporter. One without the run's end was cut off: jasmine ends at a file that it cannot load. */
export function readJasmine(text: string, { root }: Pick<ReportPlace, 'root'>): ReadRun {
  const results = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as JasmineResult]));
  if (results.at(-1)?.type !== 'run') throw new SyntaxError('no end of the run');
  const { run, add } = collector();
  let complaint: string | null = null;
  for (const { type, fullName, filename = '', status, message } of results) {
    const file = fileIn(root, filename.startsWith('file:') ? fileURLToPath(filename) : filename);
    if (type === 'spec') add([file, fullName].join(' > '), OUTCOMES[status] ?? 'skipped');
    else if (status === 'failed' || type === 'suite') add([file, fullName, `(${type})`].join(' > '), 'failed');
    complaint ??= firstLine(message);
  }
  return { run, complaint };
}

interface NodeEvent {
  readonly type: 'test:start' | 'test:pass' | 'test:fail';
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly skipped: boolean;
  readonly suite: boolean;
  readonly message?: string;
}

/** Lines of our own reporter. Events come file by file and in the order of the source, so that the names above a test are those that have begun. */
export function readNodeEvents(text: string, { root, folder }: Pick<ReportPlace, 'root' | 'folder'>): ReadRun {
  if (text === '') throw new SyntaxError('no event');
  const { run, add } = collector();
  const above: string[] = [];
  let complaint: string | null = null;
  for (const line of text.trimEnd().split('\n')) {
    const { type, name, nesting, file = '', skipped, suite, message } = JSON.parse(line) as NodeEvent;
    above[nesting] = name;
    if (type === 'test:start') continue;
    const place = fileIn(root, file);
    // A file that fails as a whole is a test that is called like it.
    const whole = [fileIn(root, name), join(folder, name)].includes(place);
    const names = whole ? ['(file)'] : above.slice(0, nesting + 1);
    add([place, ...names, ...(suite ? ['(suite)'] : [])].join(' > '), skipped ? 'skipped' : NODE_OUTCOMES[type]);
    complaint ??= type === 'test:fail' && !skipped ? firstLine(message) : null;
  }
  return { run, complaint };
}

const NODE_OUTCOMES = { 'test:pass': 'passed', 'test:fail': 'failed' } as const;
