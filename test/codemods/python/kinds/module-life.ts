import { type KindRow, swap } from './kind-row.ts';

const run = (args: string): string => `
import subprocess, sys
ran = subprocess.run([sys.executable, ${args}], capture_output=True, text=True)
print(ran.returncode, ran.stdout, ran.stderr.strip().rpartition("\\n")[2])
`;

const row = (kind: KindRow['kind'], name: string, before: KindRow['before'], more: Partial<KindRow>): KindRow => ({
  kind,
  name,
  before,
  path: Object.keys(before)[0]!,
  modules: {},
  probe: '',
  ...more,
});

const SHOP = `"""A shop."""
import logging
import pickle

logger = logging.getLogger(__name__)


def price(amount):
    """Gives a price.

    >>> price(3)
    (3, "USD")
    """
    return amount, "EUR"


class Customer:
    """Has a name.

    >>> Customer("x").name
    'x'
    """

    def __init__(self, name):
        self.name = name


if __name__ == "__main__":
    import doctest

    print(doctest.testmod(verbose=False).failed, logger.name, Customer.__module__, repr(Customer))
    print(pickle.dumps(Customer("a"), 0)[:40], type(pickle.loads(pickle.dumps(Customer("a")))) is Customer)
`;
const SHOP_MODULES = { price: ['assign logger', 'def price'], customer: ['class Customer'] };

/** Files that are run as programs. */
export const PROGRAMS: readonly KindRow[] = [
  row(
    'H84',
    'a self-test, loggers and pickles of __main__',
    { 'shop.py': SHOP },
    {
      modules: SHOP_MODULES,
      probe: `${run('"shop.py"')}\nimport shop; print(shop.logger.name, shop.Customer.__module__)`.replace(
        'ran.stdout,',
        'ran.stdout[ran.stdout.index("***Test"):],',
      ),
      careless: swap('_shop_price.py', /__name__ = getattr[\s\S]*?"shop", "shop"\s*\)\n/, '__name__ = "shop"\n'),
      shows: 0,
    },
  ),
  row(
    'H84',
    'parts that ask and are told nothing',
    { 'shop.py': SHOP },
    {
      modules: SHOP_MODULES,
      probe: run('"shop.py"').replace('ran.stdout,', 'ran.stdout[ran.stdout.index("***Test"):],'),
      careless: swap('shop.py', '__parts__ = {"shop": __name__}\n', ''),
      shows: 0,
    },
  ),
  row(
    'H84',
    'a file that is executed',
    {
      'tool.py': `#!/usr/bin/env python3
import enum


class Level(enum.Enum):
    LOW = 1


def main():
    print(Level.LOW.__class__.__module__, main.__module__)


if __name__ == "__main__":
    main()
`,
    },
    { modules: { level: ['class Level'], run: ['def main'] }, probe: run('"tool.py"') },
  ),
  row(
    'H84',
    'a module of a package, by its name',
    {
      'pkg/tool.py': `from .other import X


class Level:
    pass


def main():
    print(Level.__module__, X)


if __name__ == "__main__":
    main()
`,
      'pkg/__init__.py': '',
      'pkg/other.py': 'X = 1\n',
    },
    { modules: { level: ['class Level'], run: ['def main'] }, probe: run('"-m", "pkg.tool"') },
  ),
  row(
    'H84',
    'python -m of a package',
    {
      'pkg/__main__.py': `from .other import X


class Level:
    pass


def main():
    print(Level.__module__, X)


main()
`,
      'pkg/__init__.py': '',
      'pkg/other.py': 'X = 1\n',
    },
    { modules: { level: ['class Level'] }, probe: run('"-m", "pkg"') },
  ),
  row(
    'H84',
    'by its path, with absolute imports of its own package',
    {
      'pkg/tool.py': `from pkg.other import X


class Level:
    pass


def main():
    print(Level.__module__, X)


if __name__ == "__main__":
    main()
`,
      'pkg/__init__.py': '',
      'pkg/other.py': 'X = 1\n',
    },
    {
      modules: { level: ['class Level'], run: ['def main'] },
      probe: `import os; os.environ["PYTHONPATH"] = os.getcwd()${run('"pkg/tool.py"')}${run('"-m", "pkg.tool"')}`,
    },
  ),
  row(
    'H29',
    'by its path, in no package',
    {
      'pkg/tool.py': `class Level:
    pass


def main():
    print(Level.__module__)


if __name__ == "__main__":
    main()
`,
      'pkg/__init__.py': '',
    },
    { modules: { level: ['class Level'], run: ['def main'] }, probe: run('"pkg/tool.py"'), refused: true },
  ),
];

