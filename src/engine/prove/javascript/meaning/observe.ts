import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Runner, runStaged } from '../../run-staged.ts';
import { OBSERVE_SCRIPT } from './observe-script.ts';

/** What became of a module that node has loaded. */
export interface Observed {
  /** A place in what the module, the others and the globals hold -> what stands there. */
  readonly lines: readonly (readonly [string, string])[];
  /** What it did while it was loaded, in order. */
  readonly effects: readonly string[];
  /** Sources outside of the family, in the order in which they were evaluated. */
  readonly modules: readonly string[];
}

export type Attempt = Observed | { readonly why: string };

interface Entry {
  /** Absolute folder of the tree. */
  readonly tree: string;
  /** The file that runs, relative to the tree. */
  readonly file: string;
  readonly form: 'module' | 'commonjs';
  /** Sources that were one. */
  readonly family: readonly string[];
  /** Sources around the family -> the files that run for them, absolute. */
  readonly others: Readonly<Record<string, string>>;
}

/** Loads a module in a fresh process. Executes the code of the workspace. */
export async function observe(runner: Runner, { tree, file, form, family, others }: Entry): Promise<Attempt> {
  const answer = join(runner.stage.scratch, 'observed.json');
  rmSync(answer, { force: true });
  const asked = JSON.stringify({ file: join(tree, file), form, answer, tree, family, others });
  const result = await runStaged(runner, ['node', '--input-type=module', '-e', OBSERVE_SCRIPT, asked], '');
  if (existsSync(answer)) return JSON.parse(readFileSync(answer, 'utf8')) as Attempt;
  const line = result.stderr.split('\n').find((one) => /^\w*Error\b/.test(one));
  return { why: line ?? `node ended with exit code ${result.exitCode} while it loaded the module` };
}

/** The first thing that is not as it was, or null. */
export function observedDifference(before: Observed, after: Observed): string | null {
  const now = new Map(after.lines);
  const old = new Map(before.lines);
  for (const [place, text] of before.lines) {
    const found = now.get(place);
    if (found === undefined) return `${named(place)} is gone: it was ${text}`;
    if (found !== text) return `${named(place)} was ${text}, and is ${found}`;
  }
  const added = after.lines.find(([place]) => !old.has(place));
  if (added !== undefined) return `there is ${named(added[0])} now: ${added[1]}`;
  const index = [...before.effects, ''].findIndex((one, i) => one !== after.effects[i]);
  if (before.effects.join('\n') !== after.effects.join('\n'))
    return `what is done while it is loaded differs: ${before.effects[index] ?? 'nothing'} became ${after.effects[index] ?? 'nothing'}`;
  const gone = before.modules.find((one) => !after.modules.includes(one));
  if (gone !== undefined) return `${gone} is no longer evaluated`;
  const fresh = after.modules.find((one) => !before.modules.includes(one));
  return fresh === undefined ? null : `${fresh} is evaluated now, and was not before`;
}

const named = (place: string): string => (place === '' ? 'the module' : `\`${place}\``);

/** Places about which two runs of one state disagree: a clock, a random number. */
export const unstablePlaces = (first: Observed, again: Observed): Set<string> => {
  const now = new Map(again.lines);
  return new Set(first.lines.flatMap(([place, text]) => (now.get(place) === text ? [] : [place])));
};

export const withoutPlaces = (observed: Observed, places: ReadonlySet<string>): Observed => ({
  ...observed,
  lines: observed.lines.filter(([place]) => !places.has(place)),
});

/** Without what a re-export of CommonJS changes: whether a name of the module is a value or a getter, and where it stands among the names. */
export const withoutForm = (observed: Observed): Observed => ({
  ...observed,
  lines: observed.lines.flatMap(([place, text]): [string, string][] => {
    if (OWN_FORM.test(place) && !/[. ]/.test(place.replace(OWN_FORM, ''))) return [];
    return [[place, ORDER.test(place) ? text.split(',').sort().join() : text]];
  }),
});

const OWN_FORM = /, as a property$/;
const ORDER = /^(?:its keys, in their order|the names that an import sees)$/;
