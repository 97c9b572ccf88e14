import type { View } from '../../src/workspace/view.ts';
import type { MapNode } from './workspace-map.ts';

export interface Units {
  readonly nodes: readonly Omit<MapNode, 'owner'>[];
  /** Id of the unit of a kind that holds a file: the one with the deepest folder; null where none does. */
  readonly of: (path: string, kind: 'crate' | 'distribution') => string | null;
}

/** Crates, distributions and JS packages by their manifests. */
export function unitFinder(view: View): Units {
  const { crates, distributions, packages } = view.manifests;
  const nodes = [
    ...crates.map(({ name, manifest, dir }) => ({ id: `crate:${name}`, kind: 'crate' as const, path: manifest, dir })),
    ...distributions.map(({ name, manifest, dir }) => ({
      id: `dist:${name}`,
      kind: 'distribution' as const,
      path: manifest,
      dir,
    })),
    ...packages.map(({ name, manifest, dir }) => ({
      id: `js:${name}`,
      kind: 'js-package' as const,
      path: manifest,
      dir,
    })),
  ];
  const deepest = [...nodes].sort((a, b) => b.dir.length - a.dir.length);
  return {
    nodes: nodes.map(({ id, kind, path }) => ({ id, kind, path, unit: null })),
    of: (path, kind) =>
      deepest.find((node) => node.kind === kind && (node.dir === '' || path.startsWith(`${node.dir}/`)))?.id ?? null,
  };
}
