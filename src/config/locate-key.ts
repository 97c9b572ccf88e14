import type { AST } from 'toml-eslint-parser';
import type { Position } from '../core/lines.ts';

/** Where a dotted key stands in a TOML document, or null if it does not. Array elements are named by their index. */
export function locateKey(program: AST.TOMLProgram, path: readonly string[]): Position | null {
  const top = program.body[0];
  let best: { depth: number; node: AST.TOMLNode } | null = null;
  const offer = (depth: number, node: AST.TOMLNode): void => {
    if (!best || depth > best.depth) best = { depth, node };
  };
  visitBody(top.body, [], path, offer);
  const found = best as { depth: number; node: AST.TOMLNode } | null;
  return found && { line: found.node.loc.start.line, column: found.node.loc.start.column + 1 };
}

type Offer = (depth: number, node: AST.TOMLNode) => void;

function visitBody(
  body: readonly (AST.TOMLKeyValue | AST.TOMLTable)[],
  prefix: readonly string[],
  path: readonly string[],
  offer: Offer,
): void {
  for (const node of body) {
    const keys = node.type === 'TOMLTable' ? node.resolvedKey.map(String) : node.key.keys.map(nameOf);
    const full = [...prefix, ...keys];
    const shared = Math.min(full.length, path.length);
    if (!full.slice(0, shared).every((key, i) => key === path[i])) continue;
    offer(shared, node);
    if (node.type === 'TOMLTable') visitBody(node.body, full, path, offer);
    else if (node.value.type === 'TOMLInlineTable') visitBody(node.value.body, full, path, offer);
    else if (node.value.type === 'TOMLArray') {
      const element = node.value.elements[Number(path[full.length])];
      if (element) offer(full.length + 1, element);
    }
  }
}

const nameOf = (key: AST.TOMLBare | AST.TOMLQuoted): string => (key.type === 'TOMLBare' ? key.name : key.value);
