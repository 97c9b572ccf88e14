import { stringAt, tableAt } from '../../../src/workspace/manifest-files.ts';
import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { composedOnce } from '../../composition/composed-once.ts';
import type { Composition } from '../../composition/composition.ts';
import { oncePerView } from '../../once.ts';
import { manifestTable } from '../../workspace-lints/read-lints.ts';
import { rustBridge } from './rust-bridge-fact.ts';
import type {
  RustClass,
  RustFile,
  RustFunction,
  RustMethods,
  RustModule,
  RustName,
  RustPaths,
  RustUse,
} from './rust-file.ts';

/** An item with the file and the scope that it stands in. */
export type Placed<Item> = Item & { readonly path: string; readonly scope: string };

/** What can be named in one module: `demo::a::b`; the body of a function is a scope of its own, `demo::a::fn f`. */
export interface Scope {
  readonly uses: Placed<RustUse>[];
  readonly functions: Placed<RustFunction>[];
  readonly classes: Placed<RustClass>[];
  readonly modules: Placed<RustModule>[];
  readonly names: Placed<RustName>[];
}

/** The names of all crates. */
export interface RustIndex {
  readonly scopes: ReadonlyMap<string, Scope>;
  /** Scopes that are a file's own. */
  readonly files: ReadonlySet<string>;
  readonly methods: readonly Placed<RustMethods>[];
  readonly calls: readonly Placed<RustFile['calls'][number]>[];
  readonly paths: readonly Placed<RustPaths>[];
  /** Id of a library's root scope -> its crate. */
  readonly crates: ReadonlyMap<string, Crate>;
  /** What a crate calls the libraries of the workspace that it depends on. */
  readonly externs: (root: string) => ReadonlyMap<string, string>;
  /** Files that could not be read, with the reason. */
  readonly unread: readonly { readonly path: string; readonly reason: string }[];
  readonly partial: ReadonlySet<string>;
}

/** The scope of a crate's root: `demo` of `demo::a::b`. */
export const rootOf = (scope: string): string => scope.split('::', 1)[0]!;

const emptyScope = (): Scope => ({ uses: [], functions: [], classes: [], modules: [], names: [] });

/** Reads every Rust file of every crate, by its fact. */
export const rustIndex = oncePerView(indexOf);

function indexOf(view: View): RustIndex {
  const composition = composedOnce(view);
  const scopes = new Map<string, Scope>();
  const methods: Placed<RustMethods>[] = [];
  const calls: Placed<RustFile['calls'][number]>[] = [];
  const paths: Placed<RustPaths>[] = [];
  const unread: { path: string; reason: string }[] = [];
  const partial = new Set<string>();
  const files = new Set<string>();
  const scopeAt = (id: string): Scope => {
    const known = scopes.get(id) ?? emptyScope();
    scopes.set(id, known);
    return known;
  };
  for (const { id, language, file, fragments } of composition.modules) {
    if (language !== 'rust') continue;
    scopeAt(id);
    files.add(id);
    for (const path of [file, ...fragments]) {
      const fact = view.facts(path, rustBridge, 'rust');
      if (fact.status === 'failed') {
        if (fact.reason !== 'symlink') unread.push({ path, reason: fact.reason });
        continue;
      }
      if (fact.status === 'partial') partial.add(path);
      const placed = <Item extends { readonly inline: readonly string[] }>(item: Item): Placed<Item> => ({
        ...item,
        path,
        scope: [id, ...item.inline].join('::'),
      });
      addFile(fact.value, placed, scopeAt);
      methods.push(...fact.value.methods.map(placed));
      calls.push(...fact.value.calls.map(placed));
      paths.push(...fact.value.paths.map(placed));
    }
  }
  const crates = cratesByRoot(view, composition);
  return {
    scopes,
    files,
    methods,
    calls,
    paths,
    crates,
    externs: externFinder(view, composition, crates),
    unread,
    partial,
  };
}

type Place = <Item extends { readonly inline: readonly string[] }>(item: Item) => Placed<Item>;

function addFile(file: RustFile, placed: Place, scopeAt: (id: string) => Scope): void {
  for (const use of file.uses.map(placed)) scopeAt(use.scope).uses.push(use);
  for (const fn of file.functions.map(placed)) scopeAt(fn.scope).functions.push(fn);
  for (const one of file.classes.map(placed)) scopeAt(one.scope).classes.push(one);
  for (const name of file.names.map(placed)) scopeAt(name.scope).names.push(name);
  for (const module of file.modules.map(placed)) {
    scopeAt(module.scope).modules.push(module);
    scopeAt(`${module.scope}::${module.name}`);
  }
}

function cratesByRoot(view: View, composition: Composition): Map<string, Crate> {
  const found = new Map<string, Crate>();
  for (const crate of view.manifests.crates)
    for (const { kind, path } of crate.targets) {
      const id = kind === 'lib' ? composition.moduleOf.get(path) : undefined;
      if (id !== undefined) found.set(id, crate);
    }
  return found;
}

const KINDS = ['dependencies', 'dev-dependencies', 'build-dependencies'];

/** Dependencies of a manifest, those of `[target.*]` included: what the code calls them, and the package. */
export function dependenciesOf(
  view: View,
  manifest: string,
): { readonly name: string; readonly package: string; readonly spec: Readonly<Record<string, unknown>> | null }[] {
  const table = manifestTable(view, manifest);
  const targets = tableAt(table, 'target') ?? {};
  const holders = [table, ...Object.keys(targets).map((name) => tableAt(targets, name))];
  return holders.flatMap((holder) =>
    KINDS.flatMap((kind) => {
      const own = tableAt(holder, kind) ?? {};
      return Object.keys(own).map((name) => {
        const spec = tableAt(own, name);
        return { name, package: stringAt(spec, 'package') ?? name, spec };
      });
    }),
  );
}

function externFinder(view: View, composition: Composition, crates: ReadonlyMap<string, Crate>): RustIndex['externs'] {
  const roots = new Map([...crates].map(([root, crate]) => [crate.name, root]));
  const owners = ownersOfRoots(view, composition);
  const known = new Map<string, ReadonlyMap<string, string>>();
  const nameOf = (root: string): string => libraryName(crates.get(root)!);
  /** Programs, tests and examples depend on the library of their own package. */
  const ownLibrary = (root: string, crate: Crate): [string, string][] => {
    const library = crates.has(root) ? undefined : roots.get(crate.name);
    return library === undefined ? [] : [[nameOf(library), library]];
  };
  const declared = (crate: Crate): [string, string][] =>
    dependenciesOf(view, crate.manifest).flatMap(({ name, package: of }): [string, string][] => {
      const target = roots.get(of);
      return target === undefined ? [] : [[(of === name ? nameOf(target) : name).replaceAll('-', '_'), target]];
    });
  return (root) => {
    const held = known.get(root);
    if (held) return held;
    const crate = crates.get(root) ?? owners.get(root);
    const found = new Map(crate ? [...ownLibrary(root, crate), ...declared(crate)] : []);
    known.set(root, found);
    return found;
  };
}

/** Id of the root scope of every target -> its crate. */
function ownersOfRoots({ manifests }: View, { moduleOf }: Composition): Map<string, Crate> {
  const found = new Map<string, Crate>();
  for (const crate of manifests.crates)
    for (const { path } of crate.targets) {
      const id = moduleOf.get(path);
      if (id !== undefined) found.set(id, crate);
    }
  return found;
}

/** What a library is called in code and as a file. */
export const libraryName = (crate: Crate): string =>
  (crate.targets.find(({ kind }) => kind === 'lib')?.name ?? crate.name).replaceAll('-', '_');
