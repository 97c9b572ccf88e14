import { type KindRow, swap } from './kind-row.ts';

const TELLS = `
import m, typing
print(dict(getattr(m, "__annotations__", {})), typing.get_type_hints(m))
print({name: getattr(m, name, None) for name in getattr(m, "__annotations__", {})})
`;

const row = (name: string, text: string, modules: KindRow['modules'], more: Partial<KindRow> = {}): KindRow => ({
  kind: 'H82',
  name,
  before: { 'm.py': text },
  path: 'm.py',
  modules,
  probe: TELLS,
  ...more,
});

/** Modules whose own annotations are read. */
export const ANNOTATED_NAMES: readonly KindRow[] = [
  row(
    'values with types',
    `"""M."""

rate: float = 1.5
names: list = []


def price(amount):
    names.append(amount)
    return amount * rate


def other():
    return 1
`,
    { a: ['assign rate', 'assign names', 'def price'], b: ['def other'] },
    { careless: swap('m/__init__.py', /rate: float = [\s\S]*$/, ''), shows: 0 },
  ),
  row(
    'among names that stay, postponed, with types of the module',
    `from __future__ import annotations

from typing import Dict, Optional

first: int = 1


class Item:
    pass


def make() -> Item:
    return Item()


__version__: str = "1"

cache: Dict[str, Item] = {}
last: Optional[
    Item
] = None


def put(name: str, item: Item) -> None:
    cache[name] = item
`,
    { a: ['assign first', 'class Item', 'def make'], b: ['assign cache', 'assign last', 'def put'] },
    {
      careless: swap('m/__init__.py', /last: Optional\[\s+Item\s+\] = _b.last\n/, 'last: Optional[str] = _b.last\n'),
      shows: 0,
    },
  ),
  row(
    'without a value, and one that a function rebinds',
    `__all__ = ["total", "count", "open_all"]

total: int
count: int = 0


def open_all():
    global count, total
    count += 1
    total = count
    return total


def other():
    return 1
`,
    { a: ['assign total', 'assign count', 'def open_all'], b: ['def other'] },
    {
      probe: `${TELLS}\nm.open_all(); print(m.count, m.total); m.count = 5; m.open_all(); print(m.count, m.total, "count" in dir(m))`,
      careless: swap('m/__init__.py', 'count: int\n', ''),
      shows: 0,
    },
  ),
  row(
    'aliases and constants',
    `from typing import Any, Final, List, Union

Json: Any = Union[str, List["Json"]]
LIMIT: Final = 5
(hidden): int = 3


def other():
    return LIMIT, hidden
`,
    { a: ['assign Json', 'assign LIMIT'], b: ['assign hidden', 'def other'] },
    { probe: 'import m; print(m.__annotations__, m.Json, m.LIMIT, m.hidden)' },
  ),
  row(
    'deleted behind its use',
    `step: int = 3
WIDTH = step * 2
del step


def other():
    return WIDTH
`,
    { a: ['assign step', 'assign WIDTH', 'del step'], b: ['def other'] },
    { probe: 'import m; print(m.__annotations__, m.WIDTH, hasattr(m, "step"))' },
  ),
  row(
    'on some paths only',
    `import sys

if sys.version_info > (3, 0):
    size: int = 1
else:
    size: str = ""


def other():
    return size
`,
    { a: ['if sys.version_info 3 0 size int 1 else size str', 'def other'] },
    { refused: true },
  ),
];

/** Names that functions rebind, read and written from outside. */
export const LIVE_NAMES: readonly KindRow[] = [
  row(
    'a write from outside is a write of the module',
    `__all__ = ["verbose", "set_verbose", "is_verbose"]

verbose = False


def set_verbose(on):
    global verbose
    verbose = on


def is_verbose():
    return verbose


def other():
    return 1
`,
    { a: ['assign verbose', 'def set_verbose', 'def is_verbose'], b: ['def other'] },
    {
      kind: 'H11',
      probe: `
import m
m.verbose = True; print(m.is_verbose(), m.verbose)
m.set_verbose(False); print(m.verbose, m.is_verbose(), "verbose" in dir(m))
from m import verbose, set_verbose
print(verbose)
del m.verbose
try:
    m.verbose
except AttributeError as error:
    print(error)
try:
    m.is_verbose()
except NameError as error:
    print(error)
try:
    m.missing
except AttributeError as error:
    print(error)
`,
      careless: swap('m/__init__.py', /\n {4}def __setattr__[\s\S]*?\n\n\n/, '\n\n\n'),
      shows: 0,
    },
  ),
  row(
    'while a test patches another name',
    `__all__ = ["count", "load", "run"]

count = 0


def load():
    global count
    count += 1
    return "loaded"


def run():
    return load(), count
`,
    { a: ['assign count', 'def load', 'def run'] },
    {
      kind: 'H11',
      before: {
        'm.py': `__all__ = ["count", "load", "run"]\n\ncount = 0\n\n\ndef load():\n    global count\n    count += 1\n    return "loaded"\n\n\ndef run():\n    return load(), count\n`,
        'test_m.py':
          'from unittest import mock\n\nimport m\n\n\ndef test():\n    with mock.patch("m.load", lambda: 1):\n        assert m.run()[0] == 1\n',
      },
      probe: 'import m, test_m; m.run(); test_m.test(); print(m.count, m.run()); m.count = 9; print(m.run(), m.count)',
      careless: swap('m/__init__.py', /( {8}if name in _LIVE:\n {12}setattr[^\n]*\n {12}return\n)/, ''),
      shows: 0,
    },
  ),
];
