import type { View } from '../../src/workspace/view.ts';
import { dependenciesOf } from '../bridge/rust/rust-index.ts';
import { declaredBy } from './declared-dependencies.ts';
import type { MapEdge } from './workspace-map.ts';

/** Dependencies between the units of one language, as their manifests say. */
export const packageEdges = (view: View): MapEdge[] => [
  ...crateEdges(view),
  ...distributionEdges(view),
  ...jsEdges(view),
];

function crateEdges(view: View): MapEdge[] {
  const names = new Set(view.manifests.crates.map(({ name }) => name));
  return view.manifests.crates.flatMap(({ name, manifest }) =>
    dependenciesOf(view, manifest)
      .filter((one) => names.has(one.package))
      .map((one) => edgeAt(view, manifest, { from: `crate:${name}`, to: `crate:${one.package}`, key: one.name })),
  );
}

function distributionEdges(view: View): MapEdge[] {
  const names = new Map(view.manifests.distributions.map(({ name }) => [plainName(name), name]));
  return view.manifests.distributions.flatMap((one) =>
    declaredBy(view, one).flatMap((key) => {
      const target = names.get(plainName(key));
      return target === undefined
        ? []
        : [edgeAt(view, one.manifest, { from: `dist:${one.name}`, to: `dist:${target}`, key })];
    }),
  );
}

/** As PEP 503 compares names. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

function jsEdges(view: View): MapEdge[] {
  const names = new Set(view.manifests.packages.map(({ name }) => name));
  return view.manifests.packages.flatMap(({ name, manifest }) =>
    jsDependencies(view, manifest)
      .filter((key) => names.has(key))
      .map((key) => edgeAt(view, manifest, { from: `js:${name}`, to: `js:${key}`, key })),
  );
}

function jsDependencies(view: View, manifest: string): string[] {
  try {
    const table = JSON.parse(view.text(manifest)) as Record<string, unknown>;
    return ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
      Object.keys(table[key] ?? {}),
    );
  } catch (error) {
    // A manifest that does not parse is a problem of its own, reported where manifests are read.
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function edgeAt(
  view: View,
  path: string,
  { from, to, key }: { readonly from: string; readonly to: string; readonly key: string },
): MapEdge {
  const lines = view.text(path).split('\n');
  const line = lines.findIndex((text) => text.includes(key) && !/^\s*name\b/.test(text)) + 1;
  return { from, to, kind: 'depends', path, line: Math.max(1, line) };
}
