import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { kindOf, textOf } from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';
import { refuse } from './refuse.ts';

/**
 * Where a part's `mod` line may stand: `macro_rules!` are seen in textual order, so it must see the same definitions that its units
 * saw where they stood.
 * @param usual the offset that is wanted if nothing speaks against it
 */
export function placeMod(source: Source, part: Part, usual: number): { at: number } | { refusal: Refusal } {
  const definitions = definitionsByName(source);
  let low = importedBefore(source, part);
  if (definitions.size === 0) return { at: Math.max(usual, low) };
  let high = Number.POSITIVE_INFINITY;
  let reason: Piece | null = null;
  for (const piece of [...part.whole, ...part.divided.flatMap(({ members }) => members)])
    for (const name of macrosUsed(source, piece, definitions)) {
      for (const definition of definitions.get(name)!) {
        if (definition.unit.end <= piece.unit.start) low = Math.max(low, definition.unit.end);
        else high = Math.min(high, definition.unit.start);
      }
      reason = piece;
    }
  if (low <= usual && usual <= high) return { at: usual };
  if (low <= high) return { at: low };
  return {
    refusal: refuse(
      source,
      'R23',
      reason!.unit,
      `\`mod ${part.name}\` cannot be placed where all its units see the same macro definitions as now`,
      'Move fewer of these units, or rename one of the macros.',
    ),
  };
}

// `#[macro_use] mod macros;` brings macros for everything behind it.
function importedBefore(source: Source, part: Part): number {
  const first = Math.min(
    ...[...part.whole, ...part.divided.flatMap(({ members }) => members)].map(({ unit }) => unit.start),
  );
  const ends = source.top
    .filter(
      ({ unit, item }) =>
        unit.end <= first && readAttributes(source.syntax, item.attributes).some(({ path }) => path === 'macro_use'),
    )
    .map(({ unit }) => unit.end);
  return Math.max(0, ...ends);
}

/** The `macro_rules!` of a file by name, in source order. */
export function definitionsByName(source: Source): Map<string, Piece[]> {
  const found = new Map<string, Piece[]>();
  for (const piece of source.top) {
    const { kind, name } = piece.unit;
    if (kind === 'macro' && name !== null) found.set(name, [...(found.get(name) ?? []), piece]);
  }
  return found;
}

/** Macros of this file that a unit calls, and those that their bodies call in turn. */
export function macrosUsed(
  source: Source,
  piece: Piece,
  definitions: ReadonlyMap<string, readonly Piece[]>,
): Set<string> {
  const used = new Set<string>();
  const open = [piece];
  while (open.length > 0) {
    const { item } = open.pop()!;
    for (let node = item.firstNode; node < item.afterNode; node++) {
      if (kindOf(source.syntax, node) !== 'identifier') continue;
      const name = textOf(source.syntax, node);
      if (
        !definitions.has(name) ||
        used.has(name) ||
        !/^\s*!/.test(source.text.slice(source.syntax.end[node]!, source.syntax.end[node]! + 8))
      )
        continue;
      used.add(name);
      open.push(...definitions.get(name)!);
    }
  }
  return used;
}
