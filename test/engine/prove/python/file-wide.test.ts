import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const BODY = 'LIMIT = 3\n\n\ndef alpha(x):\n    return x + 1\n\n\ndef beta(x):\n    return x\n';
const PART = '__name__ = "shop.core"\n\n\ndef alpha(x):\n    return x + 1\n';
const FACADE = 'from ._alpha import alpha as alpha\n\nLIMIT = 3\n\n\ndef beta(x):\n    return x\n';

interface Given {
  readonly header?: string;
  readonly partHeader?: string;
  readonly more?: Readonly<Record<string, string>>;
}

function verdicts({ header = '', partHeader = header, more = {} }: Given): string[] {
  const same = { 'shop/__init__.py': '', ...more };
  const before = memoryView({ ...same, 'shop/core.py': `${header}${BODY}` });
  const after = memoryView({ ...same, 'shop/core.py': `${header}${FACADE}`, 'shop/_alpha.py': `${partHeader}${PART}` });
  return proveStatic(before, after, null, ['shop/core.py', 'shop/_alpha.py']).map(({ verdict }) => verdict);
}

test('the plain split is proven', () => {
  expect(new Set(verdicts({}))).toEqual(new Set(['proven']));
});

test.each([
  ['# -*- coding: latin-1 -*-\n'],
  ['# mypy: disallow-untyped-defs\n'],
  ['# pyright: strict\n'],
  ['# cython: language_level=3\n'],
  ['# type: ignore\n'],
  ['# pylint: skip-file\n'],
  ['# flake8: noqa\n'],
])('what applies to the whole file stands in each part: %j', (header) => {
  expect(verdicts({ header })).not.toContain('failed');
  expect(verdicts({ header, partHeader: '' })).toContain('failed');
});

test('a part that a package or a machine module takes the place of is no part', () => {
  expect(verdicts({ more: { 'shop/_alpha/__init__.py': '' } })).toContain('failed');
  expect(verdicts({ more: { 'shop/_alpha.cpython-311-x86_64-linux-gnu.so': '' } })).toContain('failed');
});

test.each([
  ['def set_it(m):\n    m.LIMIT = 5\n\n\nset_it(core)\n'],
  ['for core.LIMIT in (1, 5):\n    pass\n'],
  ['with thing() as core.LIMIT:\n    pass\n'],
  ['match core:\n    case m:\n        m.LIMIT = 5\n'],
  ['def get():\n    return core\n\n\nget().LIMIT = 5\n'],
  ['(lambda m: setattr(m, "LIMIT", 5))(core)\n'],
  ['partial(setattr, core)("LIMIT", 5)\n'],
  ['a, *core.LIMIT = 1, 2, 3\n'],
  ['[0 for core.LIMIT in (1, 5)]\n'],
])('a write from outside in any spelling reaches the part that reads the name: %j', (write) => {
  const reading = PART.replace('x + 1', 'x + LIMIT').replace('\n\n\ndef', '\nfrom .core import LIMIT\n\n\ndef');
  const body = BODY.replace('x + 1', 'x + LIMIT');
  const more = { 'shop/__init__.py': '', 'tests/test_core.py': `from shop import core\n${write}` };
  const before = memoryView({ ...more, 'shop/core.py': body });
  const after = memoryView({
    ...more,
    'shop/core.py': FACADE.replace(
      'from ._alpha import alpha as alpha\n\nLIMIT = 3',
      'LIMIT = 3\nfrom ._alpha import alpha as alpha',
    ),
    'shop/_alpha.py': reading,
  });
  expect(proveStatic(before, after, null, ['shop/core.py', 'shop/_alpha.py']).map(({ verdict }) => verdict)).toContain(
    'failed',
  );
});

test.each([
  ['NAMES = sorted(dir())\n', 'failed'],
  ['NAMES = [name for name in globals() if name.isupper()]\n', 'failed'],
  ['NAMES = vars().copy()\n', 'failed'],
  ['NAME = globals()["LIMIT"]\n', 'proven'],
  ['def names():\n    return sorted(dir())\n', 'proven'],
])('what lists the module while it is imported finds other names in a facade: %j', (line, expected) => {
  const more = { 'shop/__init__.py': '' };
  const before = memoryView({ ...more, 'shop/core.py': `${BODY}\n\n${line}` });
  const after = memoryView({ ...more, 'shop/core.py': `${FACADE}\n\n${line}`, 'shop/_alpha.py': PART });
  const proofs = proveStatic(before, after, null, ['shop/core.py', 'shop/_alpha.py']);
  expect(proofs.map(({ verdict }) => verdict)).toContain(expected);
});
