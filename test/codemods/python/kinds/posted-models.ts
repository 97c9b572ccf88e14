import { type KindRow, swap } from './kind-row.ts';

/** What pydantic does, in ten lines: fields are looked up in the module that the class names. */
const MODEL = `import sys


class Meta(type):
    def __new__(cls, name, bases, space):
        made = super().__new__(cls, name, bases, space)
        known = vars(sys.modules.get(made.__module__, sys))
        made.fields = {}
        for field, said in space.get("__annotations__", {}).items():
            try:
                made.fields[field] = eval(said, dict(known)) if isinstance(said, str) else said
            except NameError as error:
                made.fields[field] = str(error)
        return made


class Base(metaclass=Meta):
    pass


class Plain:
    pass


def checked(function):
    known = vars(sys.modules.get(function.__module__, sys))
    return [eval(said, dict(known)).__module__ for said in function.__annotations__.values()]
`;

const TELLS =
  'import m; print({name: value.fields for name, value in sorted(vars(m).items()) if hasattr(value, "fields")})';

const row = (name: string, text: string, modules: KindRow['modules'], more: Partial<KindRow> = {}): KindRow => ({
  kind: 'H83',
  name,
  before: { 'm.py': text, 'model.py': MODEL },
  path: 'm.py',
  modules,
  probe: TELLS,
  ...more,
});

const HEAD = `from __future__ import annotations

from model import Base


`;
const ADDRESS = 'class Address(Base):\n    street: str\n';
const PERSON = 'class Person(Base):\n    address: Address\n';

/** Classes that are made by something that looks into their module. */
export const POSTED_MODELS: readonly KindRow[] = [
  row(
    'a field of a class of the same part',
    `${HEAD}${ADDRESS}\n\n${PERSON}`,
    { a: ['class Address', 'class Person'] },
    {
      refused: true,
    },
  ),
  row(
    'a field of a class of an earlier part',
    `${HEAD}${ADDRESS}\n\n${PERSON}`,
    { a: ['class Address'], b: ['class Person'] },
    {
      careless: swap('m/__init__.py', /(from \._a[^\n]*\n)(from \._b[^\n]*\n)/, '$2$1'),
      shows: 0,
    },
  ),
  row(
    'a field of a class that comes later',
    // No model itself: siblings of one base would have to keep their order.
    `${HEAD}${PERSON}\n\nclass Address:\n    street = 1\n`,
    { a: ['class Address'], b: ['class Person'] },
    {
      refused: true,
    },
  ),
  row(
    'quoted, by an alias, in a nested class',
    `import model as mo

Size = int


class Box(mo.Base):
    class Inner(mo.Base):
        size: "Size"


def other():
    return 1
`,
    { a: ['assign Size', 'class Box'], b: ['def other'] },
    { refused: true, probe: 'import m; print(m.Box.Inner.fields)' },
  ),
  row(
    'an import that stands between the definitions',
    `${HEAD}def other():
    return 1


from decimal import Decimal


class Price(Base):
    amount: Decimal
`,
    { a: ['def other'], b: ['class Price'] },
    { refused: true },
  ),
  row(
    'a decorator of somebody else',
    `from __future__ import annotations

from model import Base

Size = int


def made(cls):
    return Base.__class__(cls.__name__, (), dict(vars(cls)))


@made
class Box:
    size: Size


def other():
    return 1
`,
    { a: ['assign Size', 'def made', 'class Box'], b: ['def other'] },
    { refused: true },
  ),
  row(
    'plain classes and data classes',
    `from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from model import Plain

T = TypeVar("T")


class Size(Plain):
    value: int


class Box(Plain, Generic[T]):
    size: Size


@dataclass
class Case:
    kind: ClassVar[Size]
    size: Size


def other():
    return 1
`,
    { a: ['assign T', 'class Size', 'class Box', 'class Case'], b: ['def other'] },
    {
      probe:
        'import dataclasses, m, typing; print([(f.name, f.type) for f in dataclasses.fields(m.Case)], typing.get_type_hints(m.Box))',
    },
  ),
  row(
    'a marker by another name in a data class',
    `from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

Shared = ClassVar


@dataclass
class Box:
    limit: Shared[int] = 3
    size: int = 1


def other():
    return 1
`,
    { a: ['assign Shared', 'class Box'], b: ['def other'] },
    { refused: true, probe: 'import m; print(m.Box(5))' },
  ),
  row(
    'the type at the head of a data class',
    `from __future__ import annotations

from dataclasses import dataclass

Size = dict[str, int]


@dataclass
class Box:
    size: Size


def other():
    return 1
`,
    { a: ['assign Size', 'class Box'], b: ['def other'] },
    { probe: 'import m; print(m.Box(5))' },
  ),
  row(
    'hints that are asked for while the module loads',
    `from __future__ import annotations

import typing


class TimeoutError(Exception):
    pass


class Box:
    error: TimeoutError


HINTS = typing.get_type_hints(Box)


def other():
    return 1
`,
    { a: ['class TimeoutError', 'class Box', 'assign HINTS'], b: ['def other'] },
    { refused: true, probe: 'import m; print(m.HINTS["error"].__module__)' },
  ),
  row(
    'a function under a decorator that looks into its module',
    `from __future__ import annotations

from model import checked


@checked
def box(error: str) -> int:
    return 1


def other():
    return 1
`,
    { a: ['def box'], b: ['def other'] },
    { kind: 'H72', refused: true, probe: 'import m; print(m.box)' },
  ),
];
