/** A module with most of what classes, decorators and typing can do, and tests that look at it from outside. */
export const STORE: Readonly<Record<string, string>> = {
  'pkg/__init__.py': '',
  'pkg/store.py': `"""Store."""
from __future__ import annotations

import enum
import functools
import logging
import pickle
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Item", "Basket", "price", "handle"]

logger = logging.getLogger(__name__)
HANDLERS = {}
STEPS = []


def on(name):
    def keep(function):
        HANDLERS[name] = function
        return function

    return keep


@on("add")
def add(item):
    return ("added", item)


@on("drop")
def drop(item):
    return ("dropped", item)


STEPS.append("built")


@dataclass
class Item:
    name: str
    cents: int = 0
    tags: list = field(default_factory=list)


class Slim:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


class Basket:
    """A basket.

    >>> Basket().total
    0
    """

    def __init__(self):
        self._items = []

    @property
    def total(self):
        return sum(item.cents for item in self._items)

    @total.setter
    def total(self, cents):
        self._items = [Item("all", cents)]

    def put(self, item, *, seen=[]):
        seen.append(item)
        self._items.append(item)
        return len(seen)


class Kind(enum.Enum):
    BIG = 1


@overload
def price(item: Item) -> int: ...
@overload
def price(item: str) -> str: ...
def price(item):
    """The price."""
    return item.cents if isinstance(item, Item) else item


def fetch(item):
    return item.cents


def money(item: Item) -> Decimal:
    logger.debug("money")
    return fetch(item)


LIMIT = 5


def cap(n, most=LIMIT):
    return min(n, most)


@functools.lru_cache(maxsize=None)
def cached(n):
    return n * 2


if sys.platform == "nowhere":
    only_there = 1


def handle(name, item):
    logger.info("handle")
    return HANDLERS[name](item)


def _dump(item):
    return pickle.dumps(item)
`,
  'tests/__init__.py': '',
  'tests/test_store.py': `import doctest
import unittest
from unittest import mock

from pkg import store


def load_tests(loader, tests, pattern):
    tests.addTests(doctest.DocTestSuite(store))
    return tests


class StoreTest(unittest.TestCase):
    def test_handle(self):
        self.assertEqual(store.handle("add", 1), ("added", 1))

    def test_patch(self):
        with mock.patch("pkg.store.fetch", return_value=7):
            self.assertEqual(store.money(store.Item("a")), 7)

    def test_pickle(self):
        self.assertIn(b"\\x8c\\tpkg.store\\x94", store._dump(store.Item("a")))

    def test_logger(self):
        with self.assertLogs("pkg.store", "INFO") as seen:
            store.handle("drop", 1)
        self.assertEqual(seen.records[0].name, "pkg.store")

    def test_total(self):
        basket = store.Basket()
        basket.total = 5
        self.assertEqual(basket.total, 5)
`,
};

export const STORE_MODULES: Readonly<Record<string, readonly string[]>> = {
  events: ['assign HANDLERS', 'assign STEPS', 'def on', 'def add', 'def drop', 'expr STEPS.append built'],
  goods: ['class Item', 'class Slim', 'class Basket', 'class Kind'],
  prices: [
    'assign logger',
    'def price',
    'def fetch',
    'def money',
    'assign LIMIT',
    'def cap',
    'def cached',
    'if sys.platform nowhere only_there 1',
  ],
};
