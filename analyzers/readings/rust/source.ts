import type { Outline, Unit, UnitId } from '../../../src/core/unit.ts';
import { rustOutline } from '../../../src/languages/rust/outline.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { childByField, type Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

import { readWorkspaceMacros } from './macro-definitions.ts';
import { type PlaceMacros, readPlaceMacros } from './place-macros.ts';

/** A unit with its place in the tree. */
export interface Piece {
  readonly unit: Unit;
  readonly item: Item;
  /** The `impl` of an associated item. */
  readonly parent: Piece | null;
}

/** The file that is split, read once. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly syntax: Syntax;
  readonly outline: Outline;
  /** Top-level units in source order. */
  readonly top: readonly Piece[];
  readonly pieces: ReadonlyMap<UnitId, Piece>;
  readonly newline: '\n' | '\r\n';
  /** What macro calls of the file read of the place where they stand. */
  readonly places: PlaceMacros;
}

/** @returns a reason where the file has no outline */
export function readSource(view: View, path: string): Source | string {
  const outline = view.facts(path, rustOutline);
  if (outline.status === 'failed') return outline.reason;
  const syntax = view.syntax(path);
  const text = view.text(path);
  const { units, members } = outline.value;
  const items = readItems(syntax, 0).items;
  const pieces = new Map<UnitId, Piece>();
  const top = units.map((unit, i): Piece => ({ unit, item: items[i]!, parent: null }));
  for (const piece of top) pieces.set(piece.unit.id, piece);
  for (const parent of top.filter(({ unit }) => unit.kind === 'impl')) {
    const own = members.filter((member) => member.parent === parent.unit.id);
    if (own.length === 0) continue;
    const inner = readItems(syntax, childByField(syntax, parent.item.node, 'body')).items;
    own.forEach((unit, i) => {
      pieces.set(unit.id, { unit, item: inner[i]!, parent });
    });
  }
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const places = readPlaceMacros(view, path, readWorkspaceMacros(view, path));
  return { path, text, syntax, outline: outline.value, top, pieces, newline, places };
}

export const membersOf = (source: Source, parent: Piece): Piece[] =>
  source.outline.members.filter((unit) => unit.parent === parent.unit.id).map(({ id }) => source.pieces.get(id)!);
