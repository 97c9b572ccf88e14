import type { View } from '../../../src/workspace/view.ts';
import { dirOf, stemOf } from '../../composition/resolve-path.ts';
import { rustRoots } from '../../composition/rust/roots.ts';
import { bounded, escaped, type ModuleName } from '../module-name.ts';

/** Names of modules below the workspace's crates. @param idOf parses the whole workspace: asked only where a name looks like it */
export function rustNames(view: View, idOf: (path: string) => string | undefined): (path: string) => ModuleName | null {
  const crates = rustRoots(view).flatMap(({ id }) => (/^\w+$/.test(id) ? [id] : []));
  return (path) =>
    view.file(path)?.grammar !== 'rust' || crates.length === 0 ? null : rustName(view, path, crates, idOf);
}

function rustName(
  view: View,
  path: string,
  crates: readonly string[],
  idOf: (path: string) => string | undefined,
): ModuleName {
  const tail = mountedByPath(view, path) ? '' : stemOf(path) === 'mod' ? stemOf(dirOf(path)) : stemOf(path);
  return {
    hint: `::${tail}`,
    pattern: bounded(`(?:${crates.join('|')})(?:::\\w+)*::${tail === '' ? '\\w+' : escaped(tail)}`),
    matches: (name) => idOf(path) === name,
  };
}

/** `#[path = "x/m.rs"]` and `include!("x/m.rs")` give a file any name. */
function mountedByPath(view: View, path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const mount = new RegExp(`(?:\\bpath\\s*=|\\binclude!)[^\\n]*["/]${escaped(file)}"`);
  return view.files.some(
    ({ path: from, grammar, state }) =>
      grammar === 'rust' && state === 'text' && view.text(from).includes(file) && mount.test(view.text(from)),
  );
}
