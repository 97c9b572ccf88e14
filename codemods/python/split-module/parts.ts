import type { Source } from '../../../analyzers/readings/python/source.ts';
import { byText } from '../../../src/core/compare.ts';
import { stronglyConnected } from '../../../src/core/graph.ts';
import type { Unit } from '../../../src/core/unit.ts';
import { isCheckingFlag } from '../../../src/languages/python/type-checking-block.ts';
import { type Assignment, FACADE, ownerOf, type Place, unitsAt } from './assign.ts';
import { neededOf } from './narrow-block.ts';

/** A name that a part takes from another. */
export interface Taken {
  readonly name: string;
  readonly from: Place;
  readonly at: number;
}

/** What the units of a place read and do not define themselves. */
export interface Needs {
  readonly taken: readonly Taken[];
  /** Names that are imported, built in or unknown, with the offset of the first read. */
  readonly outside: ReadonlyMap<string, number>;
  /** Flags such as `TYPE_CHECKING = False` that copied blocks test, and that no import brings. */
  readonly flags: readonly string[];
}

export function needsOf(source: Source, assignment: Assignment, place: Place): Needs {
  const taken = new Map<string, Taken>();
  const outside = new Map<string, number>();
  const need = (name: string, offset: number): void => {
    const owner = ownerOf(source, assignment, name);
    if (owner === null) {
      if (!outside.has(name)) outside.set(name, offset);
    } else if (owner !== place && !taken.has(name)) taken.set(name, { name, from: owner, at: offset });
  };
  for (const unit of unitsAt(source, assignment, place)) for (const { name, at } of unit.uses) need(name, at);
  const flagged = flagNames(source);
  const flags = new Set<string>();
  // A map that grows while it is walked is walked to its end.
  for (const [name, offset] of outside) {
    const used = copiedUses(source, name);
    for (const one of used.filter((name) => flagged.has(name))) flags.add(one);
    for (const one of used.filter((name) => !flagged.has(name))) need(one, offset);
  }
  return { taken: [...taken.values()], outside, flags: [...flags].sort(byText) };
}

/** What the blocks for type checkers that bind a name read themselves, as far as it is copied with it. */
const copiedUses = (source: Source, name: string): string[] =>
  source.outline.units
    .filter(({ kind, defines }) => kind === 'type-checking' && defines.some((one) => one.name === name))
    .flatMap((unit) => {
      const copied = wordsCopied(source, unit, name);
      return unit.uses.map((use) => use.name).filter((one) => copied === null || copied.has(one));
    });

/** Words of a block's condition and of what is copied of it for a name; null where all of it is. */
function wordsCopied(source: Source, unit: Unit, name: string): ReadonlySet<string> | null {
  const statements = neededOf(source, unit, new Set([name]));
  if (statements === null) return null;
  const { text } = source;
  const kept = statements.filter(({ names }) => names.length > 0).map(({ start, end }) => text.slice(start, end));
  const condition = text.slice(unit.body.start, text.indexOf(':', unit.body.start));
  return new Set([condition, ...kept].flatMap((one) => one.match(/[A-Za-z_]\w*/g) ?? []));
}

/** `TYPE_CHECKING = False`: type checkers go by the name, and no part has to import a constant. */
const flagNames = ({ outline, text }: Source): ReadonlySet<string> =>
  new Set(
    outline.units
      .filter((unit) => isCheckingFlag(text.slice(unit.body.start, unit.end)))
      .flatMap(({ defines }) => defines.map(({ name }) => name)),
  );

/** Two places, the first of which has to run before the second for its effects' sake. */
export type Before = readonly [Place, Place];

/**
 * The places in the order in which the facade imports them: what is needed first, then source order.
 * @returns null and the places of one cycle if there is none
 */
export function orderParts(
  source: Source,
  assignment: Assignment,
  needs: readonly Needs[],
  effects: readonly Before[],
): { readonly order: readonly Place[] } | { readonly circle: readonly Place[] } {
  const edges = needs.map(({ taken }) => taken.map(({ from }) => from).filter((from) => from !== FACADE));
  for (const [first, second] of effects) edges[second]!.push(first);
  const circle = stronglyConnected(edges).find((places) => places.length > 1);
  if (circle) return { circle };
  const begins = needs.map((_, place) => unitsAt(source, assignment, place)[0]?.start ?? source.text.length);
  const waiting = new Set(needs.map((_, place) => place));
  const order: Place[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter((place) => edges[place]!.every((other) => !waiting.has(other)));
    const next = ready.sort((a, b) => begins[a]! - begins[b]! || a - b)[0]!;
    order.push(next);
    waiting.delete(next);
  }
  return { order };
}
