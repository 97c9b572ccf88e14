import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import { nameOf } from './source.ts';

/** Hand-overs that are followed: `from .backends import current` of a package that took it from a module that named it so. */
const MOST_HOPS = 3;

/**
 * Full names by which other modules pass a module on, under its name or another: `inv.compat.backend`, where `inv/compat.py` says
 * `from inv import store as backend`.
 */
export function passedNames(view: View, dotted: string): ReadonlySet<string> {
  const found = new Set<string>();
  const paths = view.files
    .filter(({ state, grammar }) => state === 'text' && grammar === 'python')
    .map(({ path }) => path);
  let wanted: ReadonlySet<string> = new Set([dotted]);
  for (let hop = 0; hop < MOST_HOPS && wanted.size > 0; hop++) {
    const words = [...wanted].map((one) => one.slice(one.lastIndexOf('.') + 1));
    const near = paths.filter((path) => words.some((word) => view.text(path).includes(word)));
    const passed = near.flatMap((path) => passedBy(view, path, wanted));
    wanted = new Set(passed.filter((name) => name !== dotted && !found.has(name)));
    for (const name of wanted) found.add(name);
  }
  return found;
}

/** Where a file binds one of them at its top. */
function passedBy(view: View, path: string, wanted: ReadonlySet<string>): string[] {
  const { dotted, package: home } = nameOf(view, path);
  return readImports(view.syntax(path))
    .filter(({ scope }) => scope === 'module')
    .flatMap((item) => localNames(item, home, wanted))
    .map((name) => `${dotted}.${name}`);
}

function localNames({ kind, level, module, names }: PythonImport, home: string, wanted: ReadonlySet<string>): string[] {
  if (kind === 'import') return names.flatMap(({ name, alias }) => (alias !== null && wanted.has(name) ? [alias] : []));
  const from = absoluteModule(level, module, home);
  return names.flatMap(({ name, alias }) =>
    wanted.has(from === '' ? name : `${from}.${name}`) ? [alias ?? name] : [],
  );
}
