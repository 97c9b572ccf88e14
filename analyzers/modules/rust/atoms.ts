import { type Atom, type Atoms, atomOf, type Kept } from '../../../src/core/atom.ts';
import { countLines } from '../../../src/core/lines.ts';
import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { disjointSets } from '../atoms/disjoint-sets.ts';
import { gapBefore } from '../predict/gap-before.ts';
import { linesInside } from '../predict/lines-left.ts';
import { divideType } from './divide-type.ts';

/** A type with all its impls is one atom: of 245 types that maintainers moved, 12 were divided. */
export function rustAtoms(
  outline: Outline,
  text: string,
  limit: number,
  stay: ReadonlyMap<UnitId, string> = new Map(),
  leave: ReadonlySet<UnitId> = new Set(),
): Atoms {
  const keep: Kept[] = [];
  const whole: { name: string; unit: Unit; why: string }[] = [];
  const free: Unit[] = [];
  const inline = inlineModules(outline, text, limit);
  const { calls, macros } = chooseMacros(outline, text, limit, inline, leave);
  for (const unit of outline.units) {
    const why = stay.get(unit.id) ?? reasonToStay(unit);
    if (isTests(unit, text)) whole.push({ name: unit.name!, unit, why: 'the test module moves whole: its paths stay' });
    else if (inline.has(unit))
      whole.push({ name: unit.name!, unit, why: 'an inline module becomes a file of its own: its paths stay' });
    else if (macros.has(unit)) continue;
    else if (calls.has(unit)) free.push(namedCall(unit, text));
    else if (why === null) free.push(unit);
    else keep.push({ unit: unit.id, why });
  }
  const families = joinFamilies(free).map((group) => atomOf(group.map((i) => free[i]!)));
  const groups = families.filter((family) => !family.units.some((unit) => unit.opaque));
  for (const { units } of families.filter((family) => !groups.includes(family))) {
    keep.push(
      ...units.map((unit) => ({ unit: unit.id, why: 'part of it, or of what belongs to it, was not understood' })),
    );
  }
  const movable = groups.reduce((sum, atom) => sum + atom.lines, 0);
  // What surely stays, and a few lines for each of some modules.
  const moving = groups
    .flatMap(({ units }) => units)
    .concat(
      [...macros],
      whole.map(({ unit }) => unit),
    );
  const fixed = moving.reduce((rest, unit) => rest - unit.lines - gapBefore(unit, text), countLines(text)) + MOD_LINES;
  const members = outline.members.filter(({ id }) => !stay.has(id));
  const atoms: Atom[] = [];
  for (const atom of groups) {
    const isDivided = outline.members.some(
      ({ id, parent }) => stay.has(id) && atom.units.some((unit) => unit.id === parent),
    );
    const divided = isDivided || isTooLarge(atom, movable, limit) ? divideType(atom, members, limit - fixed) : null;
    atoms.push(...(divided?.atoms ?? [atom]));
    keep.push(...(divided?.keep ?? []));
  }
  return { atoms: atoms.sort((a, b) => a.units[0]!.start - b.units[0]!.start), keep, whole, macros: [...macros] };
}

/** Maintainers divide a type where it holds most of the file; a limit asks for it as well. */
const isTooLarge = (atom: Atom, movable: number, limit: number): boolean =>
  atom.lines > limit || (atom.lines > LARGE_TYPE && atom.lines * 2 > movable);

const LARGE_TYPE = 500;
const MOD_LINES = 20;
const SMALL_TESTS = 40;

const isTests = (unit: Unit, text: string): boolean =>
  unit.kind === 'mod' &&
  unit.lines > SMALL_TESTS &&
  /^tests?$/.test(unit.name ?? '') &&
  /#\[cfg\((?:all\(\s*)?test\b/.test(text.slice(unit.start, unit.body.start));

/**
 * Inline modules that stand in the way of the limit: those of more than half of it, and the largest others where what cannot leave is too
 * much for one file. To the reader of the facade a small one is at home there.
 */
function inlineModules(outline: Outline, text: string, limit: number): Set<Unit> {
  const found = outline.units
    .filter((unit) => isInline(unit, text) && !isTests(unit, text))
    .sort((a, b) => b.lines - a.lines || a.start - b.start);
  const chosen = new Set<Unit>();
  const leaving = outline.units.filter((unit) => isTests(unit, text) || reasonToStay(unit) === null);
  let stuck = leaving.reduce((rest, unit) => rest - unit.lines - gapBefore(unit, text), countLines(text)) + MOD_LINES;
  for (const unit of found) {
    if (unit.lines * 2 <= limit && (stuck < limit || unit.lines < SMALL_MODULE)) break;
    chosen.add(unit);
    stuck -= linesInside(unit, text);
  }
  return chosen;
}

/**
 * Macro calls and definitions that a codemod can move, where what cannot leave is too much for one file: the calls if these are enough,
 * else the definitions, else both.
 */
