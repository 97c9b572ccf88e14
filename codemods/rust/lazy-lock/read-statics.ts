import type { SgNode } from '@ast-grep/napi';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** One `static ref NAME: TYPE = EXPRESSION`, by offsets into the file. */
export interface Static {
  readonly name: string;
  /** `ref` and the blank behind it. */
  readonly ref: Span;
  readonly type: Span;
  readonly value: Span;
}

const NAMELESS = new Set(['line_comment', 'block_comment']);

/**
 * The statics of a `lazy_static!`, whose body is nothing but tokens for the parser.
 * @returns null where it holds anything else
 */
export function readStatics(tree: SgNode): Static[] | null {
  const tokens = tree
    .children()
    .slice(1, -1)
    .filter((token) => !NAMELESS.has(token.kind() as string));
  const found: Static[] = [];
  for (let at = 0; at < tokens.length; ) {
    at = pastHead(tokens, at);
    const read = readOne(tokens, at);
    if (read === null) return null;
    found.push(read.found);
    at = read.next;
  }
  return found.length > 0 ? found : null;
}

/** Behind attributes and visibility. */
function pastHead(tokens: readonly SgNode[], from: number): number {
  let at = from;
  while (tokens[at]?.text() === '#' && tokens[at + 1]?.is('token_tree')) at += 2;
  if (tokens[at]?.text() === 'pub') at += tokens[at + 1]?.is('token_tree') ? 2 : 1;
  return at;
}

function readOne(tokens: readonly SgNode[], at: number): { found: Static; next: number } | null {
  const [keyword, ref, name, colon] = tokens.slice(at, at + 4).map((token) => token.text());
  if (keyword !== 'static' || ref !== 'ref' || colon !== ':' || !/^\w+$/.test(name ?? '')) return null;
  const equals = equalsBehind(tokens, at + 4);
  const semicolon = tokens.findIndex((token, i) => i > equals && token.text() === ';');
  if (equals === -1 || semicolon === -1 || semicolon === equals + 1) return null;
  const range = (index: number): Span => ({
    start: tokens[index]!.range().start.index,
    end: tokens[index]!.range().end.index,
  });
  return {
    found: {
      name: name!,
      ref: { start: range(at + 1).start, end: range(at + 2).start },
      type: { start: range(at + 4).start, end: range(equals - 1).end },
      value: { start: range(equals + 1).start, end: range(semicolon - 1).end },
    },
    next: semicolon + 1,
  };
}

/** The `=` behind a type: not one of `Item = T` in angle brackets. */
function equalsBehind(tokens: readonly SgNode[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const text = tokens[at]!.text();
    if (text === '=' && depth === 0) return at;
    if (text === '->' || text === '=>' || tokens[at]!.is('token_tree')) continue;
    depth += (text.match(/</g)?.length ?? 0) - (text.match(/>/g)?.length ?? 0);
  }
  return -1;
}
