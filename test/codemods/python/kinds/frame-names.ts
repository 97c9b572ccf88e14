import { type KindRow, swap } from './kind-row.ts';

const TELLS = `
import m
for name in sorted(vars(m)):
    value = vars(m)[name]
    if not name.startswith("_") and name[0].isupper():
        print(name, value.__module__, [base.__module__ for base in getattr(value, "__mro__", ())])
`;

const row = (name: string, text: string, modules: KindRow['modules'], more: Partial<KindRow> = {}): KindRow => ({
  kind: 'H23',
  name,
  before: { 'm.py': text },
  path: 'm.py',
  modules,
  probe: TELLS,
  ...more,
});

/** Objects that ask the frame which module makes them. */
export const FRAME_NAMES: readonly KindRow[] = [
  row(
    'factories of the standard library',
    `from collections import namedtuple
from enum import Enum
from typing import NamedTuple, NewType, TypedDict, TypeVar

Price = namedtuple("Price", "amount currency")
T = TypeVar("T")
UserId = NewType("UserId", int)
Color = Enum("Color", "red green")
Point = NamedTuple("Point", [("x", int)])
Row = TypedDict("Row", {"x": int})


def first(items: "list[T]") -> T:
    return items[0]
`,
    {
      a: ['assign Price', 'assign T', 'def first'],
      b: ['assign UserId', 'assign Color', 'assign Point', 'assign Row'],
    },
    { careless: swap('m/_b.py', 'Color.__module__ = __name__\n', ''), shows: 12 },
  ),
  row(
    'by other names, and documented by a string below',
    `import collections as c
import typing as t
from typing import TypeVar as Variable

U = Variable("U")
"""What goes in."""
Pair = c.namedtuple("Pair", "a b")  # two
Age: object = t.NewType("Age", int)


class Holder:
    Inner = c.namedtuple("Inner", "x")

    def make(self):
        return c.namedtuple("Made", "x")
`,
    { a: ['assign U', 'assign Pair'], b: ['assign Age', 'class Holder'] },
    {
      probe: `${TELLS}\nprint(m.Holder.Inner.__module__, m.Holder().make().__module__)`,
      careless: swap('m/_a.py', 'U.__module__ = __name__\n', ''),
      shows: 12,
    },
  ),
  row(
    'the base of a class',
    `import enum
from collections import namedtuple
from functools import total_ordering


@total_ordering
class Version(namedtuple("VersionBase", "major minor")):
    def text(self):
        return f"{self.major}.{self.minor}"


class Named(enum.Enum):
    pass


Side = Named("Side", "left right")
LEFT = Side["left"]
`,
    { a: ['class Version'], b: ['class Named', 'assign Side', 'assign LEFT'] },
    { careless: swap('m/_a.py', '\n\nVersion.__bases__[0].__module__ = __name__\n', ''), shows: 12 },
  ),
  row(
    'make_dataclass, which older interpreters file elsewhere',
    `from dataclasses import make_dataclass

Box = make_dataclass("Box", ["size"])


def grow(box):
    return Box(box.size + 1)


def other():
    return 1
`,
    { a: ['assign Box', 'def grow'], b: ['def other'] },
    { careless: swap('m/_a.py', /if Box[^\n]*\n[^\n]*\n/, ''), shows: 12 },
  ),
  row(
    'made by a module of the project',
    `from compat import TypeVar

V = TypeVar("V")


def other():
    return 1
`,
    { a: ['assign V'], b: ['def other'] },
    {
      before: {
        'm.py': 'from compat import TypeVar\n\nV = TypeVar("V")\n\n\ndef other():\n    return 1\n',
        'compat.py': 'from typing import TypeVar\n',
      },
      careless: swap('m/_a.py', /if V[^\n]*\n[^\n]*\n/, ''),
      shows: 12,
    },
  ),
  row(
    'a value that nothing holds by itself',
    `from collections import namedtuple

KINDS = [namedtuple("Small", "x"), namedtuple("Large", "x y")]


def other():
    return 1
`,
    { a: ['assign KINDS'], b: ['def other'] },
    { refused: true, probe: 'import m; print([kind.__module__ for kind in m.KINDS])' },
  ),
  row(
    'on some paths only',
    `import sys
from typing import TypeVar

if sys.version_info >= (3, 0):
    W = TypeVar("W")
else:
    W = object


def other():
    return 1
`,
    { a: ['if sys.version_info 3 0 W TypeVar W else W object'], b: ['def other'] },
    { refused: true },
  ),
  row(
    'an alias that takes no other name',
    `from typing import TypeAliasType

Text = TypeAliasType("Text", str)


def other():
    return 1
`,
    { a: ['assign Text'], b: ['def other'] },
    { refused: true, since: 12 },
  ),
];
