import type { Proof } from '../../../core/evidence.ts';
import { describeDifference } from '../first-difference.ts';
import type { DeclaredCut } from './declared-cuts.ts';
import { askPython, outsideStage, type PythonRunner } from './run-python.ts';
import { NAMESPACE_SCRIPT } from './scripts/namespace-script.ts';
import type { SplitShape } from './split-shape.ts';

export interface Namespace {
  readonly namespace: Readonly<Record<string, unknown>>;
  /** What the names are bound to, as data; null where that cannot be compared. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Below each base, the classes of the workspace in the order in which they were made. */
  readonly subclasses: Readonly<Record<string, readonly string[]>>;
  /** What the workspace's other modules hold. */
  readonly elsewhere: Readonly<Record<string, unknown>>;
  readonly part_names: readonly string[];
  /** The module's `__annotations__`. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly doc: string | null;
  readonly all: readonly string[] | null;
  readonly star: readonly string[];
  readonly code: Readonly<Record<string, string>>;
  /** First lines of the functions in `code`. */
  readonly lines: Readonly<Record<string, number>>;
  readonly apart: readonly string[];
  readonly unreached: readonly string[];
  readonly files: Readonly<Record<string, string | null>>;
}

export type NamespaceAttempt = { readonly space: Namespace } | { readonly why: string };

/** First line and code of a function before -> its code with the declared imports. */
export type ChangedBodies = ReadonlyMap<string, string>;

/** What the module's namespace holds, read in a fresh process. */
export async function readNamespace(
  runner: PythonRunner,
  module: string,
  family: readonly string[],
  patched: readonly string[],
  cuts: readonly DeclaredCut[] = [],
): Promise<NamespaceAttempt> {
  const { answer, why } = await askPython<Namespace>(
    runner,
    NAMESPACE_SCRIPT,
    {
      module,
      family,
      patched,
      settings: runner.settings ?? null,
      cuts: cuts.flatMap((cut) => cut.names.map((name) => [cut.module, name])),
    },
    `describe ${module}`,
  );
  if (answer === null) return { why };
  const outside = outsideStage(runner.stage, answer.files);
  return outside === null ? { space: answer } : { why: outside };
}

/** Rungs A (P5: names, kinds, signatures, `__module__`, `__doc__`, bases, `__all__`, star) and M (equal code, one identity, writes reach). */
export function judgeNamespace(
  { facade, parts }: SplitShape,
  before: NamespaceAttempt,
  after: NamespaceAttempt,
  rungs: readonly string[],
  bodies: ChangedBodies = new Map(),
): Proof[] {
  const paths = [facade, ...parts].map(({ path }) => path);
  const asked = (['A', 'M'] as const).filter((rung) => rungs.includes(rung));
  const all = (verdict: Proof['verdict'], why: string): Proof[] =>
    asked.flatMap((rung) => paths.map((path) => ({ rung, path, configuration: 'import', verdict, why })));
  if ('why' in before) return all('not-run', `the module before the change cannot be described: ${before.why}`);
  if ('why' in after) return all('failed', after.why);
  return asked.flatMap((rung) => {
    const judged = rung === 'A' ? judgeNames(before.space, after.space) : judgeCode(before.space, after.space, bodies);
    return paths.map((path): Proof => ({ rung, path, configuration: 'import', ...judged }));
  });
}

/** The state of a run is other in each: a clock, a process id. What two runs of the module before disagree about is left out. */
export function withoutUnstable(first: Namespace, again: Namespace): Namespace {
  const kept = <T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(before).filter(([name, value]) => text(value) === text(after[name])));
  return {
    ...first,
    values: kept(first.values, again.values),
    subclasses: kept(first.subclasses, again.subclasses),
    elsewhere: kept(first.elsewhere, again.elsewhere),
  };
}

/** A facade may provide names that its namespace does not hold: what a module holds that is divided too is looked at in its own turn. */
export const besides = (attempt: NamespaceAttempt, modules: readonly string[]): NamespaceAttempt =>
  'why' in attempt || modules.length === 0
    ? attempt
    : {
        space: {
          ...attempt.space,
          elsewhere: Object.fromEntries(
            Object.entries(attempt.space.elsewhere).filter(
              ([name]) => !modules.some((module) => name.startsWith(`${module}.`)),
            ),
          ),
        },
      };