const CONF = `"""Configuration."""
import os

LEVEL = os.environ.get("LEVEL", "low")
CACHE = {}


def level_text():
    return f"level {LEVEL}"


def remember(key, value):
    CACHE[key] = value
    return len(CACHE)


class Report:
    def text(self):
        return level_text()
`;
const CONF_MODULES = {
  state: ['assign LEVEL', 'assign CACHE', 'def level_text', 'def remember'],
  report: ['class Report'],
};
const RELOADED = `
import importlib, os, sys
import conf
old, Old = conf.level_text, conf.Report
conf.remember(1, 2)
os.environ["LEVEL"] = "high"; importlib.reload(conf)
print(conf.LEVEL, conf.level_text(), conf.CACHE, conf.Report is Old, old(), Old().text())
os.environ["LEVEL"] = "top"; del sys.modules["conf"]
import conf
print(conf.LEVEL, conf.level_text(), conf.CACHE, conf.Report is Old, old(), Old().text())
`;

/** Modules that are run again. */
export const RELOADS: readonly KindRow[] = [
  row('H85', 'what holds the environment', { 'conf.py': CONF }, { modules: CONF_MODULES, probe: RELOADED }),
  row(
    'H85',
    'beside the file, in a package',
    { 'pkg/conf.py': CONF, 'pkg/__init__.py': '' },
    {
      layout: 'sibling',
      modules: CONF_MODULES,
      probe: RELOADED.replaceAll('import conf', 'import pkg.conf as conf').replace('"conf"', '"pkg.conf"'),
    },
  ),
  row(
    'H85',
    'what a test reloads',
    {
      'm.py':
        'items = []\n\n\ndef put(item):\n    items.append(item)\n    return len(items)\n\n\ndef other():\n    return 1\n',
      'test_m.py':
        'import importlib\n\nimport m\n\n\ndef test():\n    m.put(1)\n    importlib.reload(m)\n    return m.items\n',
    },
    {
      modules: { a: ['assign items', 'def put'], b: ['def other'] },
      probe: 'import test_m; print(test_m.test())',
      careless: swap('m/__init__.py', /_again = [\s\S]*?pop\(_part, None\)\n/, ''),
      shows: 0,
    },
  ),
  row(
    'H85',
    'what a test imports anew, with a patch and a rebound name',
    {
      'm.py': `__all__ = ["count", "put", "load"]

count = 0


def load():
    return 1


def put():
    global count
    count += load()
    return count


def other():
    return 1
`,
      'test_m.py': `import sys
from unittest import mock

import m


def test():
    global m
    with mock.patch("m.load", lambda: 5):
        m.put()
    said = [m.count, m.put()]
    sys.modules.pop("m", None)
    import m
    return said, m.count, m.put()
`,
    },
    {
      modules: { a: ['def load'], b: ['assign count', 'def put'], c: ['def other'] },
      probe: 'import test_m; print(test_m.test())',
      careless: swap('m/__init__.py', '"m._a", ', ''),
    },
  ),
  row(
    'H85',
    'parts in the wrong order',
    {
      'm.py': `import os

BASE = os.getenv("BASE", "a")


def second():
    return BASE


def first(x=second()):
    return x
`,
    },
    {
      modules: { a: ['assign BASE', 'def second'], b: ['def first'] },
      probe: 'import importlib, os, m; os.environ["BASE"] = "z"; importlib.reload(m); print(m.first(), m.BASE)',
      careless: swap('m/__init__.py', '("m._a", "m._b")', '("m._b", "m._a")'),
      shows: 0,
    },
  ),
];
