import { filledModules } from '../../../../../analyzers/composition/filled-modules.ts';
import { type IncludedPart, includedParts } from '../../../../../analyzers/composition/included-parts.ts';
import { type Place, placeOf, spliceParts } from '../../../../../analyzers/composition/splice-parts.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { by } from '../../../../core/compare.ts';
import type { View } from '../../../../workspace/view.ts';

/** A facade as it was: with the text of those parts in it that an `include!` spliced and that are modules now. */
export interface Facade {
  readonly path: string;
  readonly before: View;
  readonly parts: readonly IncludedPart[];
  /** Where an offset of the facade's text stood in a file, and what held there; null for what was added. */
  readonly placeOf: (offset: number) => Place | null;
}

/** The changed files that were there before, but for those that were spliced into one that has modules in their place now. */
export function facadesOf(before: View, after: View, paths: readonly string[]): Facade[] {
  const facades = paths
    .filter((path) => before.file(path)?.state === 'text')
    .map((path) => splicedFacade(before, path, convertedParts(before, after, path)));
  return facades.filter(({ path }) => facades.every((other) => other.before.file(path)));
}

function splicedFacade(before: View, path: string, parts: readonly IncludedPart[]): Facade {
  if (parts.length === 0) return { path, before, parts, placeOf: () => null };
  const { view, stretches } = spliceParts(before, path, parts, moduleFolder(before, path));
  return { path, before: view, parts, placeOf: (offset) => placeOf(stretches, offset) };
}

// Also those that did not change: a part that needs nothing of the module is mounted as it is.
function convertedParts(before: View, after: View, path: string): IncludedPart[] {
  if (after.file(path)?.state !== 'text') return [];
  const still = new Set(partsOfAll(after, path).map((part) => part.path));
  return partsOfAll(before, path).filter((part) => !still.has(part.path));
}

const partsOfAll = (view: View, path: string): IncludedPart[] =>
  [...includedParts(view, path), ...filledModules(view, path).map(({ part }) => part)].sort(by(({ from }) => from));

/** A part as the compiler reads it now: with what it splices itself. */
export function splicedPart(after: View, path: string): View {
  const nested = includedParts(after, path);
  if (nested.length === 0) return after;
  return spliceParts(after, path, nested, path.slice(0, Math.max(0, path.lastIndexOf('/')))).view;
}
