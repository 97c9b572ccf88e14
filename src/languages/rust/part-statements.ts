import { childByField, firstChild, kindOf, type Node, type Syntax } from '../syntax.ts';

/** `if a {} && b`, `match c {} (d)`: two statements where the first ends with a block. Stands in every text that has such. */
const HINT = /\}\s+(?:&&?|\|\|?|\*|-|\(|\[)/;

const JOINED = new Set(['binary_expression', 'call_expression', 'index_expression']);
const BLOCK_LIKE = new Set([
  'if_expression',
  'match_expression',
  'while_expression',
  'loop_expression',
  'for_expression',
  'unsafe_block',
  'const_block',
  'block',
]);

/**
 * The text with a semicolon in place of the blank between a statement that ends with a block and the next one, where the grammar takes both for
 * one expression; the text itself where there is none. Lengths stay.
 */
export function partStatements(syntax: Syntax): string {
  const { text } = syntax;
  if (!HINT.test(text)) return text;
  let parted = text;
  for (let node = 1; node < syntax.size; node++) {
    if (!JOINED.has(kindOf(syntax, node)) || !isStatement(syntax, node)) continue;
    const block = blockLeading(syntax, node);
    if (block === -1) continue;
    const end = syntax.end[block]!;
    if (/\s/.test(parted[end] ?? '')) parted = `${parted.slice(0, end)};${parted.slice(end + 1)}`;
  }
  return parted;
}

function isStatement(syntax: Syntax, node: Node): boolean {
  const parent = syntax.parent[node]!;
  const kind = kindOf(syntax, parent);
  return kind === 'expression_statement' || (kind === 'block' && syntax.start[parent]! < syntax.start[node]!);
}

/** The expression with a block that a joined one begins with; -1 for none. */
function blockLeading(syntax: Syntax, node: Node): Node {
  let current = node;
  while (current !== -1 && JOINED.has(kindOf(syntax, current))) {
    const left = childByField(syntax, current, 'left');
    const callee = childByField(syntax, current, 'function');
    current = left !== -1 ? left : callee !== -1 ? callee : firstChild(syntax, current);
  }
  return current !== -1 && BLOCK_LIKE.has(kindOf(syntax, current)) ? current : -1;
}
