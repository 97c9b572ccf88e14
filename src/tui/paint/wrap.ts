import { widthOf } from '../../report/fit-text.ts';
import type { Line, Tone } from './line.ts';

/** Breaks at blanks; a word that is longer than the width stands alone, and is cut when it is painted. */
export function wrap(text: string, width: number, tone: Tone = 'plain', indent = ''): Line[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each): Line => [[tone, indent + each]]);
}
