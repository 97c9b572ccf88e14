import { expect, test } from 'vitest';
import { joinsOf } from '../../src/engine/move/joins-of.ts';
import { memoryView } from '../helpers/memory-view.ts';

const python = memoryView({
  'm/__init__.py': 'from ._b import b as b\nfrom ._a import a as a\n',
  'm/_a.py': 'from ._b import b\n\n\ndef a():\n    return b()\n',
  'm/_b.py': 'def b():\n    return 1\n',
  'alone.py': 'x = 1\n',
});
const rust = memoryView({
  'src/lib.rs': 'mod m;\n\npub use m::one;\n',
  'src/m.rs': 'mod part;\n\npub use part::one;\n',
  'src/m/part.rs': 'pub fn one() -> u32 {\n    1\n}\n',
});
const script = memoryView({ 'src/index.ts': "export { a } from './a';\n", 'src/a.ts': 'export const a = 1;\n' });

const said = (view: typeof python, ...files: string[]): [string, readonly string[] | undefined][] =>
  joinsOf(view, files).map(({ path, parts }) => [path, parts]);

test('a file takes all of its parts back, or those that are named beside it', () => {
  expect(said(python, 'm/__init__.py')).toEqual([['m/__init__.py', []]]);
  expect(said(python, 'm/__init__.py', 'm/_a.py')).toEqual([['m/__init__.py', ['m/_a.py']]]);
  expect(said(python, 'm/__init__.py', 'm/_a.py', 'm/_b.py')).toEqual([['m/__init__.py', ['m/_a.py', 'm/_b.py']]]);
});

test('a part goes back to its file, also one that imports other parts', () => {
  expect(said(python, 'm/_a.py')).toEqual([['m/__init__.py', ['m/_a.py']]]);
  expect(said(rust, 'src/m/part.rs')).toEqual([['src/m.rs', ['src/m/part.rs']]]);
});

test('a part with parts of its own takes them, unless its file is named', () => {
  expect(said(rust, 'src/m.rs')).toEqual([['src/m.rs', []]]);
  expect(said(rust, 'src/lib.rs', 'src/m.rs')).toEqual([['src/lib.rs', ['src/m.rs']]]);
});

test('what belongs to no file goes into the one that is named first', () => {
  expect(said(script, 'src/index.ts', 'src/a.ts')).toEqual([['src/index.ts', ['src/a.ts']]]);
  expect(() => joinsOf(script, ['src/index.ts'])).toThrow('has no parts');
  expect(() => joinsOf(python, ['alone.py'])).toThrow('has no parts');
});
