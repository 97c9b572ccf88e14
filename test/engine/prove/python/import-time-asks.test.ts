import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const REG = `class E:
    n = 0
    __match_args__ = ()

    def __getattr__(self, k):
        E.n += 1
        return E.n


env = E()
settings = {"x": 1}
LIMIT = 3


def function():
    return 1


class Plain:
    x = 1

    @property
    def y(self):
        return 1


class Color(__import__("enum").Enum):
    RED = 1


class Meta(type):
    @property
    def x(cls):
        return 1


class Watched(metaclass=Meta):
    pass


class Below(Watched):
    pass
`;
const LAZY = 'def __getattr__(name):\n    return name\n';

/** Two units a and b that stand around a function. */
type Row = readonly [head: string, a: string, b: string, unit?: string | undefined];
const filesOf = ([head, a, b]: Row) => ({
  'pkg/__init__.py': '',
  'pkg/reg.py': REG,
  'pkg/again.py': 'from .reg import Plain, env\n',
  'pkg/lazy.py': LAZY,
  'pkg/core.py': `${head}\n\n\ndef first():\n    return 1\n\n\n${a}\n\n\ndef beta(x):\n    return 1\n\n\n${b}\n`,
});

/** b comes first. */
function provesSwapped(row: Row): boolean {
  const [head, a, b, unit = 'assign b'] = row;
  const before = viewOf(filesOf(row));
  const name = unit.split(' ')[1]!;
  const after = viewOf({
    ...filesOf(row),
    'pkg/core.py': `from ._b import ${name} as ${name}\n${head}\n\n\ndef first():\n    return 1\n\n\n${a}\n\n\ndef beta(x):\n    return 1\n`,
    'pkg/_b.py': `__name__ = "pkg.core"\n\n${head}\n\n${b}\n`,
  });
  return proveStatic(before, after, null, ['pkg/core.py', 'pkg/_b.py']).every(({ verdict }) => verdict !== 'failed');
}

function split(row: Row): string {
  const view = viewOf(filesOf(row));
  const plan = handPlan(view, 'pkg/core.py', { b: ['def first', row[3] ?? 'assign b'] });
  const result = pythonSplitModule.run(view, { path: 'pkg/core.py', plan, notes: false });
  return result.status === 'refused' ? result.refusals[0]!.hazard : 'split';
}

