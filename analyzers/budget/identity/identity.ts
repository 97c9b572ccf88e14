/**
 * What an entity is, whatever it is called and wherever it stands: its pieces, each known by its tokens. Imports, `mod` lines, blank lines
 * and the braces of modules and inherent impls take no part, so a split or move changes no identity.
 */
export interface Identity {
  /** Sorted by hash, then lines. */
  readonly pieces: readonly Piece[];
  /** Lines of comments that belong to no piece: licence, banners. */
  readonly loose: number;
}

export interface Piece {
  /** Hex, of the normalised tokens. */
  readonly hash: string;
  /** With its attributes and the comments directly above; 0 where size takes no part (functions). */
  readonly lines: number;
}

/** Equal for entities with the same pieces. */
export const keyOf = ({ pieces }: Identity): string => pieces.map(({ hash }) => hash).join(',');

/** All lines that belong to the entity wherever it stands. */
export const weightOf = ({ pieces, loose }: Identity): number => loose + linesOf(pieces);

export const linesOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { lines }) => sum + lines, 0);

/** The same pieces with nothing written around them: a move, not an edit. */
export const isVerbatim = (now: Identity, then: Identity): boolean =>
  keyOf(now) === keyOf(then) && linesOf(now.pieces) <= linesOf(then.pieces) && now.loose <= then.loose;

/** What is left of `from` without `part`; null if `part` has a piece more. Lines go by the pieces of `from`. */
export function without(from: readonly Piece[], part: readonly Piece[]): Piece[] | null {
  const left = [...from];
  for (const { hash } of part) {
    const index = left.findIndex((piece) => piece.hash === hash);
    if (index === -1) return null;
    left.splice(index, 1);
  }
  return left;
}

/** What is left of `from` without whatever of `part` it has. */
export function minus(from: readonly Piece[], part: readonly Piece[]): Piece[] {
  const counts = new Map<string, number>();
  for (const { hash } of part) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return from.filter(({ hash }) => {
    const count = counts.get(hash) ?? 0;
    if (count > 0) counts.set(hash, count - 1);
    return count === 0;
  });
}
