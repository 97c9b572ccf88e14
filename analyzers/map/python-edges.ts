import type { PythonImport } from '../bridge/python/python-file.ts';
import { absoluteName, type PythonModule } from '../bridge/python/python-index.ts';
import { type Names, nativeAt } from '../bridge/python/resolve-name.ts';
import type { EdgeKind, MapEdge, WorkspaceMap } from './workspace-map.ts';

/** Imports between the Python modules of a workspace and to native modules; those that lead out of it stand apart. */
export function pythonEdges(names: Names): Pick<WorkspaceMap, 'edges' | 'outside'> {
  const edges: MapEdge[] = [];
  const outside: WorkspaceMap['outside'][number][] = [];
  const packages = packagesOf(names);
  for (const module of names.python.modules)
    for (const one of module.file.imports) {
      const importPlace = { path: module.path, line: one.line };
      const from = `py:${module.name.dotted}`;
      const kind = kindOf(one);
      const target = targetOf(names, module, one);
      if (target !== null)
        edges.push({
          from,
          to: target,
          kind: target.startsWith('native:') && kind === 'import' ? 'native' : kind,
          ...importPlace,
        });
      else if (one.level === 0 && !isInside(packages, one.module))
        outside.push({
          from,
          name: one.module.split('.', 1)[0]!,
          kind,
          isOptional: one.guard === 'fallback',
          ...importPlace,
        });
    }
  return { edges, outside };
}

const kindOf = ({ typeChecking, scope }: PythonImport): EdgeKind =>
  typeChecking ? 'type' : scope === 'function' ? 'deferred' : 'import';

/** Every dotted prefix of a module here: namespace packages have no file. */
function packagesOf({ python, bridges }: Names): Set<string> {
  const found = new Set<string>();
  for (const dotted of [...python.byName.keys(), ...python.stubs.keys(), ...bridges.map(({ module }) => module)])
    for (let prefix = dotted; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.'))))
      found.add(prefix);
  return found;
}

const isInside = (packages: ReadonlySet<string>, module: string): boolean => packages.has(module.split('.', 1)[0]!);

/** `from pkg import mod` leads to pkg.mod where that is a module, else to pkg. */
function targetOf(names: Names, module: PythonModule, one: PythonImport): string | null {
  const from = absoluteName(one, module);
  if (from === null) return null;
  const full = one.name === null ? from : `${from}.${one.name}`;
  for (const dotted of [full, from]) {
    const native = nativeAt(names, dotted);
    if (native) return `native:${native.bridge.module}`;
    if (names.python.byName.has(dotted)) return `py:${dotted}`;
  }
  return null;
}
