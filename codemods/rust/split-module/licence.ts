import type { Source } from '../../../analyzers/readings/rust/source.ts';

const LICENCE = /copyright|licen[sc]e|spdx/i;
const BLOCK = /^(?:\uFEFF)?((?:\/\/(?![/!])[^\n]*\n)+|\/\*(?![*!])[\s\S]*?\*\/[ \t]*\r?\n)/;

/** The licence that the file begins with, for its parts to begin with too; '' if it has none. */
export function licenceOf({ text, newline }: Source): string {
  const block = BLOCK.exec(text)?.[1] ?? '';
  return LICENCE.test(block) ? `${block}${newline}` : '';
}
