import { languageOf } from '../../../src/languages/language.ts';
import { kindOf, type Node, type Syntax } from '../../../src/languages/syntax.ts';
import { CLASS, classesOf } from './classify-kinds.ts';
import { TOKEN_CLASSES } from './token-classes.ts';

/** The operators and operands of a file in source order, as numbers: the same for the same operator or text. */
export interface Tokens {
  readonly nodes: Int32Array;
  /** Operands have numbers from `firstOperand` on. */
  readonly ids: Int32Array;
  readonly firstOperand: number;
  readonly different: number;
  /** Node -> statements and exits before it, for sums over ranges of nodes. */
  readonly statements: readonly Node[];
  readonly exits: readonly Node[];
}

export function readTokens(syntax: Syntax): Tokens {
  const { kind, size, text, start, end } = syntax;
  const classes = classesOf(syntax);
  const firstOperand = syntax.kinds.names.length;
  const nodes = new Int32Array(size);
  const ids = new Int32Array(size);
  const texts = new Map<string, number>();
  const statements: Node[] = [];
  const exits: Node[] = [];
  let found = 0;
  for (let node = 0; node < size; node++) {
    const what = classes[kind[node]!]!;
    if (what === 0) continue;
    if ((what & CLASS.statement) !== 0) statements.push(node);
    if ((what & CLASS.exit) !== 0) exits.push(node);
    let id = -1;
    if ((what & CLASS.operand) !== 0 && !isDocumentation(syntax, node))
      id = firstOperand + numberOf(text.slice(start[node]!, end[node]!), texts);
    else if (operates(syntax, node, what)) id = kind[node]!;
    if (id === -1) continue;
    nodes[found] = node;
    ids[found] = id;
    found += 1;
  }
  const different = firstOperand + texts.size;
  return { nodes: nodes.slice(0, found), ids: ids.slice(0, found), firstOperand, different, statements, exits };
}

/** Texts are numbered in the order in which they are first seen. */
function numberOf(operand: string, texts: Map<string, number>): number {
  const known = texts.get(operand);
  if (known !== undefined) return known;
  const next = texts.size;
  texts.set(operand, next);
  return next;
}

function operates(syntax: Syntax, node: Node, what: number): boolean {
  if ((what & CLASS.operator) !== 0) return !isCommentMark(syntax, node);
  if ((what & CLASS.mayOperate) === 0) return false;
  const below = TOKEN_CLASSES[languageOf(syntax.grammar)].operatorsBelow[kindOf(syntax, node)]!;
  return below.includes(kindOf(syntax, syntax.parent[node]!));
}

/** The `!` of `//!` is a token of its own in Rust. */
const isCommentMark = (syntax: Syntax, node: Node): boolean =>
  syntax.text.charCodeAt(syntax.start[node]!) === 33 && isDocMarker(syntax, node);

const isDocMarker = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'inner_doc_comment_marker';

/** A Python string that is a statement. */
function isDocumentation(syntax: Syntax, node: Node): boolean {
  if (!TOKEN_CLASSES[languageOf(syntax.grammar)].stringsDocument || kindOf(syntax, node) !== 'string') return false;
  const parent = syntax.parent[node]!;
  return kindOf(syntax, parent) === 'expression_statement' && syntax.after[parent] === syntax.after[node];
}
