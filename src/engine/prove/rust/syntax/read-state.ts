import { basename } from 'node:path/posix';
import { crateNames } from '../../../../../analyzers/readings/rust/crate-names.ts';
import { crateOf } from '../../../../../analyzers/readings/rust/crate-of.ts';
import { editionOf } from '../../../../../analyzers/readings/rust/edition-of.ts';
import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { outlineRust } from '../../../../languages/rust/outline.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import type { Facade } from './facade.ts';
import { readGuards } from './guards.ts';
import { innerAttributes } from './inner-attributes.ts';
import type { ModuleState, Part } from './module-state.ts';
import { readScope } from './part-scope.ts';
import type { ModLine, PartFile } from './parts-of.ts';
import { createValuesRead } from './values-read.ts';

/**
 * A module before, and its facade with the parts after.
 * @param files the facade first
 */
export function readState(
  { facade: { before, path, placeOf, modulePath }, fromRoot }: { readonly facade: Facade; readonly fromRoot: boolean },
  files: readonly PartFile[],
  syntaxOf: (path: string) => Syntax,
  { lines, definitions }: { readonly lines: readonly ModLine[]; readonly definitions: MacroDefinitions },
): ModuleState {
  const root = isRoot(before, path);
  const externs = new Set(
    root
      ? outlineRust(before.syntax(path)).units.flatMap(({ kind, defines }) =>
          kind === 'extern-crate' ? defines.map(({ name }) => name) : [],
        )
      : [],
  );
  const common = { modulePath, fromRoot, isRoot: root, externs, crates: crateNames(before, path) };
  const [facade, ...parts] = files.map((file): Part => {
    const syntax = syntaxOf(file.path);
    const own = innerAttributes(syntax).filter((one) => one.path === 'cfg');
    return {
      file,
      scope: readScope(syntax, { ...common, below: file.depth === 0 ? [] : [file.name] }),
      outer: [...(file.depth === 0 ? [] : (lineOf(lines, file)?.cfg ?? [])), ...own.map(({ argument }) => argument)],
      guards: readGuards(syntax),
    };
  });
  const scopeBefore = readScope(before.syntax(path), { ...common, below: [] }, (at) => placeOf(at).cfg);
  return {
    earlier: scopeBefore,
    facade: facade!,
    parts,
    isRoot: common.isRoot,
    valuesRead: createValuesRead([facade!, ...parts], definitions),
  };
}

export const lineOf = (lines: readonly ModLine[], { name, path }: PartFile): ModLine | undefined =>
  lines.find((one) => one.name === name && one.candidates.includes(path));

export function isRoot(view: View, path: string): boolean {
  const crates = view.manifests.crates;
  if (crates.some(({ targets }) => targets.some((target) => target.path === path))) return true;
  return crates.length === 0 && /^(lib|main)\.rs$/.test(basename(path));
}

/** Where it cannot be told which edition a file is of, it may be of either, and must mean the same in both. */
export const editionsOf = (view: View, path: string): boolean[] => {
  const edition = editionOf(view, path);
  return edition === null && crateOf(view, path) !== null ? [true, false] : [edition === '2015'];
};
