import { cureRawBorrow } from './cure-raw-borrow.ts';

/** `hint` stands in every text that has something to cure: looking for it is far cheaper than the expression. */
type Cure = readonly [hint: string, wrong: RegExp, mend: (match: string) => string];

const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
/** A word as a comment of its length: what is read of it is the word. */
const commented = (match: string): string => `/*${'_'.repeat(match.length - 4)}*/`;

/** What tree-sitter-rust 0.24 cannot read although rustc can. Lengths stay, so that every offset is one into the original text. */
const CURES: readonly Cure[] = [
  // `unsafe extern "C" { safe fn f(); }` of the 2024 edition
  ['extern', /\bunsafe(?=\s+extern\s*(?:"[^"\n]*"\s*)?\{)/g, commented],
  ['safe', /\bsafe(?=\s+(?:fn|static)\b)/g, commented],
  ['unsafe', /\bunsafe(?=\s+static\b)/g, commented],
  // `pub type Opaque<T>;` of a foreign block
  ['type', /\bpub(?:\([^()]*\))?(?=\s+type\s+\w+\s*(?:<[^;={}]*>)?\s*;)/g, blank],
  // `T![~]`: no token of the grammar
  ['~', /~/g, () => '^'],
  // `macro_rules ! name`
  ['macro_rules', /\bmacro_rules\s+!/g, (match) => `macro_rules!${blank(match).slice('macro_rules!'.length)}`],
  // `try!(x)` and `r#try!(x)` of the 2015 edition, `u16!(x)`, `str![x]`: macros named like what is no name
  ['try!', /\btry(?=!\s*[([{])/g, () => 'tr_'],
  ['!', /\b(?:char|str|bool|[iuf](?:8|16|32|64|128|size))(?=!\s*[([{])/g, (match) => '_'.repeat(match.length)],
  // `'\u{1_F600}'`
  ['\\u{', /\\u\{[0-9A-Fa-f]+_[0-9A-Fa-f_]*\}/g, (match) => match.replaceAll('_', '0')],
  // `dyn 'a + Trait`
  ['dyn', /\bdyn\s+'\w+\s*\+/g, (match) => `dyn${blank(match).slice(3)}`],
  // `char @ ('a' | 'b')`: a variable named like a primitive type
  ['@', /\b(?:char|str|bool|[iuf](?:8|16|32|64|128|size))(?=\s*@)/g, (match) => '_'.repeat(match.length)],
];

/** A text of equal length that the grammar can read; names are always read from the original. */
export const cureSource = (text: string): string =>
  CURES.reduce(
    (cured, [hint, wrong, mend]) => (cured.includes(hint) ? cured.replace(wrong, mend) : cured),
    cureRawBorrow(text),
  );
