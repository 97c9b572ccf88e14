import { grammarOf } from '../../languages/language.ts';
import { parse } from '../../languages/parse.ts';
import { childrenOf, isNamed, kindOf, type Node, type Syntax, textOf } from '../../languages/syntax.ts';

const CLOSERS = new Set([')', ']', '}', '>']);
/** Where a trailing comma changes what is meant: macro input; `x[1,]` is a tuple index. */
const COMMA_COUNTS = new Set(['token_tree', 'subscript']);

/**
 * True if two texts have the same tokens in the same tree: they differ by white space outside of tokens and by trailing commas only.
 * False where the language is not known or one of them does not parse.
 */
export function sameButFormatting(path: string, before: string, after: string): boolean {
  const grammar = grammarOf(path);
  if (grammar === null) return false;
  const shape = shapeOf(parse(before, grammar));
  const other = shapeOf(parse(after, grammar));
  if (shape === null || other === null || shape.length !== other.length) return false;
  return shape.every((line, index) => line === other[index]);
}

/** Depth, kind and, for leaves, text of each node in preorder: Python's blocks are in the depth, which has no token for them. */
function shapeOf(syntax: Syntax): string[] | null {
  if (syntax.errors.length > 0) return null;
  const shape: string[] = [];
  const depth = new Uint32Array(syntax.size);
  for (let node = 0; node < syntax.size; node++) {
    const parent = syntax.parent[node]!;
    depth[node] = parent === -1 ? 0 : depth[parent]! + 1;
    if (isTrailingComma(syntax, node)) continue;
    shape.push(`${depth[node]} ${kindOf(syntax, node)} ${ownText(syntax, node)}`);
  }
  return shape;
}

// White space counts within strings, and at no other place but inside of tokens. A node may own text that none of its children has: in
// Rust `// one` is a comment with the one child `//`.
function ownText(syntax: Syntax, node: Node): string {
  if (kindOf(syntax, node).includes('string')) return textOf(syntax, node);
  if (isComment(syntax, node)) return textOf(syntax, node).trimEnd();
  if (syntax.after[node] === node + 1) return textOf(syntax, node);
  let current = '';
  let position = syntax.start[node]!;
  for (const child of childrenOf(syntax, node)) {
    current += syntax.text.slice(position, syntax.start[child]!);
    position = syntax.end[child]!;
  }
  current += syntax.text.slice(position, syntax.end[node]!);
  return current.trim();
}

const isComment = (syntax: Syntax, node: Node): boolean =>
  isNamed(syntax, node) && kindOf(syntax, node).includes('comment');

function isTrailingComma(syntax: Syntax, node: Node): boolean {
  if (kindOf(syntax, node) !== ',') return false;
  const parent = syntax.parent[node]!;
  if (parent === -1 || COMMA_COUNTS.has(kindOf(syntax, parent))) return false;
  let next = node + 1;
  while (next < syntax.after[parent]! && isComment(syntax, next)) next = syntax.after[next]!;
  if (next >= syntax.after[parent]! || !CLOSERS.has(kindOf(syntax, next))) return false;
  // `(T,)` is a tuple, `(T)` is not, and Rust's grammar calls both a tuple type.
  if (
    kindOf(syntax, parent).includes('tuple') &&
    !childrenOf(syntax, parent).some((child) => child < node && kindOf(syntax, child) === ',')
  )
    return false;
  // `[,]` in JavaScript has a length of 1.
  return !['[', ','].includes(kindOf(syntax, node - 1));
}
