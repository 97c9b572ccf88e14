import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Plan } from '../../../src/core/plan.ts';
import type { EditContext } from './edit-context.ts';

/** The facade's name in references; no module can have it. */
export const FACADE = '(facade)';

/** What one resulting file reads from another one. */
export interface CutEdge {
  readonly from: string;
  readonly to: string;
  /** Pairs of atoms: one for each that would have to be moved to close the cut. */
  readonly pairs: number;
  readonly reads: number;
}

export interface PlanReferences {
  /** Sorted by reads, the most first. */
  readonly cut: readonly CutEdge[];
  /** Files that need one another in a cycle; in Rust that is fine, in Python and JavaScript an import order may not exist. */
  readonly circles: readonly (readonly string[])[];
  /** References that stay inside a file. */
  readonly inside: number;
}

/** The cross-references that a plan cuts. */
export function planReferences(plan: Plan, { references, atoms }: EditContext): PlanReferences {
  const places = new Map(
    plan.modules.flatMap(({ name, units }) => units.map((unit): [string, string] => [unit, name])),
  );
  const placeOf = (a: number): string => places.get(atoms[a]!.units[0]!.id) ?? FACADE;
  const edges = new Map<string, { from: string; to: string; pairs: number; reads: number }>();
  let inside = 0;
  references.forEach((targets, a) => {
    const from = placeOf(a);
    for (const [b, reads] of targets) {
      const to = placeOf(b);
      if (from === to) {
        inside += reads;
        continue;
      }
      const key = `${from} ${to}`;
      const known = edges.get(key) ?? { from, to, pairs: 0, reads: 0 };
      known.pairs += 1;
      known.reads += reads;
      edges.set(key, known);
    }
  });
  const cut = [...edges.values()].sort((x, y) => y.reads - x.reads || order(x.from, y.from) || order(x.to, y.to));
  return { cut, circles: circlesOf(plan, cut), inside };
}

function circlesOf(plan: Plan, cut: readonly CutEdge[]): string[][] {
  const names = [FACADE, ...plan.modules.map(({ name }) => name)];
  const index = new Map(names.map((name, i) => [name, i]));
  const edges = names.map((name) => cut.filter(({ from }) => from === name).flatMap(({ to }) => index.get(to) ?? []));
  return stronglyConnected(edges)
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort((a, b) => a - b).map((i) => names[i]!));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
