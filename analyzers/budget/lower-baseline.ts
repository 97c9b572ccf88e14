import type { Edit } from '../../src/core/change-set.ts';
import type { View } from '../../src/workspace/view.ts';
import type { Composition } from '../composition/composition.ts';
import { composition } from '../composition/index.ts';
import { BASELINE_FILE, gateLines, printBaseline, readBaseline } from './baseline.ts';
import { type BudgetState, budgetState, keyOfException } from './budget-state.ts';
import { configEdits } from './config-edits.ts';
import { type Entry, keyOfEntity, pathOf } from './entity.ts';
import { findEntities } from './find-entities.ts';
import { nextEntries } from './next-baseline.ts';

/**
 * How the baseline and the exceptions follow a change, so that both land together: entries of the changed files sink to what is left, or go,
 * and parts that are still over a ceiling get entries of their own. Other lines stay as they are. [] where the budget knows none of the files.
 * @param paths the files that the change leaves different, deleted and created ones included
 */
export function lowerBaseline(
  before: View,
  after: View,
  paths: ReadonlySet<string>,
): { readonly path: string; readonly edits: readonly Edit[] }[] {
  const entries = readBaseline(before);
  const touched = entries.filter((entry) => paths.has(pathOf(entry.name)));
  const excepted = before.config.budget.exceptions.filter(({ path }) => paths.has(path));
  if (touched.length + excepted.length === 0) return [];
  const modules = [...touched, ...excepted].some(({ rule }) => rule === 'module-lines');
  const old = stateOf(before, entries, paths, modules);
  const now = stateOf(after, entries, paths, modules);
  return [...baselineEdit(before, entries, old, now), ...exceptionEdit(before, old, now)];
}

/** Modules need the whole workspace; files and functions only the changed files. */
function stateOf(view: View, entries: readonly Entry[], paths: ReadonlySet<string>, modules: boolean): BudgetState {
  const whole: Composition = modules
    ? composition.run(view)
    : { modules: [], moduleOf: new Map(), splices: [], shared: [] };
  const scope = new Set(
    whole.modules.flatMap(({ file, fragments }) =>
      [file, ...fragments].some((path) => paths.has(path)) ? [file, ...fragments] : [],
    ),
  );
  for (const path of paths) scope.add(path);
  const narrow: View = {
    ...view,
    files: view.files.filter(({ path }) => scope.has(path)),
    manifests: { crates: [], distributions: [], packages: [], problems: [] },
  };
  const budget = modules ? view.config.budget : { ...view.config.budget, moduleLines: null };
  const known = modules ? entries : entries.filter(({ rule }) => rule !== 'module-lines');
  return budgetState({ ...narrow, config: { ...view.config, budget } }, findEntities(narrow, whole), known, paths);
}

function baselineEdit(view: View, entries: readonly Entry[], before: BudgetState, after: BudgetState) {
  const old = new Set(nextEntries(before).map(textOf));
  const now = nextEntries(after);
  const added = now.filter((entry) => !old.has(textOf(entry)));
  const kept = new Set(now.map(textOf));
  const gone = new Set([...nextEntries(before).filter((entry) => !kept.has(textOf(entry))), ...added].map(keyOf));
  if (added.length + gone.size === 0) return [];
  const text = view.text(BASELINE_FILE);
  const next = printBaseline([...entries.filter((entry) => !gone.has(keyOf(entry))), ...added], gateLines(text));
  return next === text ? [] : [{ path: BASELINE_FILE, edits: [replacement(text, next)] }];
}

/** The exceptions whose need differs between the two states; slack that was there before is not this change's to fix. */
function exceptionEdit(view: View, old: BudgetState, now: BudgetState) {
  const path = view.config.path;
  if (path === null || view.file(path)?.state !== 'text') return [];
  const needs = (state: BudgetState): Map<string, string> =>
    new Map(
      state.cases.flatMap(({ exception, entity }) =>
        exception ? [[keyOfException(exception), `${entity.value} ${entity.name}`]] : [],
      ),
    );
  const [before, after] = [needs(old), needs(now)];
  const changed = now.exceptions.filter((one) => before.get(keyOfException(one)) !== after.get(keyOfException(one)));
  const edits = configEdits(view.text(path), {
    ...now,
    cases: now.cases.filter(({ exception }) => exception && changed.includes(exception)),
    unused: now.unused.filter((exception) => changed.includes(exception)),
  });
  return edits.length === 0 ? [] : [{ path, edits }];
}

const keyOf = (entry: Entry): string => `${entry.excepted} ${keyOfEntity(entry)}`;
const textOf = (entry: Entry): string => printBaseline([entry]);

/** One edit from the first line that differs to the last. */
function replacement(text: string, next: string): Edit {
  const [old, now] = [text.split(/(?<=\n)/), next.split(/(?<=\n)/)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const length = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);
  return {
    start: length(old.slice(0, head)),
    end: length(old.slice(0, old.length - tail)),
    text: now.slice(head, now.length - tail).join(''),
    reason: 'manifest',
  };
}
