import type { Outline, Unit } from '../../../src/core/unit.ts';
import { outlineOf } from '../human-case.ts';
import type { Division } from './find-divisions.ts';
import { countLines, takeLines, tellingLines } from './match-lines.ts';

export interface PlacedUnits {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly stay: readonly string[];
  readonly unmatched: number;
}

interface Side {
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
}

const IMPORTS = /^(use|import|future-import|type-checking|extern)$/;
const STAYS = '';

/** Where each unit of the old file went, by kind, name and text. */
export function placeUnits(division: Division, language: 'rust' | 'python' | 'typescript'): PlacedUnits {
  const old = outlineOf(division.oldText, language);
  const sides: Side[] = [
    ...(division.facade ? [{ path: STAYS, text: division.facade.text }] : []),
    ...division.parts,
  ].map((side) => ({ ...side, outline: outlineOf(side.text, language) }));
  const placed = old.units.flatMap((unit) => placesOf(unit, old, division.oldText, sides));
  const groups = new Map<string, string[]>();
  for (const { path, name } of placed) if (path !== null) groups.set(path, [...(groups.get(path) ?? []), name]);
  const unmatched = placed.filter(({ path }) => path === null).length;
  const { [STAYS]: stay = [], ...others } = Object.fromEntries(groups);
  return { groups: others, stay, unmatched };
}

/** A unit whole; an `impl` whose members went to different files, by these. Nothing for what has no name. */
function placesOf(
  unit: Unit,
  old: Outline,
  text: string,
  sides: readonly Side[],
): { path: string | null; name: string }[] {
  const name = IMPORTS.test(unit.kind) ? null : nameOf(unit);
  if (name === null) return [];
  const members = unit.kind === 'impl' ? old.members.filter(({ parent }) => parent === unit.id) : [];
  const places = members.map((member) => placeOf(text, member, sides, 'members'));
  const found = places.filter((place) => place !== null);
  if (new Set(found).size > 1)
    return members.map((member, i) => ({ path: places[i]!, name: `${name}::${member.name}` }));
  return [{ path: placeOf(text, unit, sides, 'units') ?? found[0] ?? null, name }];
}

/**
 * As in the 40 cases that the planner was tuned with: an inherent `impl` by its type, that of a trait by its header without the parameters in
 * front, a module by its word, all else by its name; null for what has none.
 */
function nameOf(unit: Unit): string | null {
  if (unit.kind === 'impl') return / for /.test(unit.id) ? headerOf(unit.id) : `impl ${unit.name}`;
  if (unit.kind === 'mod') return `mod ${unit.name}`;
  return unit.name ?? unit.defines[0]?.name ?? null;
}

/** `unsafe impl<T:Sync> Send for Atomic<T> where T: 'static` -> `impl Send for Atomic<T>`. */
function headerOf(id: string): string {
  const written = id
    .replace(/^unsafe /, '')
    .replace(/ where .*$/, '')
    .replace(/[#~]\d+$/, '');
  if (!written.startsWith('impl<')) return written;
  let depth = 0;
  for (let i = 4; i < written.length; i += 1) {
    if (written[i] === '<') depth += 1;
    else if (written[i] === '>' && written[i - 1] !== '-') depth -= 1;
    if (depth === 0) return `impl ${written.slice(i + 1).trim()}`;
  }
  return written;
}

/** Least share of a unit's lines that its new place must hold. */
const ALIKE = 0.5;

function placeOf(text: string, unit: Unit, sides: readonly Side[], among: 'units' | 'members'): string | null {
  const wanted = tellingLines(text.slice(unit.start, unit.end));
  let best: { path: string; share: number } | null = null;
  for (const { path, text: theirs, outline } of sides) {
    for (const one of outline[among]) {
      if (one.kind !== unit.kind || one.name !== unit.name) continue;
      const found = takeLines(wanted, countLines(tellingLines(theirs.slice(one.start, one.end))));
      const share = wanted.length === 0 ? 1 : found / wanted.length;
      if (share >= ALIKE && (!best || share > best.share)) best = { path, share };
    }
  }
  return best?.path ?? null;
}
