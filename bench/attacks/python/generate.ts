import type { AttackProgram, Files } from '../contract.ts';
import type { Random } from '../random.ts';
import { BASE_MODULE } from './base-module.ts';
import { OWN, WRITES } from './own-state.ts';
import { LOUD, type MakePiece, type Piece, QUIET } from './pieces.ts';

const HEAD = `import functools
import importlib
import inspect
import numbers
import operator
import os
import pkgutil
import random
import sys
import warnings

from . import base
from .base import SEEN, TABLE, TRACE, Plain, next_id as fresh, note as remark, register as enlist
`;

const LATE = 'from . import base\n\nbase.note("late is evaluated")\nbase.State.n += 10\nVALUE = base.State.n\n';

const TARGET = 'shop/m.py';

/** A module of the seed's pieces in the package `shop`, and a program that prints what became of it. */
export const generate = (random: Random): AttackProgram => {
  const pieces = draw(random);
  return programOf(pieces, interleave(pieces, random));
};

/** @param statements those of the pieces, in the order of the module */
export function programOf(pieces: readonly Piece[], statements: readonly Placed[]): AttackProgram {
  const self = pieces.some(({ statements: all }) => all.some((one) => /\bME\b/.test(one)));
  const head = self ? `${HEAD}\nME = sys.modules[__name__]\n` : HEAD;
  const files = {
    'shop/__init__.py': '',
    'shop/base.py': BASE_MODULE,
    'shop/late.py': LATE,
    'run.py': runner(pieces),
    'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\n',
  };
  const text = `${head}\n\n${statements.map(({ text: one }) => one).join('\n\n\n')}\n`;
  const lines = text.split('\n').length;
  return {
    files: { ...files, [TARGET]: text },
    target: TARGET,
    limit: Math.round(lines * 0.6),
    units: statements.length,
    forms: [...new Set(pieces.map(({ form }) => form))],
    naive: { ...files, ...naive(pieces, statements, head) },
  };
}

function draw(random: Random): Piece[] {
  const times = (count: number, of: readonly MakePiece[]): MakePiece[] =>
    Array.from({ length: count }, () => random.pick(of));
  const makers = [
    ...times(16 + random.int(8), QUIET),
    ...times(4 + random.int(5), LOUD),
    ...times(random.int(3), OWN),
    ...times(random.chance(0.4) ? 1 : 0, WRITES),
  ];
  return random.shuffle(makers).map((make, n) => make(n, random));
}

export interface Placed {
  readonly piece: Piece;
  readonly text: string;
}

/** The statements of all pieces: each piece's in their order, mostly together. */
function interleave(pieces: readonly Piece[], random: Random): Placed[] {
  const placed: Placed[] = [];
  const waiting: Placed[][] = [];
  for (const piece of pieces) {
    const own = piece.statements.map((text) => ({ piece, text }));
    const now = random.chance(0.5) ? own.length : 1 + random.int(own.length);
    placed.push(...own.slice(0, now));
    if (now < own.length) waiting.push(own.slice(now));
    if (waiting.length > 0 && random.chance(0.5)) placed.push(...waiting.shift()!);
  }
  return [...placed, ...waiting.flat()];
}

/** Somebody puts every other piece into a file of its own, and takes their names back in the order of the alphabet. */
function naive(pieces: readonly Piece[], statements: readonly Placed[], head: string): Files {
  const odd = new Set(pieces.filter((_, i) => i % 2 === 1));
  const part = (isOdd: boolean): string =>
    `${head}\n__name__ = "shop.m"\n\n${statements
      .filter(({ piece }) => odd.has(piece) === isOdd)
      .map(({ text }) => text)
      .join('\n\n\n')}\n`;
  const names = (isOdd: boolean): string =>
    pieces
      .filter((piece) => odd.has(piece) === isOdd)
      .flatMap(({ binds }) => binds)
      .map((name) => `${name} as ${name}`)
      .join(', ');
  return {
    'shop/_m_apart.py': part(true),
    'shop/_m_rest.py': part(false),
    [TARGET]: `${head}\nfrom ._m_apart import ${names(true)}\nfrom ._m_rest import ${names(false)}\n`,
  };
}

const runner = (pieces: readonly Piece[]): string => `import numbers, os, random, sys, warnings

random.seed(7)
import shop.m as m
from shop import base


def plain(value, depth=0):
    if isinstance(value, (int, float, str, bool, type(None))):
        return True
    if isinstance(value, dict):
        return all(plain(one) for pair in value.items() for one in pair)
    return isinstance(value, (list, tuple, set)) and all(plain(one) for one in value)


print(base.LOG, base.SEEN, base.TABLE, base.State.n, base.State.mode, next(base.COUNT), base.TRACE.calls)
print(base.Known.known, base.Meta.made, [one.__name__ for one in base.Plain.__subclasses__()])
print(os.environ.get("ATTACK"), sys.getrecursionlimit(), [one for one in sys.path if "nowhere" in one], getattr(base, "EXTRA", None))
print(list(base.GROUPS), list(base.REST))
for name in ${JSON.stringify(pieces.flatMap(({ binds }) => binds).sort())}:
    value = getattr(m, name)
    if plain(value):
        print(name, value)
${pieces
  .flatMap(({ probe = [] }) => probe)
  .map((line) => `print(${JSON.stringify(line)}, ${line})`)
  .join('\n')}
`;
