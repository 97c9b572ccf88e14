import { by } from '../../src/core/compare.ts';
import type { View } from '../../src/workspace/view.ts';
import { covers } from '../boundary/select.ts';
import { anyOwnerFinder } from '../churn/history-owners.ts';
import { map } from '../map/index.ts';
import { duplicateFunctions } from './duplicates.ts';
import { evidenceOf } from './evidence.ts';
import { type Registered, registered } from './registered.ts';
import { twiceIn } from './twice.ts';

/** Two places that do the same, and how to make one of them. */
export interface MergeStep {
  /** `tool search`. */
  readonly symbol: string;
  readonly keep: Side;
  readonly remove: Side;
  /** Modules that lead to what is removed: they are led to what is kept first. */
  readonly callers: readonly string[];
}

export interface Side {
  readonly module: string;
  readonly place: string;
}

export interface RegistrationRow {
  readonly symbol: string;
  readonly module: string;
  readonly place: string;
  /** Who owns the file, by CODEOWNERS, the configuration, or history; null where nobody does. */
  readonly owner: string | null;
}

/** Which module registers what, and what to merge. */
export interface OwnershipMap {
  readonly responsibilities: readonly {
    readonly id: string;
    readonly owners: readonly string[];
    readonly registrations: readonly RegistrationRow[];
  }[];
  /** What no responsibility names. */
  readonly others: readonly RegistrationRow[];
  /** Those with the fewest callers first: each step leaves the next one smaller. */
  readonly plan: readonly MergeStep[];
}

export function ownershipMap(view: View): OwnershipMap {
  const responsibilities = view.config.ownership?.responsibilities ?? [];
  const all = registered(view);
  const ownerOf = anyOwnerFinder(view);
  const rows = (own: readonly Registered[]): RegistrationRow[] =>
    own
      .map((one) => ({
        symbol: symbolOf(one),
        module: one.module,
        place: placeOf(one),
        owner: ownerOf(one.path),
      }))
      .sort(by(({ symbol, place }) => `${symbol} ${place}`));
  return {
    responsibilities: responsibilities.map((one) => ({
      id: one.id,
      owners: one.owners.map(({ text }) => text),
      registrations: rows(all.filter(evidenceOf(one))),
    })),
    others: rows(all.filter((registration) => !responsibilities.some((one) => evidenceOf(one)(registration)))),
    plan: planOf(view, all),
  };
}

const symbolOf = ({ kind, name }: Registered): string => `${kind} ${name}`;
const placeOf = ({ path, line }: { readonly path: string; readonly line: number }): string => `${path}:${line}`;

function planOf(view: View, all: readonly Registered[]): MergeStep[] {
  const { edges, nodes } = map.run(view);
  const callersOf = (module: string): string[] => [
    ...new Set(edges.filter(({ to, kind }) => to === module && kind !== 'depends').map(({ from }) => from)),
  ];
  const owners = (view.config.ownership?.responsibilities ?? []).flatMap((one) => one.owners);
  const isOwner = (module: string): boolean => owners.some((owner) => covers(owner, module));
  const step = (symbol: string, one: Side, other: Side): MergeStep => {
    const isKept =
      isOwner(one.module) === isOwner(other.module)
        ? callersOf(one.module).length >= callersOf(other.module).length
        : isOwner(one.module);
    const [keep, remove] = isKept ? [one, other] : [other, one];
    return { symbol, keep, remove, callers: keep.module === remove.module ? [] : callersOf(remove.module) };
  };
  const share = view.config.ownership?.duplicates ?? null;
  const moduleAt = (path: string): string => nodes.find((node) => node.path === path && node.unit !== null)?.id ?? path;
  return [
    ...twiceIn(all).map(({ first, again }) => step(symbolOf(again), sideOf(first), sideOf(again))),
    ...overlapsIn(all, view).map(([first, again]) => step(symbolOf(again), sideOf(first), sideOf(again))),
    ...(share === null ? [] : duplicateFunctions(view, share)).map(({ first, again }) =>
      step(
        `function ${again.name}`,
        { module: moduleAt(first.path), place: placeOf(first) },
        { module: moduleAt(again.path), place: placeOf(again) },
      ),
    ),
  ].sort((a, b) => a.callers.length - b.callers.length);
}

const sideOf = (one: Registered): Side => ({ module: one.module, place: placeOf(one) });

/** The same of one responsibility by two modules, on different servers. */
function overlapsIn(all: readonly Registered[], view: View): [Registered, Registered][] {
  return (view.config.ownership?.responsibilities ?? []).flatMap((one) => {
    const own = all.filter(evidenceOf(one));
    return own.flatMap((again, i): [Registered, Registered][] => {
      const first = own
        .slice(0, i)
        .find(
          (other) =>
            symbolOf(other) === symbolOf(again) && other.module !== again.module && other.registry !== again.registry,
        );
      return first ? [[first, again]] : [];
    });
  });
}
