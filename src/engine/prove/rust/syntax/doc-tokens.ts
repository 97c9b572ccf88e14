import { docLinks } from '../../../../../analyzers/readings/rust/doc-links.ts';
import { depthOf } from '../../../../languages/rust/paths.ts';
import type { Node, Syntax } from '../../../../languages/syntax.ts';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PREFIX = /^(?:self|super)(?:::super)*(?![\p{XID_Continue}#])/u;

/**
 * For each doc comment and doc string of the nodes from..to the relative links in it, as changes of the file's text that count their
 * prefixes from the facade: `super::a` in the facade and `super::super::a` in a part are both `@-1::a`.
 */
export function linkChanges(
  syntax: Syntax,
  from: Node,
  to: Node,
  levelOf: (path: { supers: number; depth: number; name: string | null; start: number }) => string,
): ReadonlyMap<Node, readonly Change[]> {
  const found = new Map<Node, Change[]>();
  for (const { node, start, path, behind } of docLinks(syntax, from, to)) {
    const prefix = PREFIX.exec(path)?.[0];
    if (prefix === undefined) continue;
    const name = path === prefix ? null : (/^::(.*?)(?:::|$)/.exec(path.slice(prefix.length))?.[1] ?? null);
    const supers = prefix.match(/super/g)?.length ?? 0;
    const level = `@${levelOf({ supers, depth: depthOf(syntax, node), name, start })}`;
    // `[self]` is its own text: a split writes the module behind it.
    const change =
      name === null && behind !== -1
        ? { start: behind, end: behind, text: `(${level})` }
        : { start, end: start + prefix.length, text: level };
    found.set(node, [...(found.get(node) ?? []), change]);
  }
  return found;
}

/** A comment's text with such changes, without the indentation of its lines; those of a doc comment keep theirs to one another: it makes code. */
export function commentText(syntax: Syntax, node: Node, changes: readonly Change[] = []): string {
  let text = '';
  let at = syntax.start[node]!;
  for (const change of changes) {
    text += syntax.text.slice(at, change.start) + change.text;
    at = change.end;
  }
  const lines = (text + syntax.text.slice(at, syntax.end[node]!)).split('\n');
  const margin = BLOCK_DOC.test(lines[0]!) ? marginOf(lines.slice(1)) : Number.POSITIVE_INFINITY;
  return lines
    .map((line, i) => (i === 0 ? line.trim() : line.slice(Math.min(margin, indentOf(line))).trimEnd()))
    .join('\n')
    .trim();
}

const BLOCK_DOC = /^\s*\/\*(?:\*(?![*/])|!)/;

const indentOf = (line: string): number => /^\s*/.exec(line)![0].length;

/** The indentation that all lines of a block share; blank ones, and one that only closes it, have none. */
const marginOf = (lines: readonly string[]): number =>
  Math.min(...lines.filter((line) => !/^\s*(?:\*\/)?\s*$/.test(line)).map(indentOf));
