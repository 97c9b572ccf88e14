import { expect, test } from 'vitest';
import { parse } from '../../../src/languages/parse.ts';
import { outlinePython } from '../../../src/languages/python/outline.ts';

const outline = (text: string) => outlinePython(parse(text, 'python'));
const ids = (text: string): string[] => outline(text).units.map((unit) => unit.id);

const IDS: readonly (readonly [string, readonly string[]])[] = [
  ['"""Doc."""\nimport os\nimport a.b as c\n', ['docstring', 'import os', 'import a.b as c']],
  [
    'from __future__ import annotations\nfrom .a import (b,\n  c)\nfrom . import *\n',
    ['from __future__ import annotations', 'from .a import b c', 'from . import *'],
  ],
  [
    'MAX = 1\nn: int = 2\nn += 1\nFoo.bar = 3\nD["x"] = 4\n',
    ['assign MAX', 'assign n', 'assign Foo.bar', 'assign D x'],
  ],
  ['async def f(): pass\nclass C: pass\ntype A = int\n', ['def f', 'class C', 'type A']],
  ['a = 1; b = 2\nc = 3\n', ['assign a', 'assign c']],
  ['@overload\ndef f(x: int): ...\n@overload\ndef f(x: str): ...\ndef f(x): pass\nf = wrap(f)\n', ['def f']],
  ['def f(): pass\nx = 1\ndef f(): pass\n', ['def f', 'assign x', 'def f~2']],
  ['if __name__ == "__main__":\n    main()\n', ['main']],
  ['if TYPE_CHECKING:\n    import x\n', ['type-checking']],
  ['app.register("a", b)\n', ['expr app.register a b']],
];

test.each(IDS)('names the units of %j', (text, expected) => {
  expect(ids(text)).toEqual(expected);
});

test('knows twins, certain names and eager reads', () => {
  const { units } = outline(
    'try:\n    import json\nexcept ImportError:\n    json = None\nif x:\n    y = 1\n@deco\ndef f(a=DEFAULT):\n    return json, g\ndef f2(): pass\ny = 2\n',
  );
  expect(units.map(({ defines }) => defines.map(({ name, certain }) => `${name}${certain ? '' : '?'}`).join())).toEqual(
    ['json', 'y?', 'f', 'f2', 'y'],
  );
  expect(units[2]!.uses.map(({ name, eager }) => `${name}${eager ? '!' : ''}`)).toEqual([
    'deco!',
    'DEFAULT!',
    'json',
    'g',
  ]);
  expect(units[1]!.twins).toEqual(['assign y']);
});

test('keeps comments with what they refer to', () => {
  const text =
    '#!/usr/bin/env python\n# Licence\n\n# ---- Section ----\n\n# About f.\n@deco\n# between\ndef f():\n    pass\n    # tail\nx = 1  # why\n';
  const { header, units, hazards } = outline(text);
  expect(text.slice(header.start, header.end)).toBe('#!/usr/bin/env python\n# Licence\n\n# ---- Section ----');
  expect(units.map(({ start, end }) => text.slice(start, end))).toEqual([
    '# About f.\n@deco\n# between\ndef f():\n    pass\n    # tail',
    'x = 1  # why',
  ]);
  expect(hazards).toEqual([]);
});

test('gives members of classes, a property with its setter as one', () => {
  const text =
    'class C:\n    # about x\n    x: int = 1\n\n    @property\n    def p(self): ...\n\n    @p.setter\n    def p(self, v): ...\n\n    def q(self): return N\n';
  const { members } = outline(text);
  expect(members.map(({ id, parent }) => `${parent} > ${id}`)).toEqual([
    'class C > class C::x',
    'class C > class C::p',
    'class C > class C::q',
  ]);
  expect(members[0]!.body.start).toBeGreaterThan(members[0]!.start);
  expect(members[2]!.uses.map(({ name }) => name)).toEqual(['N']);
});

test('a name that a function rebinds is used by it, and defined by it if nothing else does', () => {
  const { units } = outline('count = 0\ndef bump():\n    global count, fresh\n    count += 1\n    fresh = 2\n');
  expect(units[1]!.defines.map(({ name, certain }) => [name, certain])).toEqual([
    ['bump', true],
    ['fresh', false],
  ]);
  expect(units[1]!.uses.map(({ name }) => name)).toEqual(['count', 'fresh']);
  expect(units[1]!.hazards.map(({ id }) => id)).toEqual(['H11', 'H11']);
});
