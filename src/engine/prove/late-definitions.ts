import type { Proof } from '../../core/evidence.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Outline, Unit } from '../../core/unit.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';

/** The state that a join comes from, and the one that it writes. */
interface Sides {
  readonly before: View;
  readonly after: View;
}

/**
 * Failures of S for files that read a name while they are loaded, and define it further down only, where it was not so before.
 * @param all files of the change, those that are gone too; @param paths those to be asked, which are there afterwards
 */
export const lateDefinitions = (
  { before, after }: Sides,
  all: readonly string[],
  paths: readonly string[],
): Proof[] => {
  const earlier = all.flatMap((path) => outlineOf(before, path) ?? []);
  return paths.flatMap((path): Proof[] => {
    const outline = outlineOf(after, path);
    const late = outline === null ? null : firstLate(outline, earlier, hoistsIn(after, path));
    if (late === null) return [];
    const line = lineAt(lineStartsOf(after.text(path)), late.at);
    const why = `line ${line}: \`${late.name}\` is read while the module is loaded, and defined further down only`;
    return [{ rung: 'S', path, configuration: '-', verdict: 'failed', why }];
  });
};

const hoistsIn = (view: View, path: string): boolean => languageOfFile(view.file(path))?.join?.hoistsFunctions ?? true;

function outlineOf(view: View, path: string): Outline | null {
  const outline = view.file(path) ? languageOfFile(view.file(path))?.outline(view, path) : undefined;
  return outline === undefined || outline.status === 'failed' ? null : outline.value;
}

interface Late {
  readonly name: string;
  readonly at: number;
}

/** The first name of a statement that is not there yet: read at once, or by a function that the statement names and may call. */
function firstLate({ units }: Outline, earlier: readonly Outline[], hoists: boolean): Late | null {
  const first = new Map<string, Unit>();
  for (const unit of units) for (const { name } of unit.defines) if (!first.has(name)) first.set(name, unit);
  const isLate = (unit: Unit, name: string): boolean => {
    const made = first.get(name);
    return made !== undefined && made.start > unit.start && !isThereAtOnce(made, name, hoists);
  };
  const found = units.flatMap((unit): Late[] => {
    const eager = unit.uses.filter((use) => use.eager && use.space !== 'type');
    return eager.flatMap(({ name, at }) =>
      [name, ...reachedFrom(name, first)]
        .filter((one) => isLate(unit, one) && !stoodSo(earlier, unit, one))
        .map((one) => ({ name: one, at })),
    );
  });
  return found[0] ?? null;
}

/** Names that what a name stands for may read once it is called. */
function reachedFrom(name: string, first: ReadonlyMap<string, Unit>): Set<string> {
  const seen = new Set([name]);
  // A set that grows while it is walked is walked to its end.
  for (const one of seen) for (const use of first.get(one)?.uses ?? []) if (use.space !== 'type') seen.add(use.name);
  seen.delete(name);
  return seen;
}

/** The statement and the name were in one file before, in this order: it works, or did not. */
const stoodSo = (earlier: readonly Outline[], unit: Unit, name: string): boolean =>
  earlier.some(({ units }) => {
    const there = units.find(({ id }) => id === unit.id);
    const made = units.find(({ defines }) => defines.some((one) => one.name === name));
    return there !== undefined && made !== undefined && made.start > there.start;
  });

/** What a language has ready before the first statement runs: declared functions, and types. */
const isThereAtOnce = ({ kind, defines }: Unit, name: string, hoists: boolean): boolean =>
  (hoists && kind === 'function') ||
  defines.some((one) => one.name === name && one.spaces.every((space) => space === 'type'));
