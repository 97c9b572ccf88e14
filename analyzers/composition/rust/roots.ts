import { by } from '../../../src/core/compare.ts';
import type { Crate, CrateTarget } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';

export interface Root {
  readonly path: string;
  readonly id: string;
  /** Folder of the manifest, for `env!("CARGO_MANIFEST_DIR")`; null without Cargo.toml. */
  readonly manifestDir: string | null;
  readonly test: boolean;
}

const ORDER: readonly CrateTarget['kind'][] = ['lib', 'bin', 'build', 'example', 'test', 'bench'];

/** The root files of all targets, libraries first: a file that two targets mount belongs to the first. */
export function rustRoots(view: View): Root[] {
  const { crates } = view.manifests;
  const names = new Map<string, number>();
  for (const crate of crates) names.set(crateName(crate), (names.get(crateName(crate)) ?? 0) + 1);
  const roots = [...crates].sort(by((crate) => crate.dir)).flatMap((crate) =>
    crate.targets.map((target) => ({
      order: ORDER.indexOf(target.kind),
      root: {
        path: target.path,
        id: targetId(crate, target, names.get(crateName(crate))! > 1),
        manifestDir: crate.dir,
        test: target.kind === 'test' || target.kind === 'bench',
      },
    })),
  );
  return roots.sort(by(({ order }) => order)).map(({ root }) => root);
}

const crateName = (crate: Crate): string =>
  (crate.targets.find(({ kind }) => kind === 'lib')?.name ?? crate.name).replace(/-/g, '_');

/** `demo`, `demo[bin tool]`; two crates of one name are told apart by their folders. */
function targetId(crate: Crate, target: CrateTarget, ambiguous: boolean): string {
  const name = ambiguous ? `${crateName(crate)}@${crate.dir}` : crateName(crate);
  if (target.kind === 'lib') return name;
  return target.kind === 'build' ? `${name}[build]` : `${name}[${target.kind} ${target.name}]`;
}
