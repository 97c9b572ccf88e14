import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { widthOf } from '../../src/report/fit-text.ts';

test('every character of the basic plane is as wide as the package says, alone and between letters', () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0xd800; code++) {
    const text = String.fromCodePoint(code);
    for (const each of [text, `a${text}b`]) if (widthOf(each) !== stringWidth(each)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

test('plain signs beside each other take a column each', () => {
  const signs = [...'é·×…—→←≤≥█▍─│✓✗'];
  for (const a of signs) for (const b of signs) expect(widthOf(a + b)).toBe(stringWidth(a + b));
});
