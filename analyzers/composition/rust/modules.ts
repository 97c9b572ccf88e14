import { byText } from '../../../src/core/compare.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Module, Splice } from '../composition.ts';
import { dirOf, stemOf } from '../resolve-path.ts';
import { crateDirOf } from './crate-dir.ts';
import { compositionOf } from './facts.ts';
import { macrosOf } from './macros.ts';
import { type Context, type Reference, referencesOf } from './references.ts';
import { type Root, rustRoots } from './roots.ts';

export interface RustModules {
  readonly modules: readonly Module[];
  readonly splices: readonly Splice[];
}

/** One file mounted once: as a module, or spliced into one. */
interface Mount {
  readonly path: string;
  readonly context: Context;
  readonly module: string;
  /** The file that carries the module: itself, or the one that splices it. */
  readonly carrier: string;
}

/** Follows `mod`, `#[path]` and `include!` from the roots of all crates, then from what they leave. */
export function rustModules(view: View): RustModules {
  const sources = view.files.filter((file) => file.grammar === 'rust').map(({ path }) => path);
  const walk = createWalk(view);
  for (const root of rustRoots(view)) walk.follow(root);
  for (const guess of guessedRoots(view, sources, walk.mounted))
    if (!walk.mounted.has(guess)) walk.follow(guessedRoot(view, guess));
  return { modules: walk.modules(), splices: walk.splices() };
}

const guessedRoot = (view: View, path: string): Root => ({
  path,
  id: path,
  manifestDir: crateDirOf(view, path),
  test: false,
});

/** Files that a file names, read as if it were a root; itself is none. */
const namedIn = (view: View, path: string): string[] =>
  referencesIn(view, path, contextOf(guessedRoot(view, path))).flatMap(({ targets }) =>
    targets.filter((one) => one !== path),
  );

/** Files that no crate reaches, those first that look like roots and those that nothing else names. */
function guessedRoots(view: View, sources: readonly string[], mounted: ReadonlySet<string>): string[] {
  const left = sources.filter((path) => !mounted.has(path));
  const named = new Set(left.flatMap((path) => namedIn(view, path)));
  const rank = (path: string): number => (/(^|\/)(lib|main)\.rs$/.test(path) ? 0 : named.has(path) ? 2 : 1);
  return left.sort((a, b) => rank(a) - rank(b) || byText(a, b));
}

const OWN_FOLDER = /^(lib|main|mod|build)$/;

const contextOf = (root: Root): Context => ({
  path: root.path,
  dir: dirOf(root.path),
  // A file that is no crate's root and not called like one has its children in a folder of its name.
  relative: root.id === root.path && !OWN_FOLDER.test(stemOf(root.path)) ? stemOf(root.path) : null,
  manifestDir: root.manifestDir,
  test: root.test,
});

function referencesIn(view: View, path: string, context: Context): Reference[] {
  return referencesOf(view, compositionOf(view, path), context, macrosOf(view, path));
}

function createWalk(view: View) {
  const mounted = new Set<string>();
  const modules = new Map<string, { id: string; file: string; fragments: string[] }>();
  const spliced = new Map<string, string>();
  const splices = new Map<string, Splice & { targets: string[] }>();

  const follow = (root: Root): void => {
    if (!readable(view, root.path)) return;
    const open: Mount[] = [{ path: root.path, context: contextOf(root), module: root.id, carrier: root.path }];
    const seen = new Set<string>();
    while (open.length > 0) {
      const mount = open.shift()!;
      const key = `${mount.path}\n${mount.module}`;
      if (seen.has(key)) continue;
      seen.add(key);
      mounted.add(mount.path);
      if (mount.carrier === mount.path) {
        if (!modules.has(mount.path)) modules.set(mount.path, { id: mount.module, file: mount.path, fragments: [] });
      } else if (!spliced.has(mount.path)) spliced.set(mount.path, mount.carrier);
      for (const reference of referencesIn(view, mount.path, mount.context)) {
        record(splices, reference.splice);
        for (const child of reference.mounts) open.push(childMount(mount, child));
      }
    }
  };

  return {
    mounted,
    follow,
    splices: () => sortSplices([...splices.values()]),
    modules: () => withFragments(modules, spliced),
  };
}

const readable = (view: View, path: string): boolean => view.file(path)?.state === 'text';

function childMount(parent: Mount, child: Reference['mounts'][number]): Mount {
  if (child.segments === null)
    return { path: child.context.path, context: child.context, module: parent.module, carrier: parent.carrier };
  const module = [parent.module, ...child.segments].join('::');
  return { path: child.context.path, context: child.context, module, carrier: child.context.path };
}

/** The same place read in several contexts (a file of two targets) is one splice with all targets. */
function record(splices: Map<string, Splice & { targets: string[] }>, splice: Splice): void {
  const key = `${splice.path}\n${splice.start}\n${splice.kind}\n${splice.form}\n${splice.targets.length === 0 ? splice.unresolved : ''}`;
  const place = `${splice.path}\n${splice.start}\n${splice.kind}`;
  const known = splices.get(place) ?? splices.get(key);
  if (!known) {
    splices.set(place, { ...splice, targets: [...splice.targets] });
    return;
  }
  for (const target of splice.targets) if (!known.targets.includes(target)) known.targets.push(target);
  if (known.targets.length > 0 && known.unresolved !== null) splices.set(place, { ...known, unresolved: null });
}

const sortSplices = (splices: readonly Splice[]): Splice[] =>
  [...splices].sort((a, b) => byText(a.path, b.path) || a.start - b.start || byText(a.kind, b.kind));

function withFragments(
  modules: ReadonlyMap<string, { id: string; file: string; fragments: string[] }>,
  spliced: ReadonlyMap<string, string>,
): Module[] {
  for (const [fragment, carrier] of spliced) if (!modules.has(fragment)) modules.get(carrier)!.fragments.push(fragment);
  return [...modules.values()].map((module) => ({ ...module, language: 'rust' as const }));
}
