import { type DocLink, docLinks } from '../../../analyzers/readings/rust/doc-links.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { depthOf, type RelativePath, relativePaths } from '../../../src/languages/rust/paths.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';

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

const PREFIX = /^(self|super)((?:::super)*)(?![\p{XID_Continue}#])/u;

/** Links in docs, wherever rustdoc takes a path. */
const docEdits = (syntax: Syntax, from: Node, to: Node): Edit[] =>
  docLinks(syntax, from, to).flatMap((link) => linkEdit(link, depthOf(syntax, link.node)));

function linkEdit({ start, path, behind }: DocLink, depth: number): Edit[] {
  const [prefix, first, more = ''] = PREFIX.exec(path) ?? [];
  if (prefix === undefined) return [];
  const isSelf = first === 'self';
  const supers = (isSelf ? 0 : 1) + more.length / '::super'.length;
  if (depth > 0 && supers <= depth) return [];
  // `[self]` is its own text, and gets a target behind it.
  if (path === prefix && behind !== -1) {
    const target = isSelf ? `super${more}` : `super::${prefix}`;
    return [{ start: behind, end: behind, text: `(${target})`, reason: 'doc-link' }];
  }
  return [{ start, end: start + (isSelf ? 4 : 0), text: isSelf ? 'super' : 'super::', reason: 'doc-link' }];
}
