import { type KindRow, swap } from './kind-row.ts';

const TELLS =
  'import m; print({n: getattr(m, n) for n in dir(m) if n.isupper() and n[0] != "_"}, m.text(3), m.total([1]))';

const row = (name: string, text: string, modules: KindRow['modules'], more: Partial<KindRow> = {}): KindRow => ({
  kind: 'H8',
  name,
  before: { 'm.py': text },
  path: 'm.py',
  modules,
  probe: TELLS,
  ...more,
});

const BODY = `

def total(items: Sequence):
    return sum(items)


def text(item):
    return f"{item}"
`;
const APART = { a: ['def total'], b: ['def text'] };
const FUTURE = 'from __future__ import annotations\n\n';
const BLOCK = 'if TYPE_CHECKING:\n    from collections.abc import Sequence\n';

/** Blocks for type checkers whose condition no import gives. */
export const CHECKING_FLAGS: readonly KindRow[] = [
  row('the flag stays', `${FUTURE}TYPE_CHECKING = False\n${BLOCK}${BODY}`, APART, {
    careless: swap('m/_a.py', 'TYPE_CHECKING = False\n', ''),
    shows: 0,
  }),
  row(
    'the flag leaves with another part',
    `${FUTURE}TYPE_CHECKING = False\n${BLOCK}${BODY}`,
    {
      a: ['def total'],
      b: ['assign TYPE_CHECKING', 'def text'],
    },
    { careless: swap('m/_a.py', 'TYPE_CHECKING = False\n', ''), shows: 0 },
  ),
  row('the flag leaves with the block', `${FUTURE}TYPE_CHECKING: bool = False  # typing costs\n${BLOCK}${BODY}`, {
    a: ['assign TYPE_CHECKING', 'def total'],
    b: ['def text'],
  }),
  row(
    'the flag stands below its import for other interpreters',
    `${FUTURE}import typing

if typing.TYPE_CHECKING:
    from collections.abc import Sequence
${BODY}`,
    APART,
    { careless: swap('m/_a.py', 'import typing\n', ''), shows: 0 },
  ),
  row(
    'a block that defines by what the module defines',
    `${FUTURE}from typing import TYPE_CHECKING, List

Item = int

if TYPE_CHECKING:
    Sequence = List[Item]
${BODY}`,
    { a: ['def total'], b: ['def text'], c: ['assign Item'] },
    { careless: swap('m/_a.py', 'from ._c import Item\n', ''), shows: 99 },
  ),
  row(
    'the flag is read by code as well',
    `${FUTURE}TYPE_CHECKING = False\n${BLOCK}${BODY.replace('sum(items)', 'sum(items) if not TYPE_CHECKING else 0')}`,
    {
      a: ['assign TYPE_CHECKING', 'def text'],
      b: ['def total'],
    },
    { careless: swap('m/_b.py', /from \._a import TYPE_CHECKING\n|TYPE_CHECKING = False\n/g, ''), shows: 0 },
  ),
];
