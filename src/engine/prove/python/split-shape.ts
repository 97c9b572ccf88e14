import { absoluteModule, moduleName } from '../../../languages/python/module-name.ts';
import type { View } from '../../../workspace/view.ts';
import { type PythonFile, readFile } from './read-file.ts';

/** One module before, and the files that it became. */
export interface SplitShape {
  readonly before: PythonFile;
  readonly facade: PythonFile;
  readonly parts: readonly PythonFile[];
  /** Modules below the facade's package, by their dotted names, that no split made. */
  readonly submodules: ReadonlySet<string>;
}

export interface Shapes {
  readonly splits: readonly SplitShape[];
  /** Changed files that belong to no split. */
  readonly strays: readonly string[];
}

/**
 * Finds the splits in a change by what imports what: a facade is a file that was there before (or the package that took a module's
 * place), its parts are the new files that it reaches by imports.
 * @param paths changed Python files of the state after
 */
export function splitShapes(before: View, after: View, paths: readonly string[]): Shapes {
  const created = new Map(
    paths
      .filter((path) => !before.file(path))
      .map((path) => {
        const file = readFile(after, path);
        return [file.name.dotted, file] as const;
      }),
  );
  const splits: SplitShape[] = [];
  const used = new Set<string>();
  for (const path of paths) {
    const origin = originOf(before, after, path);
    if (origin === null) continue;
    const facade = readFile(after, path);
    const parts = reached(facade, created);
    for (const part of parts) used.add(part.path);
    used.add(path);
    splits.push({ before: readFile(before, origin), facade, parts, submodules: submodulesOf(after, facade, parts) });
  }
  return { splits, strays: paths.filter((path) => !used.has(path)) };
}

function submodulesOf(view: View, { name }: PythonFile, parts: readonly PythonFile[]): Set<string> {
  if (!name.init) return new Set();
  const partNames = new Set(parts.map((part) => part.name.dotted));
  const roots = view.manifests.distributions.flatMap(({ importRoots }) => importRoots);
  const folder = `${name.root === '' ? '' : `${name.root}/`}${name.dotted.replaceAll('.', '/')}/`;
  return new Set(
    view.files
      .filter(({ path }) => path.startsWith(folder) && path.endsWith('.py'))
      .map(({ path }) => moduleName(path, (other) => view.file(other) !== undefined, roots).dotted)
      .filter((dotted) => dotted !== name.dotted && !partNames.has(dotted)),
  );
}

/** The file before that a file after stands for, or null for a new one. */
function originOf(before: View, after: View, path: string): string | null {
  if (before.file(path)) return path;
  const module = /^(.*)\/__init__\.py$/.exec(path)?.[1];
  if (module === undefined) return null;
  const old = `${module}.py`;
  return before.file(old) && !after.file(old) ? old : null;
}

function reached(facade: PythonFile, created: ReadonlyMap<string, PythonFile>): PythonFile[] {
  const found = new Map<string, PythonFile>();
  const waiting = [facade];
  for (let file = waiting.pop(); file; file = waiting.pop())
    for (const target of importedModules(file)) {
      const part = created.get(target);
      if (!part || found.has(target) || part.path === facade.path) continue;
      found.set(target, part);
      waiting.push(part);
    }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Absolute names of all modules that a file may import, names of `from` imports included. */
function importedModules(file: PythonFile): string[] {
  return file.statements.flatMap(({ imports }) =>
    imports.flatMap((item) => {
      if (item.kind === 'import') return item.names.map(({ name }) => name);
      const module = absoluteModule(item.level, item.module, file.name.package) ?? '';
      return [module, ...item.names.map(({ name }) => (module === '' ? name : `${module}.${name}`))];
    }),
  );
}
