import type { Composition } from '../../../analyzers/composition/composition.ts';
import { byText } from '../../core/compare.ts';
import { sanitize } from '../sanitize.ts';
import { isNotable } from './describe-splice.ts';

/** Files and who names whom, as the graph renderers draw it: without plain `mod x;`, each pair and sort once. */
export interface Graph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly missing: boolean }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

export function graphOf(composition: Composition): Graph {
  const names = new Set<string>();
  const missing = new Set<string>();
  const pairs = new Map<string, { from: string; to: string; label: string }>();
  for (const { path, line, kind, targets, unresolved } of composition.splices.filter(isNotable)) {
    const ends = unresolved === null ? targets : [`${path}:${line} ${unresolved}`];
    if (unresolved !== null) missing.add(ends[0]!);
    for (const to of ends) {
      names.add(path).add(to);
      pairs.set(`${path}\n${to}\n${kind}`, { from: path, to, label: kind });
    }
  }
  const sorted = [...names].sort(byText);
  const idOf = new Map(sorted.map((name, i) => [name, `n${i}`]));
  return {
    nodes: sorted.map((name) => ({ id: idOf.get(name)!, label: sanitize(name), missing: missing.has(name) })),
    edges: [...pairs.values()].map(({ from, to, label }) => ({ from: idOf.get(from)!, to: idOf.get(to)!, label })),
  };
}
