import type { SgNode } from '@ast-grep/napi';
import { depthAt, shifted } from './indent.ts';

const VARIABLE = /\$\$\$([A-Z_][A-Z0-9_]*)|\$([A-Z_][A-Z0-9_]*)/g;

/**
 * What a fix says for a match: `$A` and `$$$A` are what was matched or transformed, nothing where neither is. Text of several lines keeps its
 * shape: it moves with the depth at which the variable stands in the fix, and the whole with that of the match.
 * @param source the file
 * @param transformed names that `transform` makes
 */
export function fillFix(fix: string, match: SgNode, source: string, transformed: ReadonlySet<string>): string {
  const filled = fix.replace(VARIABLE, (_, many: string | undefined, one: string | undefined, offset: number) => {
    const name = (many ?? one)!;
    if (many === undefined && transformed.has(name)) return match.getTransformed(name) ?? '';
    const range = many === undefined ? rangeOf(match.getMatch(name)) : rangeOfAll(match.getMultipleMatches(name));
    if (range === null) return '';
    return shifted(source.slice(range.start, range.end), depthAt(source, range.start), depthAt(fix, offset));
  });
  return shifted(filled, '', depthAt(source, match.range().start.index));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const rangeOf = (node: SgNode | null): Span | null =>
  node === null ? null : { start: node.range().start.index, end: node.range().end.index };

function rangeOfAll(nodes: readonly SgNode[]): Span | null {
  if (nodes.length === 0) return null;
  return { start: nodes[0]!.range().start.index, end: nodes.at(-1)!.range().end.index };
}
