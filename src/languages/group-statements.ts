import type { Range } from '../core/range.ts';
import { kindOf, type Node, type Syntax } from './syntax.ts';

/** Statements that share lines, with the comments that belong to them. */
export interface StatementGroup {
  readonly nodes: readonly Node[];
  /** From the first attached comment's line to the end of the last line, without its newline. */
  readonly start: number;
  readonly end: number;
  readonly body: Range;
}

export interface Groups {
  readonly groups: readonly StatementGroup[];
  /** Comment nodes that no group holds: banners, licence, notes between blank lines. */
  readonly detached: readonly Node[];
}

/**
 * Cuts the statements of a module, or of a class body, into groups (Python, JavaScript). A comment directly above a statement is its own, one on the same line
 * too, and one that is indented deeper than the statements belongs to the body that ends above it.
 * @param children statements and comments of one level, in source order
 * @param from nothing before this offset belongs to the level
 */
export function groupStatements(syntax: Syntax, children: readonly Node[], from: number): Groups {
  const groups: StatementGroup[] = [];
  const detached: Node[] = [];
  let pending: Node[] = [];
  let floor = from;
  for (const node of children) {
    if (kindOf(syntax, node) === 'comment') {
      const last = groups[groups.length - 1];
      if (last && syntax.start[node]! < last.end) {
        // A block comment that begins behind a statement can end lines below.
        if (syntax.end[node]! > last.end)
          groups[groups.length - 1] = { ...last, end: lineEnd(syntax.text, syntax.end[node]!) };
        continue;
      }
      if (last && pending.length === 0 && indentOf(syntax, node) > indentOf(syntax, last.nodes[0]!)) {
        groups[groups.length - 1] = { ...last, end: trimEnd(syntax.text, syntax.end[node]!) };
        floor = syntax.end[node]!;
      } else pending.push(node);
      continue;
    }
    const last = groups[groups.length - 1];
    if (
      last &&
      pending.length === 0 &&
      sameLine(syntax.text, syntax.end[last.nodes[last.nodes.length - 1]!]!, syntax.start[node]!)
    ) {
      groups[groups.length - 1] = joined(syntax, last, node);
    } else {
      const attached = attachedComments(syntax, pending, node);
      detached.push(...pending.slice(0, pending.length - attached));
      const first = attached > 0 ? pending[pending.length - attached]! : node;
      const body = { start: syntax.start[node]!, end: syntax.end[node]! };
      groups.push({
        nodes: [node],
        start: lineStart(syntax.text, syntax.start[first]!, floor),
        end: lineEnd(syntax.text, body.end),
        body,
      });
    }
    pending = [];
    floor = groups[groups.length - 1]!.end;
  }
  detached.push(...pending);
  return { groups, detached };
}

const joined = (syntax: Syntax, group: StatementGroup, node: Node): StatementGroup => ({
  ...group,
  nodes: [...group.nodes, node],
  end: lineEnd(syntax.text, syntax.end[node]!),
  body: { start: group.body.start, end: syntax.end[node]! },
});

/** `a = 1; b = 2`, with or without a backslash and a new line between them. */
const sameLine = (text: string, end: number, start: number): boolean =>
  !text
    .slice(end, start)
    .replace(/\\\r?\n/g, '')
    .includes('\n');

/** How many of the last comments stand directly above the statement, line by line. */
function attachedComments(syntax: Syntax, comments: readonly Node[], statement: Node): number {
  let below = syntax.start[statement]!;
  let count = 0;
  while (count < comments.length) {
    const comment = comments[comments.length - 1 - count]!;
    const between = syntax.text.slice(syntax.end[comment]!, below);
    if (between.split('\n').length !== 2) break;
    below = syntax.start[comment]!;
    count += 1;
  }
  return count;
}

/** Where the line of an offset begins, if only blanks stand before it and it is not before the floor; else the offset itself. */
function lineStart(text: string, offset: number, floor: number): number {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, floor);
  return text.slice(start, offset).trim() === '' ? start : offset;
}

/** The end of the line's content: a semicolon or comment behind a statement belongs to it. */
function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return trimEnd(text, newline === -1 ? text.length : newline, offset);
}

function trimEnd(text: string, end: number, floor = 0): number {
  let position = end;
  while (position > floor && /\s/.test(text[position - 1]!)) position -= 1;
  return position;
}

function indentOf(syntax: Syntax, node: Node): number {
  const start = syntax.start[node]!;
  const line = syntax.text.lastIndexOf('\n', start - 1) + 1;
  return syntax.text
    .slice(line, start)
    .replace(/^\uFEFF/, '')
    .replace(/^.*\f/, '').length;
}
