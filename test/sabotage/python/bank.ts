/** A small package whose module `bank` is split and then broken on purpose. */
export const BANK: Readonly<Record<string, string>> = {
  'pkg/__init__.py': '',
  'pkg/rates.py': 'RATE = 2\n',
  'pkg/bank.py': `"""Bank."""
from __future__ import annotations

import json

from .rates import RATE

__all__ = ["Account", "open_account", "total"]

LOG = []
opened = 0


def record(text):
    LOG.append(text)
    return text


FIRST = record("first")


class Account:
    # keeps the balance
    def __init__(self, balance: float) -> None:
        self.balance = balance


def open_account(balance):
    global opened
    opened += 1
    return Account(balance)


SECOND = record("second")


def total(accounts):
    return sum(round(a.balance * RATE) for a in accounts) + 100


def dump(accounts):
    from .rates import RATE as rate

    return json.dumps([a.balance * rate for a in accounts])


def _audit():
    return list(LOG)
`,
  'tests/__init__.py': '',
  'tests/test_bank.py': `import unittest

from pkg import bank


class BankTest(unittest.TestCase):
    def test_total(self):
        self.assertEqual(bank.total([bank.Account(1), bank.Account(2)]), 106)

    def test_log(self):
        self.assertEqual(bank.LOG, ["first", "second"])

    def test_opened(self):
        before = bank.opened
        bank.open_account(1)
        self.assertEqual(bank.opened, before + 1)
`,
};

export const MODULES: Readonly<Record<string, readonly string[]>> = {
  log: ['assign LOG', 'def record', 'assign FIRST', 'assign SECOND'],
  accounts: ['assign opened', 'class Account', 'def open_account'],
  sums: ['def total', 'def dump', 'def _audit'],
};
