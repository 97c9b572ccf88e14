import { childByField, kindOf, type Syntax, textOf } from '../../../languages/syntax.ts';
import type { View } from '../../../workspace/view.ts';
import { compositionOfView } from './composition-of.ts';
import type { CargoPackage } from './read-packages.ts';

/** Modules that only one of two views has, as `a::b` below their crate's root; the deepest first. */
export interface ModuleDifference {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a split adds, and what a merge takes away: module paths to be read over when two compilations are compared. */
export function moduleDifference(before: View, after: View, member: CargoPackage): ModuleDifference {
  const old = modulePaths(before, member);
  const now = modulePaths(after, member);
  return { before: deepestFirst(old, now), after: deepestFirst(now, old) };
}

const deepestFirst = (paths: ReadonlySet<string>, without: ReadonlySet<string>): string[] =>
  [...paths]
    .filter((path) => !without.has(path))
    .sort((a, b) => b.split('::').length - a.split('::').length || (a < b ? -1 : 1));

function modulePaths(view: View, member: CargoPackage): Set<string> {
  const prefix = member.folder === '' ? '' : `${member.folder}/`;
  const changed = new Set(member.paths);
  const paths = compositionOfView(view)
    .modules.filter(({ language, file }) => language === 'rust' && file.startsWith(prefix))
    .flatMap(({ id, file, fragments }) => {
      const own = id.split('::').slice(1);
      const read = [file, ...fragments].filter((path) => changed.has(path) && view.file(path)?.grammar === 'rust');
      return [own, ...read.flatMap((path) => inlineModules(view.syntax(path)).map((inline) => [...own, ...inline]))];
    });
  return new Set(paths.filter(({ length }) => length > 0).map((path) => path.join('::')));
}

/** `mod a { mod b { … } }` as a and a::b. */
function inlineModules(syntax: Syntax): string[][] {
  const open: { readonly until: number; readonly path: string[] }[] = [];
  const found: string[][] = [];
  for (let node = 0; node < syntax.size; node++) {
    while (open.length > 0 && open[open.length - 1]!.until <= node) open.pop();
    if (kindOf(syntax, node) !== 'mod_item' || childByField(syntax, node, 'body') === -1) continue;
    const name = textOf(syntax, childByField(syntax, node, 'name')).replace(/^r#/, '');
    const path = [...(open[open.length - 1]?.path ?? []), name];
    found.push(path);
    open.push({ until: syntax.after[node]!, path });
  }
  return found;
}
