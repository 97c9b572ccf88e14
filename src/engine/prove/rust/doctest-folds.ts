import type { View } from '../../../workspace/view.ts';
import type { CargoPackage } from './read-packages.ts';
import { splicedModules } from './spliced-tests.ts';

/**
 * Module paths of the files that a change adds, and the module that their items are known by: `m::c` -> `m`. Longest first.
 * The path is that of the plain layout (`src/m/c.rs`); a module mounted elsewhere keeps its own name, and its doctests then differ.
 */
export function foldsOf(before: View, after: View, member: CargoPackage): [string, string][] {
  const source = member.folder === '' ? 'src/' : `${member.folder}/src/`;
  const spliced = splicedModules(before, after, member).map(([later, earlier]): [string, string] => [later, earlier]);
  const added = member.paths
    .filter((path) => path.startsWith(source) && !before.file(path) && after.file(path))
    .map((path) =>
      path
        .slice(source.length)
        .replace(/(?:\/mod)?\.rs$/, '')
        .split('/'),
    )
    .sort((a, b) => b.length - a.length)
    .map((segments): [string, string] => [segments.join('::'), segments.slice(0, -1).join('::')]);
  return [...spliced, ...added];
}
