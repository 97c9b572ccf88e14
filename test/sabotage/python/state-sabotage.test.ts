import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import type { Proof, Rung } from '../../../src/core/evidence.ts';
import { SILENT } from '../../../src/core/progress.ts';
import { pythonProver } from '../../../src/engine/prove/python/python-prover.ts';
import { folderStage } from '../../helpers/folder-stage.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';

/** What running a module leaves behind: data, an order of classes, entries of somebody else's registry, origins, a clock. */
const SHOP: Readonly<Record<string, string>> = {
  'shop/__init__.py': '',
  'shop/base.py': `class Base:
    known = []

    def __init_subclass__(cls):
        Base.known.append(cls.__name__)


class Plain:
    pass


class Book:
    def __init__(self, *pages):
        self.pages = list(pages)


HOOKS = {}
BOOK = Book()


def hook(name):
    HOOKS[name] = len(HOOKS)
    BOOK.pages.append(name)
    return name
`,
  'shop/m.py': `import time
from typing import NewType, TypeVar

from .base import Base, Book, Plain, hook

STARTED = time.time()
PRICES = {"pear": 1, "plum": 2}
DEEP = {"a": [{"b": (1, 2)}]}
OWN = Book("m")
T = TypeVar("T")
Ident = NewType("Ident", int)


class First(Base):
    pass


class Second(Base):
    pass


class Third(Plain):
    pass


class Fourth(Plain):
    pass


PEAR = hook("pear")
PLUM = hook("plum")


def price(name):
    return PRICES[name]


def deep():
    return DEEP["a"]


def own():
    return OWN
`,
};

const before = viewOf(SHOP);

function splitFiles(): Record<string, string> {
  const plan = handPlan(before, 'shop/m.py', {
    data: [
      'assign STARTED',
      'assign PRICES',
      'assign DEEP',
      'assign OWN',
      'assign T',
      'assign Ident',
      'def price',
      'def deep',
      'def own',
    ],
    kinds: ['class First', 'class Second', 'class Third', 'class Fourth', 'assign PEAR', 'assign PLUM'],
  });
  const result = pythonSplitModule.run(before, { path: 'shop/m.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const after = before.overlay(result.changeSet);
  return Object.fromEntries(after.files.map(({ path }) => [path, after.text(path)]));
}

async function prove(files: Record<string, string>, rungs: readonly Rung[]): Promise<readonly Proof[]> {
  const after = viewOf(files);
  const stage = folderStage(before, after);
  const { proofs } = await pythonProver.prove({
    before,
    after,
    changeSet: null,
    stage,
    rungs,
    testCommand: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  return proofs;
}

const saidBy = (proofs: readonly Proof[]): string[] => [
  ...new Set(proofs.map(({ rung, verdict, why }) => (verdict === 'proven' ? `${rung} proven` : `${rung} ${why}`))),
];

test('a clock among the values says nothing: the split is proven', async () => {
  expect(saidBy(await prove(splitFiles(), ['S', 'B', 'A', 'M']))).toEqual([
    'S proven',
    'B proven',
    'A proven',
    'M proven',
  ]);
});

const DATA = 'shop/m/_data.py';
const KINDS = 'shop/m/_kinds.py';
const SECOND = 'class Second(Base):\n    pass\n\n\n';
const FOURTH = 'class Fourth(Plain):\n    pass\n\n\n';

const SABOTAGES: readonly [name: string, path: string, from: string, to: string, why: RegExp][] = [
  ['another number in a table', DATA, '"plum": 2', '"plum": 3', /the value of PRICES differs/],
  ['a table in another order', DATA, '"pear": 1, "plum": 2', '"plum": 2, "pear": 1', /the value of PRICES differs/],
  ['data deep inside', DATA, '(1, 2)', '(1, 3)', /the value of DEEP differs/],
  ['what an object holds', DATA, 'Book("m")', 'Book("n")', /the value of OWN differs/],
  ['a TypeVar from another module', DATA, '\nT.__module__ = __name__', '\nT.__module__ = "shop.x"', /\bT\b.*module/],
  ['a NewType from another module', DATA, 'int)\n', 'int)\nIdent.__module__ = "shop.x"\n', /Ident.*module/],
  [
    'classes that put themselves on a list, in another order',
    KINDS,
    `class First(Base):\n    pass\n\n\n${SECOND}`,
    `${SECOND}class First(Base):\n    pass\n\n\n`,
    /the subclasses of shop\.base\.Base/,
  ],
  [
    'classes of which only their base knows, in another order',
    KINDS,
    `class Third(Plain):\n    pass\n\n\n${FOURTH}`,
    `${FOURTH}class Third(Plain):\n    pass\n\n\n`,
    /the subclasses of shop\.base\.Plain/,
  ],
  [
    "somebody else's registry, in another order",
    KINDS,
    'PEAR = hook("pear")\nPLUM = hook("plum")',
    'PLUM = hook("plum")\nPEAR = hook("pear")',
    /shop\.base\.\w+ of another module holds different data/,
  ],
  ['one entry more for somebody else', KINDS, 'PEAR =', 'hook("x")\nPEAR =', /shop\.base\.\w+ of another module/],
];

test.each(SABOTAGES)('%s is rejected by A and by M, and imports all the same', async (_, path, from, to, why) => {
  const files = splitFiles();
  const mangled = files[path]!.replace(from, () => to);
  if (mangled === files[path]) throw new Error(`${path} holds no ${from}:\n${files[path]}`);
  const said = saidBy(await prove({ ...files, [path]: mangled }, ['B', 'A', 'M']));
  expect(said[0]).toBe('B proven');
  expect(said.filter((one) => /^A /.test(one)).join()).toMatch(why);
  expect(said.filter((one) => /^M /.test(one)).join()).toMatch(why);
});
