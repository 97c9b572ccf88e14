import { filledModules } from '../../../../../analyzers/composition/rust/filled-modules.ts';
import { type IncludedPart, includedParts } from '../../../../../analyzers/composition/rust/included-parts.ts';
import { placeOf, spliceParts } from '../../../../../analyzers/composition/rust/splice-parts.ts';
import { moduleFolder } from '../../../../../analyzers/readings/rust/module-folder.ts';
import { modulePathOf } from '../../../../../analyzers/readings/rust/module-path.ts';
import { by } from '../../../../core/compare.ts';
import type { View } from '../../../../workspace/view.ts';
import { formerView, renamedFiles } from '../former-view.ts';
import type { Facade } from './facade.ts';
import { openedFacades } from './opened-modules.ts';

/**
 * The changed files that were there before, by this name or as `m.rs` for `m/mod.rs`, but for those that were spliced into one that has modules in their place now; and the inline
 * modules of these that are files now, each as if it had been one.
 */
export function facadesOf(before: View, after: View, paths: readonly string[]): Facade[] {
  const changed = new Set(paths);
  const renamed = renamedFiles(before, after);
  const former = formerView(before, after);
  const facades = paths
    .filter((path) => former.file(path)?.state === 'text')
    .map((path) => ({
      ...splicedFacade(former, path, convertedParts(former, after, path)),
      textPath: renamed.get(path) ?? path,
    }));
  return facades
    .filter(({ path }) => facades.every((other) => other.before.file(path)))
    .flatMap((facade) => openedFacades(facade, after, changed));
}

function splicedFacade(before: View, path: string, parts: readonly IncludedPart[]): Facade {
  const common = { path, textPath: path, parts, opened: new Set<string>(), modulePath: modulePathOf(before, path) };
  if (parts.length === 0) return { ...common, before, placeOf: (at) => ({ path, at, cfg: [] }) };
  const { view, segments } = spliceParts(before, path, parts, moduleFolder(before, path));
  return {
    ...common,
    before: view,
    placeOf: (offset) => {
      const place = placeOf(segments, offset);
      return place ? { path: place.path, at: place.at, cfg: place.segment.cfg } : { path, at: 0, cfg: [] };
    },
  };
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
