import { type ModuleName, moduleName } from '../../../src/languages/python/module-name.ts';
import type { View } from '../../../src/workspace/view.ts';
import { isFixture } from '../../gate/is-fixture.ts';
import { oncePerView } from '../../once.ts';
import { pythonBridge } from './python-bridge-fact.ts';
import type { ImportRef, PythonFile } from './python-file.ts';

export interface PythonModule {
  readonly path: string;
  readonly name: ModuleName;
  readonly file: PythonFile;
}

/** The Python modules of a workspace by their dotted names. */
export interface PythonIndex {
  readonly modules: readonly PythonModule[];
  /** Several files may have one name: then none of them is sure. */
  readonly byName: ReadonlyMap<string, readonly PythonModule[]>;
  /** Dotted name -> the stub that describes it. */
  readonly stubs: ReadonlyMap<string, string>;
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
}

export const pythonIndex = oncePerView(indexOf);

function indexOf(view: View): PythonIndex {
  const roots = view.manifests.distributions.flatMap(({ importRoots }) => importRoots);
  const has = (path: string): boolean => view.file(path) !== undefined;
  // A folder with stubs alone is a package too.
  const hasPackage = (path: string): boolean => has(path) || has(`${path}i`);
  const modules: PythonModule[] = [];
  const byName = new Map<string, PythonModule[]>();
  const stubs = new Map<string, string>();
  const unread: { path: string; reason: string }[] = [];
  for (const { path, grammar, state } of view.files) {
    if (grammar !== 'python' || state !== 'text' || isFixture(path)) continue;
    if (path.endsWith('.pyi')) {
      stubs.set(moduleName(path, hasPackage, roots).dotted, path);
      continue;
    }
    const name = moduleName(path, has, roots);
    const fact = view.facts(path, pythonBridge);
    if (fact.status === 'failed') {
      unread.push({ path, reason: fact.reason });
      continue;
    }
    const made = { path, name, file: fact.value };
    modules.push(made);
    byName.set(name.dotted, [...(byName.get(name.dotted) ?? []), made]);
  }
  return { modules, byName, stubs, unread };
}

/** The dotted name that an import means in a module; null where it leads above the top. */
export function absoluteName({ level, module }: ImportRef, { name }: Pick<PythonModule, 'name'>): string | null {
  if (level === 0) return module;
  const parts = name.package === '' ? [] : name.package.split('.');
  if (level - 1 > parts.length) return null;
  const base = parts.slice(0, parts.length - (level - 1));
  const full = [...base, ...(module === '' ? [] : module.split('.'))].join('.');
  return full === '' ? null : full;
}
