import { widthOf } from '../fit-text.ts';
import { wrapWords } from '../wrap-words.ts';

const SHOWN = 8;

export const shortList = (ids: readonly string[]): string =>
  ids.length <= SHOWN ? ids.join(', ') : `${ids.slice(0, SHOWN).join(', ')} … ${ids.length - SHOWN} more`;

/** Breaks at spaces; a word that is longer than the width stands alone. */
export const wrap = (text: string, width: number): string[] => wrapWords(text, width, widthOf);
