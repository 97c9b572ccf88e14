import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyParser } from '../../../src/tui/keys/parse-keys.ts';

test.each([
  ['jjj', ['j', 'j', 'j']],
  ['\u001B[A\u001B[B', ['up', 'down']],
  ['\u001BOA', ['up']],
  ['\u0004\u001A', ['ctrl+d', 'ctrl+z']],
  ['\r\t \u007F', ['enter', 'tab', 'space', 'backspace']],
  ['\u001B[<0;10;5M', []],
  ['\u001B[200~x\u001B[201~', ['x']],
  ['é漢🦀', ['é', '漢', '🦀']],
  ['\u001Bj', ['escape', 'j']],
])('%j', (bytes, keys) => {
  expect(keyParser().feed(bytes)).toEqual(keys);
});

test('a lone escape waits, and is the key if nothing follows', () => {
  const parser = keyParser();
  expect(parser.feed('\u001B')).toEqual([]);
  expect(parser.waiting()).toBe(true);
  expect(parser.flush()).toEqual(['escape']);
  expect(parser.feed('\u001B[')).toEqual([]);
  expect(parser.feed('A')).toEqual(['up']);
});

test('keys are the same however the bytes are cut into reads', () => {
  const piece = fc.constantFrom('j', 'G', ' ', '\u001B[A', '\u001B[6~', '\r', '\u0003', 'é', '\u001B[<64;3;4M');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.nat(60), { maxLength: 6 }), (pieces, cuts) => {
      const text = pieces.join('');
      const whole = keyParser().feed(text);
      const parser = keyParser();
      const places = [...new Set([0, ...cuts.filter((cut) => cut < text.length), text.length])].sort((a, b) => a - b);
      const parts = places.slice(1).flatMap((end, i) => parser.feed(text.slice(places[i]!, end)));
      expect([...parts, ...parser.flush()]).toEqual(whole);
    }),
  );
});
