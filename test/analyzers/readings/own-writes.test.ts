import { expect, test } from 'vitest';
import { harvestPatches } from '../../../analyzers/readings/python/harvest-patches.ts';
import { readSource } from '../../../analyzers/readings/python/source.ts';
import { marksFrames, readsFrameName } from '../../../src/languages/python/own-file.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const HEAD = 'MODE = "slow"\n\n\ndef mode():\n    return MODE\n\n\n';
const sitesIn = (files: Readonly<Record<string, string>>): string[] => {
  const view = memoryView({ 'shop/__init__.py': '', ...files });
  return harvestPatches(view, readSource(view, 'shop/m.py')).map(({ name, path, line }) => `${name} ${path}:${line}`);
};

// A module that writes to itself: what is written has to reach the part that reads it.
test.each<[string, string, string[]]>([
  ['by its own import', 'def on():\n    import shop.m\n    shop.m.MODE = "fast"\n', ['MODE shop/m.py:10']],
  ['by an alias of it', 'def on():\n    import shop.m as me\n    me.MODE = "fast"\n', ['MODE shop/m.py:10']],
  ['by a relative import', 'def on():\n    from . import m\n    m.MODE = "fast"\n', ['MODE shop/m.py:10']],
  [
    'by sys.modules',
    'import sys\ndef on():\n    setattr(sys.modules[__name__], "MODE", "fast")\n',
    ['MODE shop/m.py:10'],
  ],
  ['by a variable', 'import sys\nME = sys.modules[__name__]\ndef on():\n    ME.MODE = "fast"\n', ['MODE shop/m.py:11']],
  [
    'by a computed import',
    'import importlib\ndef on(n):\n    setattr(importlib.import_module("shop." + n), "MODE", 1)\n',
    ['MODE shop/m.py:10'],
  ],
  [
    'by a computed import of any name',
    'import importlib\ndef on(n, k):\n    it = importlib.import_module(f"shop.{n}")\n    setattr(it, k, 1)\n',
    ['null shop/m.py:11'],
  ],
  ['not at all', 'import sys\ndef on():\n    setattr(sys, "MODE", "fast")\n', []],
])('%s', (_, text, sites) => {
  expect(sitesIn({ 'shop/m.py': `${HEAD}${text}` })).toEqual(sites);
});

test('a computed import of another file of the package may mean the module; of another package it does not', () => {
  const text = 'import importlib\ndef on(n):\n    setattr(importlib.import_module("shop." + n), "MODE", 1)\n';
  expect(sitesIn({ 'shop/m.py': HEAD, 'shop/other.py': text })).toEqual(['MODE shop/other.py:3']);
  expect(
    sitesIn({ 'shop/m.py': HEAD, 'mail/other.py': text.replace('shop.', 'mail.'), 'mail/__init__.py': '' }),
  ).toEqual([]);
});

test.each([
  'frame.f_globals["__name__"]',
  "frame.f_globals.get('__name__', '__main__')",
  'if frame.f_globals["__name__"] == __name__:\n    pass',
])('the name of a frame’s module is all that is asked for: %j', (text) => {
  const syntax = memoryView({ 'm.py': `${text}\n` }).syntax('m.py');
  expect(marksFrames(syntax)).toBeNull();
  expect(readsFrameName(syntax)).toBe(true);
});

test.each([
  'frame.f_globals["__name__"] = 1',
  'del frame.f_globals["__name__"]',
  'frame.f_globals["__name__"], x = 1, 2',
  'for frame.f_globals["__name__"] in x:\n    pass',
  'frame.f_globals.get(key)',
  'frame.f_globals.pop("__name__")',
  'names = frame.f_globals',
  'frame.f_globals[__name__]',
])('more is done with the globals of a frame: %j', (text) => {
  expect(marksFrames(memoryView({ 'm.py': `${text}\n` }).syntax('m.py'))).not.toBeNull();
});

test('who asks a frame for its globals is told', () => {
  const view = memoryView({ 'm.py': 'import sys\ndef flag():\n    return sys._getframe(1).f_globals.get("FLAG")\n' });
  expect(marksFrames(view.syntax('m.py'))).not.toBeNull();
});
