import { tokenBefore } from '../../../src/languages/rust/macro-tokens.ts';
import { isKeyword } from '../../../src/languages/rust/plain-name.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** What an expression does behind its first part: `.name`, `.name(..)`, `?`, `[..]`. */
export type Step =
  | { readonly kind: 'field' | 'call'; readonly name: string }
  | { readonly kind: 'try' }
  | { readonly kind: 'index'; readonly isRange: boolean };

/** What an expression begins with. */
export type Head =
  | {
      readonly kind: 'name' | 'function' | 'macro' | 'text' | 'list' | 'number';
      readonly name: string;
      readonly node: Node;
    }
  | { readonly kind: 'path'; readonly type: string; readonly name: string; readonly node: Node };

/** An expression of names, calls, fields and indexes, among real nodes or the tokens of a macro call. */
export interface Chain {
  readonly head: Head;
  readonly steps: readonly Step[];
  /** Its first token. */
  readonly first: Node;
}

/** The chain that ends with a token; null for any other expression. */
export function chainEnding(syntax: Syntax, last: Node): Chain | null {
  const steps: Step[] = [];
  for (let at = last; at > 0; ) {
    const piece = pieceAt(syntax, at);
    if (piece === null) return null;
    if ('head' in piece) return { head: piece.head, steps, first: piece.first };
    if (piece.inner !== undefined)
      return { ...piece.inner, steps: [...piece.inner.steps, ...steps], first: piece.before };
    steps.unshift(piece.step!);
    at = piece.before;
  }
  return null;
}

type Piece =
  | { readonly head: Head; readonly first: Node }
  | { readonly step?: Step; readonly inner?: Chain; readonly before: Node };

function pieceAt(syntax: Syntax, at: Node): Piece | null {
  const text = textOf(syntax, at);
  if (text === '?') return { step: { kind: 'try' }, before: tokenBefore(syntax, at) };
  if (text === ')') return closed(syntax, at);
  if (text === ']') return indexed(syntax, at);
  const parent = syntax.parent[at]!;
  const kind = kindOf(syntax, parent);
  if (text === '"' && kind === 'string_literal') return literal(syntax, parent);
  if (kindOf(syntax, at) === 'raw_string_literal' || kind === 'raw_string_literal')
    return literal(syntax, kind === 'raw_string_literal' ? parent : at);
  return named(syntax, at, text);
}

const literal = (syntax: Syntax, node: Node): Piece | null =>
  /^r?#*"/.test(textOf(syntax, node)) ? { head: { kind: 'text', name: '', node }, first: node + 1 } : null;

function named(syntax: Syntax, at: Node, text: string): Piece | null {
  const isNumber = kindOf(syntax, at) === 'integer_literal';
  if (
    !isNumber &&
    (!/^(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text) || (isKeyword(text) && text !== 'self'))
  )
    return null;
  const mark = tokenBefore(syntax, at);
  const before = textOf(syntax, mark);
  if (before === '.') return { step: { kind: 'field', name: text }, before: tokenBefore(syntax, mark) };
  if (isNumber) return { head: { kind: 'number', name: 'int', node: at }, first: at };
  return before === '::' ? null : { head: { kind: 'name', name: text, node: at }, first: at };
}

/** `(..)`: a call's arguments, a macro's, or an expression in parentheses. */
function closed(syntax: Syntax, at: Node): Piece | null {
  const open = syntax.parent[at]! + 1;
  if (textOf(syntax, open) !== '(') return null;
  let callee = tokenBefore(syntax, open);
  if (textOf(syntax, callee) === '!') return macroCall(syntax, callee);
  if (/^>+$/.test(textOf(syntax, callee))) {
    callee = overArguments(syntax, callee);
    if (textOf(syntax, callee) !== '::') return null;
    callee = tokenBefore(syntax, callee);
  }
  const name = textOf(syntax, callee);
  if (!/^(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(name) || isKeyword(name))
    return inParentheses(syntax, at, open);
  const mark = tokenBefore(syntax, callee);
  const before = textOf(syntax, mark);
  if (before === '.') return { step: { kind: 'call', name }, before: tokenBefore(syntax, mark) };
  if (before !== '::') return { head: { kind: 'function', name, node: callee }, first: callee };
  const end = tokenBefore(syntax, mark);
  const type = /^>+$/.test(textOf(syntax, end)) ? tokenBefore(syntax, overArguments(syntax, end)) : end;
  return { head: { kind: 'path', type: textOf(syntax, type), name, node: callee }, first: firstOfPath(syntax, type) };
}

function macroCall(syntax: Syntax, bang: Node): Piece {
  const name = tokenBefore(syntax, bang);
  return { head: { kind: 'macro', name: textOf(syntax, name), node: name }, first: firstOfPath(syntax, name) };
}

function firstOfPath(syntax: Syntax, last: Node): Node {
  let first = last;
  for (let mark = tokenBefore(syntax, first); textOf(syntax, mark) === '::'; mark = tokenBefore(syntax, first))
    first = tokenBefore(syntax, mark);
  return first;
}

/** The token in front of `<..>`, from its last one. */
function overArguments(syntax: Syntax, last: Node): Node {
  let at = last;
  let depth = 0;
  do {
    const text = textOf(syntax, at);
    if (/^>+$/.test(text)) depth += text.length;
    else if (/^<+$/.test(text)) depth -= text.length;
    at = tokenBefore(syntax, at);
  } while (depth > 0 && at > 0);
  return at;
}

/** `(&mut a.b)` is `a.b`; what holds more than one chain is not followed. */
function inParentheses(syntax: Syntax, close: Node, open: Node): Piece | null {
  const inner = chainEnding(syntax, tokenBefore(syntax, close));
  if (inner === null) return null;
  let first = inner.first;
  for (let mark = tokenBefore(syntax, first); mark > open; mark = tokenBefore(syntax, first)) {
    if (!/^(?:&|mut|\*)$/.test(textOf(syntax, mark))) return null;
    first = mark;
  }
  return { inner, before: open };
}

function indexed(syntax: Syntax, at: Node): Piece | null {
  const parent = syntax.parent[at]!;
  const open = childrenOf(syntax, parent).findLast((child) => textOf(syntax, child) === '[');
  if (open === undefined) return null;
  const before = tokenBefore(syntax, open);
  const text = textOf(syntax, before);
  if (text === '!') return macroCall(syntax, before);
  if (!/^(?:[\])?"]|(?:r#)?[\p{XID_Start}_\d][\p{XID_Continue}]*)$/u.test(text) || (isKeyword(text) && text !== 'self'))
    return { head: { kind: 'list', name: '', node: open }, first: open };
  const isRange = syntax.text.slice(syntax.start[open]!, syntax.end[at]!).includes('..');
  return { step: { kind: 'index', isRange }, before };
}