const ENV = 'from .reg import env';
test.each<Row>([
  [ENV, 'a = env.x', 'b = env.y'],
  [ENV, 'a = env.x.z', 'b = env.x.w'],
  ['from . import reg', 'a = reg.env.x', 'b = reg.env.y'],
  ['import pkg.reg', 'a = pkg.reg.env.x', 'b = pkg.reg.env.y'],
  ['from .again import env', 'a = env.x', 'b = env.y'],
  ['from . import lazy', 'a = lazy.x', 'b = lazy.y'],
  ['from foreign import env', 'a = env.x', 'b = env.y'],
  ['from .reg import Watched', 'a = Watched.x', 'b = Watched.y'],
  ['from .reg import Below', 'a = Below.x', 'b = Below.y'],
  [ENV, 'a = f"{env}"', 'b = f"{env}"'],
  [ENV, 'a = f"{env!r:>10}"', 'b = f"{1:{env}}"'],
  [ENV, 'a = str(env)', 'b = str(env)'],
  [ENV, 'a = "{}".format(env)', 'b = "{}".format(env)'],
  [ENV, 'a = "%s" % env', 'b = "%s" % env'],
  [ENV, 'a = format(env)', 'b = len(env)'],
  [ENV, 'a, = env', 'b, = env'],
  [ENV, '[a, *c] = env', '(b, *d) = env', 'assign b *d'],
  [ENV, 'a = [*env]', 'b = {**env}'],
  [ENV, 'a = [x for x in env]', 'b = list(env)'],
  [ENV, 'a = 1 in env', 'b = 2 in env'],
  [ENV, 'a = env == 1', 'b = env < 2'],
  [ENV, 'a = env + 1', 'b = -env'],
  [ENV, 'a = not env', 'b = env and 1'],
  [ENV, 'a = 1 if env else 2', 'b = 1 if env else 2'],
  [ENV, 'a = env[0]', 'b = env[1]'],
  [ENV, 'a = {env: 1}', 'b = {env}'],
  [ENV, 'a = (c := env.x)', 'b = (d := env.y)', 'assign b'],
  [ENV, 'a = lambda x=env.x: 1', 'b = lambda x=env.y: 1'],
  [ENV, 'def a(x=env.x):\n    return 1', 'def b(x=env.y):\n    return 1', 'def b'],
  [ENV, 'def a(x: env.x):\n    return 1', 'def b(x: env.y):\n    return 1', 'def b'],
  [ENV, 'def a() -> env.x:\n    return 1', 'def b() -> env.y:\n    return 1', 'def b'],
  [ENV, 'a: env.x = 1', 'b: env.y = 2'],
  [ENV, 'def a(x: env[1]):\n    return 1', 'def b(x: env | None):\n    return 1', 'def b'],
  [ENV, 'class A:\n    x: env.x', 'class B:\n    x: env.x', 'class B'],
  [ENV, 'class A:\n    x = env.x', 'class B:\n    x = env.x', 'class B'],
  [ENV, 'class A(flag=env.x):\n    pass', 'class B(flag=env.x):\n    pass', 'class B'],
  [ENV, 'match env:\n    case 1:\n        a = 1\n    case _:\n        a = 2', 'b = env.x'],
  [ENV, 'match 1:\n    case env.x:\n        a = 1\n    case _:\n        a = 2', 'b = env.x'],
  [ENV, 'with env as a:\n    pass', 'b = env.x'],
  [`${ENV}\nalias = env`, 'a = alias.x', 'b = alias.y'],
  [ENV, 'assert env', 'b = env.x'],
  [ENV, 'if env.x:\n    a = 1\nelse:\n    a = 2', 'b = env.x'],
  [ENV, 'a = print(*env)', 'b = env.x'],
])('%s; %s; %s: keep their order', (...parts) => {
  const row = parts as unknown as Row;
  expect(provesSwapped(row)).toBe(false);
  if (!row[0].includes('alias')) expect(split(row)).not.toBe('split');
});

test.each<Row>([
  ['from . import reg', 'a = reg.LIMIT', 'b = reg.LIMIT'],
  ['import pkg.reg', 'a = pkg.reg.LIMIT', 'b = pkg.reg.function'],
  ['import numpy as np', 'a = np.pi', 'b = np.e'],
  ['import numpy.typing', 'a = numpy.typing.A', 'b = numpy.typing.B'],
  ['from .reg import settings', 'a = settings.items', 'b = settings.keys'],
  ['from .reg import LIMIT', 'a = f"{LIMIT}"', 'b = LIMIT == 1'],
  ['from .reg import function', 'a = function.x', 'b = function.y'],
  ['from .reg import Plain', 'a = Plain.x', 'b = Plain.y'],
  ['from .again import Plain', 'a = Plain.x', 'b = Plain.y'],
  ['from foreign import Color', 'a = Color.RED', 'b = Color.RED'],
  [
    'from __future__ import annotations\nfrom .reg import env',
    'def a(x: env.x):\n    return 1',
    'def b(x: env.y):\n    return 1',
    'def b',
  ],
  ['import typing as t', 'a = t.Optional[int]', 'b = t.Union[int, None]'],
  [
    'from foreign import T, n',
    'def a(x: T | None, y: n.A) -> list[T]:\n    return 1',
    'def b(x: T | None, y: n.B) -> dict[str, T]:\n    return 1',
    'def b',
  ],
  [ENV, 'a = env', 'b = env'],
  [ENV, 'def a():\n    return env.x', 'def b():\n    return env.y', 'def b'],
])('%s; %s; %s: any order is the same', (...parts) => {
  const row = parts as unknown as Row;
  expect(provesSwapped(row)).toBe(true);
  expect(split(row)).toBe('split');
});
