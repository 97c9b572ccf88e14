import { cureRawBorrow } from './cure-raw-borrow.ts';

/**
 * tree-sitter-rust 0.24 does not know the `unsafe extern "C" { safe fn f(); }` of the 2024 edition: both words are blanked out. Lengths
 * stay, so that every offset is one into the original text.
 */
const UNSAFE_EXTERN = /\bunsafe(?=\s+extern\s*(?:"[^"\n]*"\s*)?\{)/g;
const SAFE_ITEM = /\bsafe(?=\s+(?:fn|static)\b)/g;

/** A text of equal length that the grammar can read; names are always read from the original. */
export function cureSource(text: string): string {
  const cured = cureRawBorrow(text);
  return cured.includes('extern') ? cured.replace(UNSAFE_EXTERN, blank).replace(SAFE_ITEM, blank) : cured;
}

const blank = (match: string): string => ' '.repeat(match.length);
