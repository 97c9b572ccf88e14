import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const BASE = `class State:
    n = 0
    table = {}


def grow():
    State.n += 1


def kind(one):
    return one
`;
const HEAD =
  'import dataclasses\nimport functools\nimport operator\nimport types\nimport weakref\n\nfrom . import base\nfrom .base import State\n';

/** Whether a value that is made after a write stays proven when a part makes it before. */
function proves(value: string, write = 'base.State.n += 1'): boolean {
  const files = { 'pkg/__init__.py': '', 'pkg/base.py': BASE };
  const core = `${HEAD}\n\ndef first():\n    return 1\n\n\n${write}\n\n\n${value}\n`;
  const before = viewOf({ ...files, 'pkg/core.py': core });
  const names = [...value.matchAll(/^(?:def |class |(?=\w+ =))(\w+)/gm)].map(([, name]) => `${name} as ${name}`);
  const after = viewOf({
    ...files,
    'pkg/core.py': `${HEAD}from ._part import ${names.join(', ')}\n\n\ndef first():\n    return 1\n\n\n${write}\n`,
    'pkg/_part.py': `${HEAD}\n__name__ = "pkg.core"\n\n${value}\n`,
  });
  const paths = ['pkg/core.py', 'pkg/_part.py'];
  return proveStatic(before, after, null, paths).every(({ verdict }) => verdict === 'proven');
}

test.each([
  'V = functools.partial(max, base.State.n, 0)()',
  'V = functools.partial(max, State.n)',
  'V = functools.partial(max, key=State.n)',
  'V = dataclasses.field(default=State.n)',
  'V = types.SimpleNamespace(n=State.n)',
  'V = isinstance(State.n, bool)',
  'V = (functools.partial(max, [base.State.n]))',
  'V = operator.itemgetter(base.State.n)("abc")',
  'V = id(base.State.n)',
  'V = slice(base.State.n)',
  'class V:\n    n = dataclasses.field(default=State.n)',
  'class V:\n    n = property(State.n)',
  '@functools.partial(base.kind, State.n)\ndef V():\n    return 1',
])('%s reads now what it holds', (value) => {
  expect(proves(value)).toBe(false);
});

test.each([
  'V = functools.partial(max, 1)',
  'V = functools.partial(first_class, State)',
  'V = dataclasses.field(default_factory=dict)',
  'class V:\n    n = dataclasses.field(default=3)',
])('%s reads nothing', (value) => {
  expect(proves(value.replace('first_class', 'len'))).toBe(true);
});

test.each([
  'def f():\n    return len(base.State.table)\n\n\nV = f()',
  'def f():\n    return functools.partial(max, State.n)()\n\n\nV = f()',
  'def f():\n    return isinstance(State.n, int)\n\n\nV = f()',
])('%s reads by a function of its own', (value) => {
  expect(proves(value)).toBe(false);
});
