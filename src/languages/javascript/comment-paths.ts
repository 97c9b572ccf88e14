/** A relative module name that a JSDoc comment imports types by, as offsets in the comment's text. */
export interface CommentPath {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** `{import("./x").Options}`, and `@import { Options } from "./x"` of TypeScript 5.5. */
const PATHS = /(\bimport\s*\(\s*|@import\b[^"'`]*?\bfrom\s*)(["'])(\.\.?(?:\/[^"'\n]*)?)\2/g;

/** The relative module names in a comment that type checkers read: those of JSDoc. */
export const commentPaths = (text: string): CommentPath[] =>
  text.startsWith('/**')
    ? [...text.matchAll(PATHS)].map((found) => {
        const start = found.index + found[1]!.length + 1;
        return { name: found[3]!, start, end: start + found[3]!.length };
      })
    : [];
