/**
 * tree-sitter-rust 0.24 takes `&raw` for the start of `&raw const x`, so that `f(&raw)` becomes an ERROR. Before parsing, such a `raw`
 * is overwritten with another identifier of the same length; all offsets stay, and names are always read from the original text.
 */
const BORROWED_RAW = /&(\s*)raw\b(?!\s+(?:const|mut)\b)/g;

export const cureRawBorrow = (text: string): string =>
  text.includes('raw') ? text.replace(BORROWED_RAW, (_match, space: string) => `&${space}r_w`) : text;