/** What running the module left behind: the values of its names, the order of subclasses, the state of other modules. */
export function stateDifference(before: Namespace, after: Namespace): string | null {
  const other = (old: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>): string | undefined =>
    Object.keys(old).find((name) => text(old[name]) !== text(now[name]));
  const value = other(before.values, after.values);
  if (value !== undefined)
    return `the value of ${value} differs: ${describeDifference(before.values[value], after.values[value])}`;
  const base = other(before.subclasses, after.subclasses);
  if (base !== undefined)
    return `the subclasses of ${base} differ, or are made in a different order: ${describeDifference(before.subclasses[base], after.subclasses[base])}`;
  const state = other(before.elsewhere, after.elsewhere);
  return state === undefined
    ? null
    : `${state} of another module holds different data: ${describeDifference(before.elsewhere[state], after.elsewhere[state])}`;
}

const text = (value: unknown): string => JSON.stringify(value);

function publicDifference(before: Namespace, after: Namespace): string | null {
  for (const [name, value] of Object.entries(before.namespace)) {
    const now = after.namespace[name];
    if (now === undefined) return `the name ${name} is gone`;
    if (text(now) !== text(value)) return `${name} differs in ${describeDifference(value, now)}`;
  }
  const extra = Object.keys(after.namespace).find((name) => !(name in before.namespace) && !name.startsWith('_'));
  if (extra !== undefined) return `there is a new public name ${extra}`;
  const annotated = Object.keys({ ...before.annotations, ...after.annotations }).find(
    (name) => before.annotations[name] !== after.annotations[name],
  );
  if (annotated !== undefined) return `the annotation of ${annotated} differs`;
  if (before.doc !== after.doc) return 'the documentation of the module differs';
  if (text(before.all) !== text(after.all)) return '__all__ differs';
  if (text(before.star) !== text(after.star)) return 'a star import gives different names';
  return stateDifference(before, after);
}

const withImports = ({ code, lines }: Namespace, bodies: ChangedBodies): string => {
  const count = Object.keys(code).filter((path) => bodies.has(`${lines[path]} ${code[path]}`)).length;
  return count === 0 ? '' : `; ${count} of them with the declared imports put into their old text, exactly`;
};

function meaningDifference(before: Namespace, after: Namespace, bodies: ChangedBodies): string | null {
  for (const [path, hash] of Object.entries(before.code)) {
    if (after.code[path] === undefined) return `the function ${path} is gone`;
    if (after.code[path] !== (bodies.get(`${before.lines[path]} ${hash}`) ?? hash))
      return `the code of ${path} differs`;
  }
  const origin = (space: Namespace, name: string): unknown => (space.namespace[name] as { module?: unknown })?.module;
  const moved = Object.keys(before.namespace).find(
    (name) => name in after.namespace && origin(before, name) !== origin(after, name),
  );
  if (moved !== undefined) return `${moved} has another module in __module__: ${String(origin(after, moved))}`;
  const apart = after.apart.find((one) => !before.apart.includes(one));
  if (apart !== undefined) return apart;
  const { __all__: _, ...values } = before.values;
  return (
    after.unreached.find((one) => !before.unreached.includes(one)) ?? stateDifference({ ...before, values }, after)
  );
}

type Judged = Pick<Proof, 'verdict' | 'why'>;

function judgeNames(before: Namespace, after: Namespace): Judged {
  const found = publicDifference(before, after);
  if (found !== null) return { verdict: 'failed', why: found };
  const names = Object.keys(before.namespace).length;
  return { verdict: 'proven', why: `${names} names of the module are equal, private ones too` };
}

function judgeCode(before: Namespace, after: Namespace, bodies: ChangedBodies): Judged {
  const found = meaningDifference(before, after, bodies);
  if (found !== null) return { verdict: 'failed', why: found };
  const functions = Object.keys(before.code).length;
  if (functions === 0) return { verdict: 'vacuous', why: 'the module has no functions' };
  const why = `${functions} functions have equal code and read the same objects${withImports(before, bodies)}`;
  return { verdict: 'proven', why };
}
