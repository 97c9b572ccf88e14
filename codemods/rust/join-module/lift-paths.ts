import { docLinks } from '../../../analyzers/readings/rust/doc-links.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { depthOf, type RelativePath, relativePaths } from '../../../src/languages/rust/paths.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** Leads every relative path of the nodes from..to one module lower, now that they stand one module higher: what a split does, undone. */
export function liftPaths(syntax: Syntax, from: Node, to: Node): Edit[] {
  const edits: Edit[] = [];
  for (const path of relativePaths(syntax, from, to))
    if (path.where !== 'visibility') edits.push(...prefixEdit(syntax, path));
  for (let node = from; node < to; node++)
    if (kindOf(syntax, node) === 'visibility_modifier') edits.push(...audienceEdit(syntax, node));
  for (const { start, end, path, node } of docLinks(syntax, from, to)) {
    const supers = /^super(?:::super)*(?![\p{XID_Continue}#])/u.exec(path)?.[0].split('::').length ?? 0;
    if (supers > depthOf(syntax, node))
      edits.push(...lifted(syntax.text, { start, end: start + 5, last: supers === 1 }, 'doc-link', end));
  }
  return edits.sort((a, b) => a.start - b.start);
}

const REASONS = {
  path: 'path-prefix',
  use: 'path-prefix',
  macro: 'macro-path',
  'attribute-string': 'attribute-path',
} as const;

function prefixEdit({ text }: Syntax, { start, end, first, supers, depth, where }: RelativePath): Edit[] {
  if (first !== 'super' || supers <= depth || where === 'visibility') return [];
  return lifted(text, { start, end, last: supers === 1 }, REASONS[where]);
}

/** `super::a` -> `self::a`, `super::super::a` -> `super::a`. @param limit where the path ends, if that is known */
function lifted(
  text: string,
  { start, end, last }: { readonly start: number; readonly end: number; readonly last: boolean },
  reason: Edit['reason'],
  limit = text.length,
): Edit[] {
  if (last) return [{ start, end, text: 'self', reason }];
  const behind = /^\s*::\s*/.exec(text.slice(end, limit))![0].length;
  return [{ start, end: end + behind, text: '', reason }];
}

const RELATIVE = /^pub\s*\(\s*(?:in\s+)?(super(?:\s*::\s*super)*)\s*\)$/;

/** `pub(super)` is private one module higher; `pub(in super::super)` is `pub(super)` there. */
function audienceEdit(syntax: Syntax, node: Node): Edit[] {
  const supers = RELATIVE.exec(textOf(syntax, node))?.[1]?.split('::').length ?? 0;
  if (supers <= depthOf(syntax, node)) return [];
  const [start, end] = [syntax.start[node]!, syntax.end[node]!];
  if (supers === 1) {
    const blank = /^\s*/.exec(syntax.text.slice(end))![0].length;
    return [{ start, end: end + blank, text: '', reason: 'visibility' }];
  }
  const rest = Array<string>(supers - 1)
    .fill('super')
    .join('::');
  return [{ start, end, text: supers === 2 ? 'pub(super)' : `pub(in ${rest})`, reason: 'visibility' }];
}
