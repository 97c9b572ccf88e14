import type { BareComment, BareTree, Point } from './bare-tree.ts';

/** What recast asks of a token: whether it is a parenthesis, and where it stands. */
interface Token {
  readonly value: string;
  readonly loc: { readonly start: Point; readonly end: Point };
}

/**
 * Gives a place the tokens before and behind its node. recast reads no others, and asks for them where a node needs parentheses, which are one
 * character each: of a longer token, the character next to the node is given.
 */
export function neighbourTokens({ text, comments }: BareTree): (loc: object, node: BareComment) => void {
  const starts = new Map(comments.map(({ start, end }) => [start, end]));
  const ends = new Map(comments.map(({ start, end }) => [end, start]));
  return (loc, { start, end }) => {
    let made: readonly (Token | undefined)[] | null = null;
    Object.defineProperty(loc, 'tokens', {
      configurable: true,
      enumerable: true,
      get: () => {
        made ??= [tokenAt(text, skipBack(text, start, ends) - 1), tokenAt(text, skip(text, end, starts))];
        return made;
      },
    });
    const places = loc as { start: { token?: number }; end: { token?: number } };
    places.start.token = 1;
    places.end.token = 1;
  };
}

/** Behind blanks and comments. @param comments start -> end */
function skip(text: string, offset: number, comments: ReadonlyMap<number, number>): number {
  let at = offset;
  while (at < text.length && isBlank(text, at)) at += 1;
  const end = comments.get(at);
  return end === undefined ? at : skip(text, end, comments);
}

/** Before blanks and comments. @param comments end -> start */
function skipBack(text: string, offset: number, comments: ReadonlyMap<number, number>): number {
  let at = offset;
  while (at > 0 && isBlank(text, at - 1)) at -= 1;
  const start = comments.get(at);
  return start === undefined ? at : skipBack(text, start, comments);
}

const isBlank = (text: string, at: number): boolean => /\s/.test(text[at]!);

function tokenAt(text: string, offset: number): Token | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  const lines = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/);
  const start = { line: lines.length, column: lines.at(-1)!.length };
  return { value: text[offset]!, loc: { start, end: { ...start, column: start.column + 1 } } };
}
