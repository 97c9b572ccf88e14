import type { BridgeConfig } from '../../src/config/config.ts';
import { stringsAt, tableAt } from '../../src/workspace/manifest-files.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { oncePerView } from '../once.ts';
import { manifestTable } from '../workspace-lints/read-lints.ts';
import { type Built, builtModules } from './built-modules.ts';
import type { Bridge } from './native.ts';
import { absoluteName, pythonIndex } from './python/python-index.ts';
import { hasOptionalTail, pyo3Version, truthIn } from './rust/features.ts';
import { type ModuleItem, moduleNameOf } from './rust/members.ts';
import type { ModelContext } from './rust/model-context.ts';
import { moduleModel, modulesOf } from './rust/module-model.ts';
import { dependenciesOf, libraryName, type RustIndex, rustIndex } from './rust/rust-index.ts';

/** The native modules of a workspace, and what could not be told of them. */
export interface Bridges {
  readonly bridges: readonly Bridge[];
  readonly unknown: readonly { readonly path: string; readonly reason: string; readonly line?: number }[];
  /** `[[bridge]]` tables that name no crate here. */
  readonly lost: readonly BridgeConfig[];
}

const NONE: Bridges = { bridges: [], unknown: [], lost: [] };

/** Every crate that makes a Python module, by the configuration, the manifests of Python's build tools, or by itself. */
export const findBridges = oncePerView(bridgesIn);

function bridgesIn(view: View): Bridges {
  const speaking = view.manifests.crates.filter((crate) => speaksOfPython(view, crate));
  const lost = view.config.bridges.filter((one) => crateFor(view, one.crate) === null);
  const broken = unreadManifests(view);
  if (speaking.length === 0) return { ...NONE, lost, unknown: broken };
  const index = rustIndex(view);
  const built = builtModules(view);
  const unknown: { path: string; reason: string; line?: number }[] = [
    ...broken,
    ...index.unread.map((one) => ({ ...one })),
  ];
  const bridges: Bridge[] = [];
  for (const [root, crate] of index.crates) {
    if (!speaking.includes(crate) || (isFixture(crate.dir) && crate.cargoRoot !== '')) continue;
    const own = bridgesOf({ view, index, built }, root, crate);
    bridges.push(...own.bridges);
    unknown.push(...own.unknown);
  }
  return { bridges: withoutDoubles(bridges, unknown), unknown, lost };
}

/** Manifests that speak of a bridge and cannot be read: what they make is not known. */
const unreadManifests = (view: View): { path: string; reason: string }[] =>
  view.manifests.problems
    .filter(({ path }) => !isFixture(path) && /pyo3|maturin|setuptools.rust/i.test(view.text(path)))
    .map(({ path, line, reason }) => ({ path, reason: line === null ? reason : `line ${line}: ${reason}` }));

/** By name or folder; null where there is none. */
const crateFor = (view: View, named: string): Crate | null =>
  view.manifests.crates.find(({ name, dir }) => name === named || dir === named.replace(/\/$/, '')) ?? null;

const speaksOfPython = (view: View, crate: Crate): boolean =>
  dependenciesOf(view, crate.manifest).some((one) => one.package === 'pyo3');

interface Finder {
  readonly view: View;
  readonly index: RustIndex;
  readonly built: readonly Built[];
}

function bridgesOf({ view, index, built }: Finder, root: string, crate: Crate): Pick<Bridges, 'bridges' | 'unknown'> {
  const declaredBridges = view.config.bridges.filter((one) => crateFor(view, one.crate) === crate);
  const named = built.filter(({ manifest }) => manifest === crate.manifest);
  if (declaredBridges.length === 0 && named.length === 0 && !isDynamic(view, crate))
    return { bridges: [], unknown: [] };
  const asked = named.flatMap(({ features }) => features);
  const context: ModelContext = {
    index,
    truth: (of) => truthIn(view, index.crates.get(of), crate, asked),
    optionalTail: hasOptionalTail(pyo3Version(view, crate)),
    classes: new Map(),
  };
  const items = modulesOf(context, root);
  const about = { name: crate.name, dir: crate.dir, manifest: crate.manifest };
  const make = (
    item: ModuleItem,
    module: string,
    source: Bridge['source'],
    mirrors: readonly string[] = [],
  ): Bridge => ({
    module,
    source,
    crate: about,
    native: moduleModel(context, item),
    mirrors,
  });
  const wanted = [
    ...declaredBridges.map(({ module }) => ({
      module,
      source: 'configuration' as const,
      mirrors: [] as readonly string[],
    })),
    ...(declaredBridges.length > 0 ? [] : named),
  ];
  if (wanted.length === 0) {
    const item = pick(items, libraryName(crate));
    return item ? { bridges: [make(item, importedAs(view, moduleNameOf(item)), 'crate')], unknown: [] } : NONE;
  }
  const bridges: Bridge[] = [];
  const unknown: { path: string; reason: string }[] = [];
  for (const { module, source, mirrors } of wanted) {
    const item = pick(items, module.slice(module.lastIndexOf('.') + 1));
    if (item) bridges.push(make(item, module, source, mirrors));
    else unknown.push({ path: crate.manifest, reason: `no #[pymodule] for ${module} is found: a macro may make it` });
  }
  return { bridges, unknown };
}

/**
 * A build tool that is not read may put a module into a package: `_core` is `acme._core` where the workspace's own package imports it by that
 * name alone, and no file of Python is it.
 */
function importedAs(view: View, name: string): string {
  const python = pythonIndex(view);
  const asked = python.modules.flatMap((module) =>
    module.file.imports.flatMap((one) => {
      const from = absoluteName(one, module);
      return from === null ? [] : [from, ...(one.name === null ? [] : [`${from}.${one.name}`])];
    }),
  );
  const [only, ...more] = new Set(
    asked.filter((dotted) => {
      const at = dotted.lastIndexOf('.');
      return dotted.slice(at + 1) === name && !python.byName.has(dotted) && python.byName.has(dotted.slice(0, at));
    }),
  );
  return only !== undefined && more.length === 0 && !asked.includes(name) ? only : name;
}

/** The module of that name, else the only one that stands in no other. */
function pick(items: readonly ModuleItem[], name: string): ModuleItem | null {
  const named = items.filter((item) => moduleNameOf(item) === name);
  const outer = named.find(
    ({ item }) =>
      !items.some(
        (other) => other.kind === 'module' && item.scope.startsWith(`${other.item.scope}::${other.item.name}`),
      ),
  );
  if (outer ?? named[0]) return outer ?? named[0]!;
  const [only, ...more] = items.filter(
    ({ item }) =>
      !items.some(
        (other) => other.kind === 'module' && item.scope.startsWith(`${other.item.scope}::${other.item.name}`),
      ),
  );
  return only !== undefined && more.length === 0 ? only : null;
}

function isDynamic(view: View, crate: Crate): boolean {
  const library = tableAt(manifestTable(view, crate.manifest), 'lib');
  return [...stringsAt(library, 'crate-type'), ...stringsAt(library, 'crate_type')].includes('cdylib');
}

/** Two bridges of one name: whose names Python gets depends on what is installed. */
function withoutDoubles(bridges: readonly Bridge[], unknown: { path: string; reason: string }[]): Bridge[] {
  const counts = new Map<string, number>();
  for (const { module } of bridges) counts.set(module, (counts.get(module) ?? 0) + 1);
  return bridges.filter(({ module, crate }) => {
    if (counts.get(module) === 1) return true;
    unknown.push({ path: crate.manifest, reason: `several crates make ${module}: which one is imported is not known` });
    return false;
  });
}
