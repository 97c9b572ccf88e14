import type { View } from '../../../workspace/view.ts';
import type { Build } from './prove-build.ts';

const known = new WeakMap<View, Map<string, View>>();

/** Files that are where they were as modules and not as files: `m/mod.rs` for `m.rs`, by where they are now. */
export function renamedFiles(before: View, after: View): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, state } of after.files) {
    const old = path.endsWith('/mod.rs') ? path.replace(/\/mod\.rs$/, '.rs') : null;
    if (old === null || state !== 'text' || before.file(path) || after.file(old)) continue;
    if (before.file(old)?.state === 'text') found.set(path, old);
  }
  return found;
}

/** The state before by the paths of the state after; the one that was given where nothing is renamed. */
export function formerView(before: View, after: View): View {
  const renamed = renamedFiles(before, after);
  if (renamed.size === 0) return before;
  const key = JSON.stringify([...renamed]);
  const views = known.get(before) ?? new Map<string, View>();
  known.set(before, views);
  const view = views.get(key) ?? rename(before, renamed);
  views.set(key, view);
  return view;
}

function rename(before: View, renamed: ReadonlyMap<string, string>): View {
  const base = [...renamed.values()].map((path) => ({
    path,
    hash: before.file(path)!.key,
    mode: before.file(path)!.mode,
  }));
  const move = [...renamed].map(([to, from]) => ({ from, to }));
  return before.overlay({ base, edit: [], create: [], move, delete: [] });
}

/** A build of the state before, with what it compiled by the paths of the state after. */
export function byFormerNames(build: Build, renamed: ReadonlyMap<string, string>): Build {
  if (renamed.size === 0) return build;
  const now = new Map([...renamed].map(([to, from]) => [from, to]));
  const named = (files: ReadonlySet<string>): Set<string> => new Set([...files].map((file) => now.get(file) ?? file));
  return {
    ...build,
    targets: build.targets.map((target) => ({ ...target, files: named(target.files) })),
    compiled: named(build.compiled),
    byTarget: new Map([...build.byTarget].map(([target, files]) => [target, named(files)])),
  };
}
