import { type KindRow, swap } from './kind-row.ts';

const MODULE = `import os

CONFIG = {}


def load():
    return os.getcwd()


def run():
    return load(), dict(CONFIG)


class Basket:
    def size(self):
        return 1
`;
const MODULES = { a: ['assign CONFIG', 'def load'], b: ['def run'], c: ['class Basket'] };

/** A test file; the probe runs its `test`. */
const row = (name: string, facade: 'plain' | 'write-through', test: string, more: Partial<KindRow> = {}): KindRow => ({
  kind: 'H13',
  name,
  before: { 'm.py': MODULE, 'test_m.py': `from unittest import mock\n\nimport m\n${test}` },
  path: 'm.py',
  modules: MODULES,
  facade,
  probe: 'import test_m; print(test_m.test())',
  ...more,
});

/** What writes to a module from outside, and what only looks so. */
export const PATCHES: readonly KindRow[] = [
  row(
    'a string that is compared',
    'plain',
    `

def test():
    said = f"{m.Basket.__module__}.{m.Basket.__qualname__}"
    return said == "m.Basket", "see m.load".replace("m.load", "m.run")
`,
  ),
  row(
    'an attribute of a module that the module imports',
    'plain',
    `

def test():
    with mock.patch("m.os.getcwd", lambda: "here"):
        return m.run()
`,
  ),
  row(
    'a method of a class, and the items of a dictionary',
    'plain',
    `

def test():
    with mock.patch("m.Basket.size", lambda self: 5), mock.patch.dict("m.CONFIG", {"a": 1}):
        return m.Basket().size(), m.run()[1]
`,
  ),
  row(
    'a name, by a string',
    'write-through',
    `

@mock.patch("m.load", lambda: "patched")
def test():
    return m.run()
`,
    { careless: swap('m/__init__.py', /\n_sys\.modules[\s\S]*$/, '\n'), shows: 0 },
  ),
  row(
    'a name, by a keyword',
    'write-through',
    `

def test():
    with mock.patch(target="m.load", new=lambda: "patched"):
        return m.run()
`,
  ),
  row(
    'a name, by a string that is put together',
    'write-through',
    `
MODULE = "m"


def test():
    with mock.patch(f"{MODULE}.load", lambda: "patched"):
        first = m.run()
    with mock.patch(MODULE + ".load", lambda: "again"):
        return first, m.run()
`,
  ),
  row(
    'a name that stands in a list',
    'write-through',
    `
TARGETS = ["m.load"]


def test():
    said = []
    for target in TARGETS:
        with mock.patch(target, lambda: "patched"):
            said.append(m.run())
    return said
`,
  ),
  row('a name that a helper of another file is told', 'write-through', '', {
    before: {
      'm.py': MODULE,
      'helper.py':
        'from unittest import mock\n\n\ndef patched(place):\n    return mock.patch(place, lambda: "patched")\n',
      'test_m.py':
        'import m\nfrom helper import patched\n\n\ndef test():\n    with patched("m.load"):\n        return m.run()\n',
    },
  }),
];
