import { expect, test } from 'vitest';
import { namespaceWrites } from '../../../../analyzers/readings/python/namespace-writes.ts';
import { parse } from '../../../../src/languages/parse.ts';
import { listsNamespace } from '../../../../src/languages/python/lists-namespace.ts';
import { marksFrames } from '../../../../src/languages/python/own-file.ts';

const writes = (text: string): (string | null)[] =>
  namespaceWrites(parse(text, 'python'), () => false).map(({ name, isPrefix }) => (isPrefix ? `${name}*` : name));

test.each([
  ['space = globals()\nfor k in names:\n    space["CO_" + k] = 1\ndel k, space\n', ['CO_*']],
  ['def one():\n    d = globals()\n    d["x"] = 1\n\n\ndef other():\n    d = {}\n    d[key()] = 1\n', ['x']],
  ['def one():\n    global d\n    d = globals()\n\n\ndef other():\n    d[key()] = 1\n', [null]],
  ['import linecache\n\n\ndef one(f):\n    return linecache.getlines(f, one.__globals__)\n', []],
  ['def one(f):\n    return call(f, one.__globals__)\n', [null]],
  ['def one(d):\n    d = globals()\n    return d and ask(d.get("x"))\n', []],
  ['def one(d):\n    d = globals()\n    return d or {}\n', [null]],
  ['def one(d):\n    d = globals()\n    return found and d\n', [null]],
])('what a variable is that holds the namespace is known where it is bound: %j', (text, expected) => {
  expect(writes(text)).toEqual(expected);
});

test.each([
  ['space = globals()\nspace["a"] = 1\n', false],
  ['space = globals()\nspace["a"] = 1\ndel space\n', false],
  ['space = globals()\nfor name in space:\n    use(name)\n', true],
  ['space = globals()\nprint(list(space))\n', true],
  ['space = dir()\nspace["a"] = 1\n', true],
])('a namespace that is only stored to is not listed: %j', (text, isListed) => {
  expect(listsNamespace(parse(text, 'python')) !== null).toBe(isListed);
});

test.each([
  ['linecache.lazycache(name, frame.f_globals)\n', false],
  ['lines = getlines(name, frame.f_globals)\n', false],
  ['if "mark" in frame.f_globals:\n    pass\n', true],
  ['call(frame.f_globals)\n', true],
])('the globals of a frame say whose code it is unless lines are looked up by them: %j', (text, marks) => {
  expect(marksFrames(parse(text, 'python')) !== null).toBe(marks);
});
