import { childByKind, type Node, type Syntax, textOf } from '../syntax.ts';

/** The audience of an item: none written, everyone, the crate, the parent (`pub(super)`), itself (`pub(self)`), or a named ancestor. */
export type VisibilityKind = 'private' | 'pub' | 'crate' | 'super' | 'self' | 'in';

export interface Visibility {
  /** As written, '' if private. */
  readonly text: string;
  /** Where it stands; for a private item the empty range where one would be written. */
  readonly start: number;
  readonly end: number;
  readonly kind: VisibilityKind;
}

/** The visibility of an item, field or associated item: the node that carries the `visibility_modifier` itself. */
export function readVisibility(syntax: Syntax, node: Node): Visibility {
  const modifier = childByKind(syntax, node, 'visibility_modifier');
  if (modifier === -1) {
    const start = syntax.start[node]!;
    return { text: '', start, end: start, kind: 'private' };
  }
  const text = textOf(syntax, modifier);
  return { text, start: syntax.start[modifier]!, end: syntax.end[modifier]!, kind: kindFrom(text) };
}

function kindFrom(text: string): VisibilityKind {
  const inner = /^pub\s*\(\s*(in\b)?\s*([^)]*?)\s*\)$/.exec(text);
  if (!inner) return text === 'crate' ? 'crate' : 'pub';
  const path = inner[2]!;
  return path === 'crate' || path === 'super' || path === 'self' ? path : 'in';
}
