import { expect, it } from 'vitest';
import { createOwnLines, differsInLines } from '../../../../../src/engine/prove/rust/mir/own-lines.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';

const BEFORE = 'use a::b;\n\nfn other() -> u32 {\n    6\n}\nfn place() -> u32 {\n    line!()\n}\n';
const AFTER = 'fn place() -> u32 {\n    line!()\n}\nfn other() -> u32 {\n    6\n}\n';
const before = memoryView({ 'src/lib.rs': BEFORE, 'src/same.rs': 'fn f() -> u32 {\n    line!()\n}\n' });
const after = memoryView({
  'src/lib.rs': 'mod part;\n',
  'src/part.rs': AFTER,
  'src/same.rs': 'fn f() -> u32 {\n    line!()\n}\n',
});

const body = (...numbers: readonly number[]): string =>
  `fn place() -> u32 {\n${numbers.map((number) => `    _0 = const ${number}_u32;`).join('\n')}\n}`;

it.each([
  ['the line of line!() before and after', body(7), body(2), true],
  ['one number of two is another', body(7, 40), body(2, 41), false],
  ['a line without a macro', body(4), body(5), false],
  ['a line that held something else', body(6), body(2), false],
  ['a line of a file that did not change', body(2), body(7), false],
  ['lines beyond the end', body(70), body(80), false],
  ['more than numbers', body(7), `${body(2)}\n// and more`, false],
  ['more numbers', body(7), body(2, 2), false],
])('%s', (_, was, is, expected) => {
  expect(differsInLines({ name: 'fn place', before: was, after: is }, createOwnLines(before, after))).toBe(expected);
});

it('a body that only one side has is no matter of lines', () => {
  const ownLines = createOwnLines(before, after);
  expect(differsInLines({ name: 'fn place', before: null, after: body(2) }, ownLines)).toBe(false);
  expect(differsInLines({ name: 'fn place', before: body(7), after: null }, ownLines)).toBe(false);
});
