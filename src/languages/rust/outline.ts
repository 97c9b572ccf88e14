import type { Definition, Hazard, Outline, Unit, UnitId, Use } from '../../core/unit.ts';
import { defineFact } from '../fact.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { cfgOf, readAttributes } from './attributes.ts';
import { definitionsOf, implTypeName, innerItem } from './definitions.ts';
import { rustHazard } from './hazards.ts';
import { fileHazards, itemHazards } from './item-hazards.ts';
import { plainName } from './plain-name.ts';
import { type Item, readItems } from './read-items.ts';
import { type RawUse, readUses } from './read-uses.ts';
import { readVisibility } from './read-visibility.ts';
import { shadowedPrimitives } from './shadowed-primitives.ts';
import { implHeader, makeUnique, scalar, unitId } from './unit-id.ts';
import { readUseTree } from './use-tree.ts';

/** The units of a Rust file; associated items of inherent impls stand in `members`. */
export function outlineRust(syntax: Syntax): Outline {
  const { items, headerEnd } = readItems(syntax, 0);
  const drafts: Draft[] = items.map((item) => ({ item, id: unitId(syntax, item), parent: null }));
  const inherent = drafts.filter(({ item }) => isInherentImpl(syntax, item));
  const members = inherent.flatMap((parent) => membersOf(syntax, parent));
  const ids = makeUnique([...drafts, ...members].map(({ id }) => id));
  const idOf = new Map([...drafts, ...members].map((draft, i) => [draft, ids[i]!]));
  const definitions = new Map(drafts.map((draft) => [draft, definitionsOfItem(syntax, draft.item)]));
  const constants = new Set(
    drafts.filter(({ item }) => CONSTANTS.has(item.kind)).flatMap((d) => definitions.get(d)!.map(({ name }) => name)),
  );
  const shadowed = shadowedPrimitives(
    drafts.map(({ item }) => ({ kind: item.kind, name: nameOf(syntax, item, innerItem(syntax, item.node)) })),
    drafts.flatMap(({ item }) => (item.kind === 'use' ? readUseTree(syntax, item.node) : [])),
  );
  const uses = readUses(syntax, constants, shadowed);
  const unitOf = (draft: Draft): Unit =>
    unit(syntax, draft, idOf, definitions.get(draft) ?? definitionsOfItem(syntax, draft.item), uses);
  const units = withTwins(drafts.map(unitOf));
  return {
    language: 'rust',
    units: markRedefinedMacros(units),
    members: members.map((draft) => ({ ...unitOf(draft), defines: [] })),
    header: { start: 0, end: Math.min(headerEnd, units[0]?.start ?? headerEnd) },
    hazards: fileHazards(syntax),
    partial: syntax.errors.length > 0,
  };
}

export const rustOutline = defineFact<Outline, null>({
  id: 'rust-outline',
  version: 4,
  languages: ['rust'],
  start: () => null,
  finish: (_state, syntax) => outlineRust(syntax),
});

interface Draft {
  readonly item: Item;
  readonly id: string;
  readonly parent: Draft | null;
}

const CONSTANTS = new Set(['const', 'static', 'struct']);

function isInherentImpl(syntax: Syntax, item: Item): boolean {
  return (
    item.kind === 'impl' &&
    childByField(syntax, item.node, 'trait') === -1 &&
    childByField(syntax, item.node, 'body') !== -1
  );
}

function membersOf(syntax: Syntax, parent: Draft): Draft[] {
  const header = implHeader(syntax, parent.item.node);
  return readItems(syntax, childByField(syntax, parent.item.node, 'body')).items.map((item) => {
    const name = childByField(syntax, item.node, 'name');
    const last = name === -1 ? unitId(syntax, item) : plainName(textOf(syntax, name));
    return { item, id: scalar(`${header}::${last}`), parent };
  });
}

function definitionsOfItem(syntax: Syntax, item: Item): Definition[] {
  const certain = cfgOf(readAttributes(syntax, item.attributes)).length === 0;
  return definitionsOf(syntax, innerItem(syntax, item.node), certain);
}

function unit(
  syntax: Syntax,
  draft: Draft,
  idOf: ReadonlyMap<Draft, UnitId>,
  defines: readonly Definition[],
  uses: readonly RawUse[],
): Unit {
  const { item, parent } = draft;
  const node = innerItem(syntax, item.node);
  return {
    id: idOf.get(draft)!,
    kind: item.kind,
    name: nameOf(syntax, item, node),
    start: item.start,
    end: item.end,
    body: { start: item.bodyStart, end: item.bodyEnd },
    lines: syntax.text.slice(item.start, item.end).split('\n').length,
    defines,
    uses: usesBetween(uses, item.firstNode, item.afterNode, parent === null ? defines : []),
    visibility: readVisibility(syntax, node).text,
    hazards: itemHazards(syntax, item),
    parent: parent === null ? null : idOf.get(parent)!,
    opaque: item.broken,
  };
}

function nameOf(syntax: Syntax, item: Item, node: Node): string | null {
  if (item.kind === 'impl') return implTypeName(syntax, node);
  if (item.kind === 'use' || item.kind === 'error') return null;
  const alias = childByField(syntax, node, 'alias');
  const name = alias === -1 ? childByField(syntax, node, 'name') : alias;
  const text = name === -1 ? '_' : plainName(textOf(syntax, name));
  return text === '_' || kindOf(syntax, node) === 'macro_invocation' ? null : text;
}

/** The uses of the nodes from..to, added up by name and namespace, without the names that the unit itself defines. */
function usesBetween(all: readonly RawUse[], from: Node, to: Node, defined: readonly Definition[]): Use[] {
  let low = 0;
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if (all[middle]!.node < from) low = middle + 1;
    else high = middle;
  }
  const found = new Map<string, { name: string; space: Use['space']; at: number; eager: false; count: number }>();
  for (let i = low; i < all.length && all[i]!.node < to; i++) {
    const { name, space, at } = all[i]!;
    if (
      defined.some(
        (one) => one.name === name && (space === 'any' || one.spaces.includes(space)) && one.spaces.length < 3,
      )
    )
      continue;
    const known = found.get(`${space} ${name}`);
    if (known) known.count += 1;
    else found.set(`${space} ${name}`, { name, space, at, eager: false, count: 1 });
  }
  return [...found.values()];
}

/** Two units of one kind and name belong together: cfg alternatives (only one of them exists in a build), or a mistake. */
function withTwins(units: readonly Unit[]): Unit[] {
  const groups = new Map<string, Unit[]>();
  for (const one of units) {
    if (one.name === null || one.kind === 'impl' || one.kind === 'macro') continue;
    const key = `${one.kind} ${one.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return units.map((one) => {
    const group = one.name === null ? undefined : groups.get(`${one.kind} ${one.name}`);
    if (!group?.includes(one) || group.length < 2) return one;
    const twins = group.filter((other) => other !== one).map(({ id }) => id);
    return { ...one, twins, hazards: [...one.hazards, rustHazard('R29', one.body.start, one.body.end)] };
  });
}

function markRedefinedMacros(units: readonly Unit[]): Unit[] {
  const counts = new Map<string, number>();
  for (const { kind, name } of units) if (kind === 'macro') counts.set(name!, (counts.get(name!) ?? 0) + 1);
  return units.map((one) => {
    if (one.kind !== 'macro' || counts.get(one.name!)! < 2) return one;
    const redefined: Hazard = rustHazard('R23', one.body.start, one.body.end, `\`${one.name}!\``);
    return { ...one, hazards: [redefined, ...one.hazards] };
  });
}
