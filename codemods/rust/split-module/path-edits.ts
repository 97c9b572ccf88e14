import type { Edit } from '../../../src/core/change-set.ts';
import { type RelativePath, relativePaths } from '../../../src/languages/rust/paths.ts';
import { isComment } from '../../../src/languages/rust/tokens.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

const REASONS = {
  path: 'path-prefix',
  use: 'path-prefix',
  visibility: 'visibility',
  macro: 'macro-path',
  'attribute-string': 'attribute-path',
} as const;

/**
 * Leads every relative path of the nodes from..to one module higher, now that they stand one module deeper.
 * @param isOwn names that move along: `self::x` stays for them
 */
export function pathEdits(syntax: Syntax, from: Node, to: Node, isOwn: (name: string) => boolean): Edit[] {
  const edits: Edit[] = [];
  for (const path of relativePaths(syntax, from, to)) {
    const edit = path.where === 'visibility' ? visibilityEdit(syntax, path) : prefixEdit(path, isOwn);
    if (edit) edits.push(edit);
  }
  return [...edits, ...docEdits(syntax, from, to)];
}

function prefixEdit(path: RelativePath, isOwn: (name: string) => boolean): Edit | null {
  const { start, end, first, supers, name, depth } = path;
  const reason = REASONS[path.where];
  if (first === 'self' && supers === 0) {
    if (depth > 0 || (name !== null && isOwn(name))) return null;
    return { start, end, text: 'super', reason };
  }
  if (depth > 0 && supers <= depth) return null;
  return first === 'self' ? { start, end, text: 'super', reason } : { start, end: start, text: 'super::', reason };
}

// pub(self) -> pub(super); pub(super) -> pub(in super::super); pub(in super::p) -> pub(in super::super::p).
function visibilityEdit(syntax: Syntax, { start, end, first, supers, depth }: RelativePath): Edit | null {
  if (depth > 0 && supers <= depth) return null;
  if (first === 'self') return { start, end, text: 'super', reason: 'visibility' };
  const scoped = /\bin\s+$/.test(syntax.text.slice(Math.max(0, start - 12), start));
  return { start, end: start, text: scoped ? 'super::' : 'in super::', reason: 'visibility' };
}

// [`a`](super::b), [`super::b`], [self::b], [a](self#b), [a]: self: where rustdoc takes a path.
const LINK = /(\[`?|\]\(|\]:\s*)(self|super)(?=::)|(\]\(|\]:\s*)(self|super)(?=[#)\s]|$)/g;
// [self], [`super`]: the module itself, as text too.
const SHORTCUT = /\[(`?)(self|super)\1\](?![[(:])/g;

function docEdits(syntax: Syntax, from: Node, to: Node): Edit[] {
  const edits: Edit[] = [];
  for (let node = from; node < to; node++) {
    if (!isComment(kindOf(syntax, node))) continue;
    const text = textOf(syntax, node);
    if (/^(\/\/\/|\/\*\*)/.test(text)) edits.push(...linkEdits(text, syntax.start[node]!));
  }
  return edits;
}

/** @param at where the comment begins */
function* linkEdits(text: string, at: number): Generator<Edit> {
  for (const { index, 1: before, 2: first, 3: open, 4: alone } of text.matchAll(LINK)) {
    const start = at + index + (before ?? open)!.length;
    const isSelf = (first ?? alone) === 'self';
    yield { start, end: start + (isSelf ? 4 : 0), text: isSelf ? 'super' : 'super::', reason: 'doc-link' };
  }
  for (const { index, 0: link, 2: first } of text.matchAll(SHORTCUT)) {
    const end = at + index + link.length;
    yield { start: end, end, text: first === 'self' ? '(super)' : '(super::super)', reason: 'doc-link' };
  }
}
