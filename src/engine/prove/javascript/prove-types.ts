import { type Diagnostic, type Proof, weaken } from '../../../core/evidence.ts';
import type { View } from '../../../workspace/view.ts';
import { onceFor } from '../once-for.ts';
import type { Runner } from '../run-staged.ts';
import type { Change } from './change.ts';
import { compilerFor, findProjects, type Project } from './projects/find-projects.ts';
import { type Check, kept, listFiles, runTsc, type TscMessage } from './run-tsc.ts';

/** A project, and the changed files that it is asked about. */
export interface Baseline {
  readonly project: Project;
  readonly paths: readonly string[];
  /** Before the change; the one after it where that reports nothing. */
  readonly check: Check;
}

export interface Baselines {
  readonly known: readonly Baseline[];
  /** Projects whose compiler ended without naming one file that it compiled: it crashed, ran out of memory, or was stopped. */
  readonly silent: readonly { readonly name: string; readonly exitCode: number | null }[];
  /** Configurations that cannot be read, and those beyond what is asked. */
  readonly unasked: readonly { readonly config: string; readonly why: string }[];
  /** Is there any compiler in the project's node_modules? */
  readonly compiler: boolean;
}

interface Asked {
  readonly runner: Runner;
  readonly before: View;
  readonly fresh: readonly string[];
  readonly found: Map<string, Baseline>;
  readonly silent: Map<string, number | null>;
  readonly unasked: Map<string, string>;
  readonly clean: ReadonlyMap<string, Check>;
  lists: number;
}

/** A project that does not list a file may import it: so many projects are compiled to find out. */
const MOST_LISTS = 16;
/** So many projects are compiled twice for a change. */
const MOST_PROJECTS = 8;

/**
 * The projects that list a changed file, compiled in the state after, which the stage shows: where the compiler reports nothing there, nothing is
 * new, and the state before need not be compiled to know it.
 */
export async function checkFirst(runner: Runner, { before, old }: Change): Promise<ReadonlyMap<string, Check>> {
  const checks = new Map<string, Check>();
  for (const path of old)
    for (const project of findProjects(runner.stage.root, before, path).projects)
      if (project.config.lists(path) && checks.size < MOST_PROJECTS && !checks.has(nameOf(project)))
        checks.set(nameOf(project), withMore(checks, project) ?? (await runTsc(runner, project)));
  return checks;
}

/** `tsc --noEmit` checks less than the same without the flag, and what reports nothing when it checks more reports nothing then. */
function withMore(checks: ReadonlyMap<string, Check>, project: Project): Check | null {
  const flags = kept(project.flags);
  const more = flags.length < project.flags.length ? checks.get(nameOf({ ...project, flags })) : undefined;
  return more && isClean(more) ? more : null;
}

const isClean = ({ exitCode, messages }: Check): boolean => exitCode === 0 && messages.length === 0;

/** Every project that compiles a file that stands before the change; new files belong to the projects of their neighbours. */
export async function checkBefore(
  runner: Runner,
  { before, old, fresh }: Change,
  first: ReadonlyMap<string, Check>,
): Promise<Baselines> {
  const maps = { found: new Map(), silent: new Map(), unasked: new Map() };
  const clean = new Map([...first].filter(([, check]) => isClean(check)));
  const asked: Asked = { runner, before, fresh, clean, ...maps, lists: 0 };
  for (const path of old) {
    const { projects, unread } = findProjects(runner.stage.root, before, path);
    for (const { config, why } of unread) asked.unasked.set(config, `it cannot be read: ${why}`);
    for (const project of projects) await ask(asked, project, path);
  }
  return {
    known: [...asked.found.values()],
    silent: [...asked.silent].map(([name, exitCode]) => ({ name, exitCode })),
    unasked: [...asked.unasked].map(([config, why]) => ({ config, why })),
    compiler: old.some((path) => compilerFor(runner.stage.root, path, 'tsc') !== null),
  };
}

/** Compiles a project if it holds the file and no other file has asked it already. */
async function ask(asked: Asked, project: Project, path: string): Promise<void> {
  const { runner, before, fresh, found, silent, unasked, clean } = asked;
  const key = nameOf(project);
  const known = found.get(key);
  if (known) {
    if (known.check.files.has(path)) found.set(key, { ...known, paths: [path, ...known.paths] });
    return;
  }
  if (!(await holds(asked, project, path))) return;
  if (found.size >= MOST_PROJECTS) {
    unasked.set(key, `it compiles ${path} too, and no more than ${MOST_PROJECTS} projects are asked`);
    return;
  }
  const now = clean.get(key);
  const check = now?.files.has(path)
    ? now
    : await onceFor(before, [runner.stage.root, 'tsc', key], () => runTsc(runner, project));
  if (check.files.size === 0) silent.set(key, check.exitCode);
  if (check.files.has(path)) found.set(key, { project, paths: [path, ...fresh], check });
}

