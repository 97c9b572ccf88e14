import { expect, test } from 'vitest';
import { readEmitted } from '../../../../src/engine/prove/javascript/meaning/emitted-module.ts';
import { printUnit } from '../../../../src/engine/prove/javascript/meaning/print-unit.ts';

/** What the statements of an emitted CommonJS module print to; `own` are names at the top of its source. */
function printed(text: string, own: readonly string[]): string[] {
  const head = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\nconst make = Object;\n';
  const module = readEmitted(head + text, new Set(['make', 'given', ...own]), (name) => name);
  if (module === null) throw new Error('not read');
  const print = printUnit(new Map([['m', module]]), 'm', module, (name) => name);
  return module.statements.map(print).filter((one) => one !== '');
}

test.each([
  [
    'several names',
    'const { a, b: c } = make();\n',
    'var _a;\n_a = make(), exports.a = _a.a, exports.c = _a.b;\n',
    '({ a: exports.a, b: exports.c } = make());\n',
  ],
  ['one name', 'const { a } = make();\n', 'exports.a = make().a;\n', '({ a: exports.a } = make());\n'],
  [
    'a value that is not read on by itself',
    'const { a } = make() || make;\n',
    'exports.a = (make() || make).a;\n',
    '({ a: exports.a } = make() || make);\n',
  ],
  [
    'a value that is a name',
    'const { a, c } = make;\n',
    'exports.a = make.a, exports.c = make.c;\n',
    '({ a: exports.a, c: exports.c } = make);\n',
  ],
  [
    'beside other names',
    'const { a } = make.x, c = 2;\n',
    'exports.a = make.x.a, exports.c = 2;\n',
    '({ a: exports.a } = make.x, exports.c = 2);\n',
  ],
])('what an object gives is one, private or exported, by any compiler: %s', (_title, own, old, now) => {
  const names = ['a', 'c'];
  const exported = 'exports.c = exports.a = void 0;\n';
  expect(printed(exported + old, names)).toEqual(printed(own, names));
  expect(printed(exported + now, names)).toEqual(printed(own, names));
});

test.each([
  ['other keys', 'const { a, b: c } = make();\n', '({ b: exports.a, a: exports.c } = make());\n'],
  ['another order', 'const { a, b: c } = make();\n', '({ b: exports.c, a: exports.a } = make());\n'],
  ['another value', 'const { a, b: c } = make();\n', '({ a: exports.a, b: exports.c } = make(1));\n'],
  ['a value that is made twice', 'const { a, b: c } = make();\n', 'exports.a = make().a, exports.c = make().b;\n'],
  ['a default', 'const { a, b: c } = make();\n', '({ a: exports.a = 1, b: exports.c } = make());\n'],
])('%s are told apart', (_title, own, now) => {
  expect(printed(now, ['a', 'c'])).not.toEqual(printed(own, ['a', 'c']));
});
