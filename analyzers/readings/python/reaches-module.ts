import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import type { View } from '../../../src/workspace/view.ts';
import { type ModuleFile, moduleFile } from './module-file.ts';

/**
 * Whether importing some modules comes to import another: by what the files of the workspace import while they are loaded. Packages above the
 * other are loaded before it anyway. What lies in no file of the workspace but should, by its name, may come to it as well.
 * @param from absolute names
 */
export function reachesModule(view: View, from: readonly string[], target: string): boolean {
  const family = target.split('.')[0]!;
  const above = (name: string): boolean => target.startsWith(`${name}.`);
  const seen = new Set(from.filter((name) => !above(name)));
  // A set that grows while it is walked is walked to its end.
  for (const name of seen) {
    if (name === target) return true;
    if (name.split('.')[0] !== family) continue;
    const file = moduleFile(view, name);
    if (file === null) {
      if (isUnknown(view, name)) return true;
      continue;
    }
    for (const next of asked(view, file)) if (!above(next)) seen.add(next);
  }
  return false;
}

/** `pkg.m.f` is a name of `pkg.m`; `pkg._speedups` without a file is compiled, and what it imports is not known. */
const isUnknown = (view: View, name: string): boolean => {
  const home = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const parent = moduleFile(view, home);
  return parent?.name.init === true && !definesName(view, parent, name.slice(home.length + 1));
};

const definesName = (view: View, { path }: ModuleFile, name: string): boolean =>
  new RegExp(`\\b${name}\\b`).test(view.text(path));

/** Modules that a file asks for while it is loaded; of a `from` import the names too, which may be modules. */
function asked(view: View, { path, name }: ModuleFile): string[] {
  return readImports(view.syntax(path))
    .filter(({ scope, typeChecking, kind }) => scope !== 'function' && !typeChecking && kind !== 'future')
    .flatMap((item) => modulesOf(item, name.package));
}

/** Every module that an import may load, by its absolute name. */
export function modulesOf(item: PythonImport, packageName: string): string[] {
  if (item.kind === 'import') return item.names.flatMap(({ name }) => withParents(name));
  const module = absoluteModule(item.level, item.module, packageName);
  if (module === null) return [];
  return [...withParents(module), ...item.names.map(({ name }) => (module === '' ? name : `${module}.${name}`))];
}

/** `import a.b.c` loads a and a.b as well. */
const withParents = (dotted: string): string[] =>
  dotted === '' ? [] : dotted.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'));