/** Whether the project compiles a file: by its lists, or by imports, which only the compiler can tell. */
async function holds(asked: Asked, project: Project, path: string): Promise<boolean> {
  const { runner, before, silent } = asked;
  if (project.config.lists(path)) return true;
  const key = [
    runner.stage.root,
    'tsc --listFilesOnly',
    project.program.script,
    project.config.path,
    kept(project.flags),
  ];
  if (asked.lists >= MOST_LISTS) return false;
  asked.lists += 1;
  const { files, exitCode } = await onceFor(before, key, () => listFiles(runner, project));
  if (files.size === 0 && exitCode !== 0) silent.set(nameOf(project), exitCode);
  return files.has(path);
}

/** As the receipt calls it: `tsc -p tsconfig.build.json`. */
export const nameOf = ({ program, config, flags }: Project): string =>
  [program.name, config.references.length > 0 ? '-b' : '-p', config.path, ...flags].join(' ');

/** The verdict of one project: the same complaints, and every changed file compiled. */
export async function checkAfter(
  runner: Runner,
  { project, paths, check: before }: Baseline,
  change: Change,
  first: ReadonlyMap<string, Check>,
): Promise<{ proofs: Proof[]; diagnostics: Diagnostic[] }> {
  const check = first.get(nameOf(project)) ?? (await runTsc(runner, project));
  const configuration = nameOf(project);
  const proof = (path: string, verdict: Proof['verdict'], why: string): Proof => ({
    rung: 'B',
    path,
    configuration,
    verdict,
    why,
  });
  const fresh = freshMessages(before.messages, check.messages, runner.stage.root, change.folds);
  if (fresh.length > 0) {
    const [{ path, line, code, text }] = fresh as [TscMessage];
    const more = fresh.length > 1 ? `, and ${fresh.length - 1} more` : '';
    const why = `new ${code} at ${path}:${line}: ${text.split('\n')[0]}${more}`;
    return {
      proofs: paths.map((one) => proof(one, 'failed', why)),
      diagnostics: fresh.flatMap((message) => toDiagnostic(message, change.after)),
    };
  }
  if (check.files.size === 0)
    return {
      proofs: paths.map((path) =>
        proof(path, 'failed', `${project.program.name} ended with exit code ${check.exitCode} and compiled nothing`),
      ),
      diagnostics: [],
    };
  const { verdict, why } = weighBase(
    before.messages,
    paths.filter((path) => change.before.file(path)),
  );
  return {
    proofs: paths.map((path) => {
      if (!check.files.has(path)) return proof(path, 'vacuous', 'this project does not compile the file');
      return before.messages.length === 0 ? proof(path, verdict, why) : weaken(proof(path, verdict, why), why);
    }),
    diagnostics: [],
  };
}

/** Errors of the base that a proof can live with, where they lie elsewhere. */
const MOST_ERRORS = 20;

/**
 * What a base with errors still shows. The compiler reports nothing about types after an error of syntax or settings, and takes a name that it
 * cannot find for `any`: errors in the file itself, of such a kind or in great number hide what comes behind them.
 */
function weighBase(
  messages: readonly TscMessage[],
  old: readonly string[],
): { readonly verdict: 'proven' | 'vacuous'; readonly why: string } {
  const count = messages.length;
  if (count === 0) return { verdict: 'proven', why: 'compiled, with no error' };
  const why = `compiled with ${count} errors that were there before: ${count} hide whatever comes behind them`;
  const [first] = messages.filter(
    ({ path, code }) => path === '' || path.endsWith('.json') || /^TS1\d{3}$/.test(code) || old.includes(path),
  );
  if (first) {
    const place = first.path === '' ? 'in the settings' : `in ${first.path}`;
    return { verdict: 'vacuous', why: `${why}; one of them is ${first.code} ${place}` };
  }
  return count > MOST_ERRORS ? { verdict: 'vacuous', why } : { verdict: 'proven', why };
}

/**
 * Messages that are new by their number, where the parts count as the file that they came from.
 * @internal Exported for its tests.
 */
export function freshMessages(
  before: readonly TscMessage[],
  after: readonly TscMessage[],
  root: string,
  folds: Change['folds'],
): TscMessage[] {
  const keyOf = ({ path, code, text }: TscMessage): string => {
    let key = `${path} ${code} ${text}`.split(`${root}/`).join('');
    for (const [part, facade] of folds) key = key.split(part).join(facade).split(stem(part)).join(stem(facade));
    return key;
  };
  const left = new Map<string, number>();
  for (const message of before) left.set(keyOf(message), (left.get(keyOf(message)) ?? 0) + 1);
  return after.filter((message) => {
    const count = left.get(keyOf(message)) ?? 0;
    left.set(keyOf(message), count - 1);
    return count <= 0;
  });
}

const stem = (path: string): string => path.replace(/\.[mc]?[jt]sx?$/, '');

function toDiagnostic({ path, line, column, code, text }: TscMessage, after: View): Diagnostic[] {
  if (after.file(path)?.state !== 'text') return [];
  const lines = after.text(path).split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return [{ path, start, end: start, level: 'error', code, message: text, suggestions: [] }];
}
