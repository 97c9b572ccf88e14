import type { Crate, Distribution } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { type DeclaredVersion, lineAt } from './declared-version.ts';

/** `m.add("__version__", "1.2.3")`: a version that a native module exports; `env!("CARGO_PKG_VERSION")` needs no look. */
const ADDED = /\.add\(\s*(?:intern!\([^)]*\)|"(VERSION|__version__)")\s*,\s*"([^"]*)"\s*,?\s*\)/g;

export function rustLiterals(view: View, crate: Crate): DeclaredVersion[] {
  const roots = crate.targets.filter(({ kind }) => kind === 'lib').map(({ path }) => path);
  return roots.flatMap((path) => {
    if (view.file(path)?.state !== 'text') return [];
    const text = view.text(path);
    return [...text.matchAll(ADDED)].flatMap((found): DeclaredVersion[] =>
      found[1] === undefined
        ? []
        : [{ version: found[2]!, path, line: lineAt(text, found.index), what: `m.add("${found[1]}")` }],
    );
  });
}

const DUNDER = /^(?:__version__|VERSION)\s*(?::\s*\w+\s*)?=\s*(["'])([^"'\n]*)\1/m;
const NAMES = ['__init__.py', '_version.py', 'version.py', '__about__.py', '__version__.py'];

/** `__version__ = "1.2.3"` of the distribution's top packages; what reads the metadata at run time needs no look. */
export function pythonLiterals(view: View, { importRoots }: Distribution): DeclaredVersion[] {
  const roots = importRoots.map((root) => (root === '' ? '' : `${root}/`));
  return view.files
    .filter(({ path, state }) => state === 'text' && path.endsWith('.py') && isTop(path, roots))
    .flatMap(({ path }): DeclaredVersion[] => {
      const text = view.text(path);
      const found = DUNDER.exec(text);
      return found ? [{ version: found[2]!, path, line: lineAt(text, found.index), what: '__version__' }] : [];
    });
}

const isTop = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => {
    const [folder, name, ...rest] = path.startsWith(root) ? path.slice(root.length).split('/') : [];
    return (
      rest.length === 0 &&
      name !== undefined &&
      NAMES.includes(name) &&
      !/^(?:tests?|docs|examples|scripts|benchmarks?)$/.test(folder!)
    );
  });
