import { childByField, kindOf, type Node, type Syntax } from '../syntax.ts';
import { readUseTree } from './use-tree.ts';

/** The body of an inner module: nodes from..until. */
export interface ModuleSpan {
  readonly from: Node;
  readonly until: Node;
  /** 1 for a module of the file, 2 for a module in that … */
  readonly depth: number;
  /** True if globs of `super::*` carry the names of the file's own module in. */
  readonly seesFile: boolean;
}

/** The inner modules of a file, in source order. */
export function moduleSpans(syntax: Syntax): ModuleSpan[] {
  const spans: { from: Node; until: Node; depth: number; seesFile: boolean; parents: number[] }[] = [];
  const open: number[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.kinds.named[syntax.kind[node]!] === 0) continue;
    while (open.length > 0 && spans[open[open.length - 1]!]!.until <= node) open.pop();
    const kind = kindOf(syntax, node);
    if (kind === 'mod_item') {
      const body = childByField(syntax, node, 'body');
      if (body === -1) continue;
      spans.push({
        from: body,
        until: syntax.after[body]!,
        depth: open.length + 1,
        seesFile: false,
        parents: [...open],
      });
      open.push(spans.length - 1);
    } else if (kind === 'use_declaration' && open.length > 0) {
      const span = spans[open[open.length - 1]!]!;
      for (const leaf of readUseTree(syntax, node))
        if (leaf.glob && reachesFile(leaf.segments, span, spans)) span.seesFile = true;
    }
  }
  return spans;
}

function reachesFile(
  segments: readonly string[],
  span: { depth: number; parents: readonly number[] },
  spans: readonly { seesFile: boolean }[],
): boolean {
  const path = segments[0] === 'self' ? segments.slice(1) : segments;
  if (path.length === 0 || path.some((segment) => segment !== 'super')) return false;
  if (path.length >= span.depth) return path.length === span.depth;
  return spans[span.parents[span.depth - 1 - path.length]!]!.seesFile;
}