function chooseMacros(
  outline: Outline,
  text: string,
  limit: number,
  inline: ReadonlySet<Unit>,
  leave: ReadonlySet<UnitId>,
): { calls: ReadonlySet<Unit>; macros: ReadonlySet<Unit> } {
  const none = new Set<Unit>();
  const away = (units: readonly Unit[]): number =>
    units.reduce((sum, unit) => sum + unit.lines + gapBefore(unit, text), 0);
  const free = outline.units.filter((unit) => isTests(unit, text) || reasonToStay(unit) === null);
  const opened = [...inline].reduce((sum, unit) => sum + linesInside(unit, text), 0);
  const stuck = countLines(text) - away(free) - opened + MOD_LINES;
  if (stuck <= limit) return { calls: none, macros: none };
  const calls = outline.units.filter(({ id, kind }) => kind === 'macro-call' && leave.has(id));
  const macros = largestMacros(outline, leave, stuck - limit, limit, away);
  if (stuck - away(calls) <= limit) return { calls: new Set(calls), macros: none };
  return { calls: stuck - away([...macros]) <= limit ? none : new Set(calls), macros };
}

/** The fewest that take so many lines away, as far as one file holds them; in source order. */
function largestMacros(
  { units }: Outline,
  leave: ReadonlySet<UnitId>,
  wanted: number,
  limit: number,
  away: (units: readonly Unit[]) => number,
): ReadonlySet<Unit> {
  const chosen: Unit[] = [];
  const all = units.filter(({ id, kind }) => kind === 'macro' && leave.has(id));
  for (const unit of all.sort((a, b) => b.lines - a.lines || a.start - b.start))
    if (away(chosen) < wanted && away([...chosen, unit]) < limit) chosen.push(unit);
  return new Set(chosen.sort((a, b) => a.start - b.start));
}

/** The call with the name that it seems to define: enough to place it beside what reads that. */
function namedCall(unit: Unit, text: string): Unit {
  const found = /\b(?:struct|enum|union|trait|fn|type|static|const)\s+([A-Za-z_]\w*)/.exec(
    text.slice(unit.body.start, unit.body.end).replace(/^\s*\/\/.*$/gm, ''),
  );
  if (!found) return unit;
  const [, name] = found;
  return {
    ...unit,
    name: name!,
    defines: [{ name: name!, spaces: ['type', 'value'], visibility: 'pub', certain: false }],
  };
}

const SMALL_MODULE = 40;

const isInline = (unit: Unit, text: string): boolean =>
  unit.kind === 'mod' &&
  unit.name !== null &&
  !unit.opaque &&
  text.slice(unit.body.start, unit.body.end).trimEnd().endsWith('}');

const STAYS: Readonly<Record<string, string>> = {
  use: 'an import stays where its names are read from',
  mod: 'a module item stays: its file and the meaning of `super` depend on its place',
  'extern-crate': 'it acts on the crate root',
  macro: '`macro_rules!` is visible in textual order only',
  'macro-call': 'the call makes items whose names cannot be seen',
};

const STAYING_HAZARDS = new Set(['R26', 'R27', 'R28', 'R30', 'R48']);

function reasonToStay(unit: Unit): string | null {
  if (Object.hasOwn(STAYS, unit.kind)) return STAYS[unit.kind]!;
  return unit.hazards.find((hazard) => STAYING_HAZARDS.has(hazard.id))?.why ?? null;
}

/** Joins impls with their types (or, for types of elsewhere, with their traits), and cfg twins with one another. */
function joinFamilies(units: readonly Unit[]): number[][] {
  const sets = disjointSets(units.length);
  const typeAt = typePlaces(units);
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  const foreign = new Map<string, number>();
  units.forEach((unit, i) => {
    for (const twin of unit.twins ?? []) if (place.has(twin)) sets.join(i, place.get(twin)!);
    if (unit.kind !== 'impl' || unit.name === null) return;
    const home = typeAt.get(unit.name) ?? typeAt.get(traitOf(unit) ?? '') ?? foreign.get(unit.name);
    if (home === undefined) foreign.set(unit.name, i);
    else sets.join(i, home);
  });
  return sets.sets();
}

/** `impl<T> fmt::Display for Foo<T>` -> `Display`; null for an inherent impl. */
function traitOf(unit: Unit): string | null {
  const head = / for /.exec(unit.id);
  if (!head) return null;
  const written = unit.id
    .slice(0, head.index)
    .replace(/^(?:unsafe )?impl\s*/, '')
    .replace(/^<(?:[^<>]|<(?:[^<>]|<[^<>]*>)*>)*>\s*/, '');
  return /^[!?]?([\w:]+)/.exec(written)?.[1]?.split('::').pop() ?? null;
}

/** By name, the first unit that defines a type. */
function typePlaces(units: readonly Unit[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  units.forEach((unit, i) => {
    for (const { name, spaces } of unit.defines) if (spaces.includes('type') && !places.has(name)) places.set(name, i);
  });
  return places;
}
