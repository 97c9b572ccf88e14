import type { Rung } from '../../../src/core/evidence.ts';

type Files = Record<string, string>;

export interface StoreSabotage {
  readonly name: string;
  /** File, what to replace (it must be there), by what. */
  readonly swaps: readonly (readonly [path: string, from: string | RegExp, to: string])[];
  /** The rung that rejects it alone, and what it says. */
  readonly rejects: Rung;
  readonly why: RegExp;
  /** A rung that accepts it when asked alone. */
  readonly accepts: Rung;
}

const FACADE = 'pkg/store/__init__.py';
const EVENTS = 'pkg/store/_events.py';
const GOODS = 'pkg/store/_goods.py';
const PRICES = 'pkg/store/_prices.py';
const TESTS = 'tests/test_store.py';
const IDENTITY = '__name__ = "pkg.store"\n';

/** Breaks the files. Throws when there is nothing to replace: a sabotage that breaks nothing would prove nothing. */
export function mangle(files: Files, { swaps }: StoreSabotage): Files {
  const broken = { ...files };
  for (const [path, from, to] of swaps) {
    const text = broken[path]!.replace(from, to);
    if (text === broken[path]) throw new Error(`${path} holds no ${from}:\n${text}`);
    broken[path] = text;
  }
  return broken;
}

type Row = readonly [
  name: string,
  rejects: Rung,
  why: RegExp,
  accepts: Rung,
  ...swaps: (readonly [string, string | RegExp, string])[],
];

const ROWS: readonly Row[] = [
  ['a lost registering decorator', 'S', /lost or changed/, 'B', [EVENTS, '@on("drop")\n', '']],
  ['the same, by its test', 'T', /test_logger passed -> failed/, 'B', [EVENTS, '@on("drop")\n', '']],
  [
    'a part that nothing imports before it is needed',
    'T',
    /test_handle passed -> failed/,
    'B',
    [FACADE, /from \._events import \([\s\S]*?\)\n/, 'HANDLERS = {}\n\n\ndef _late():\n    from . import _events\n'],
    [FACADE, 'from . import _events as _events\n', ''],
    [FACADE, '(_events, _goods, _prices)', '(_goods, _prices)'],
  ],
  [
    'a lost property setter',
    'M',
    /Basket\.total\.fset is gone/,
    'B',
    [GOODS, /\n {4}@total\.setter[\s\S]*?"all", cents\)\]\n/, ''],
  ],
  ['lost overloads', 'S', /lost or changed/, 'M', [PRICES, /(@overload\n.*\n){2}/, '']],
  ['a lost TYPE_CHECKING block', 'S', /Decimal is not defined there/, 'B', [PRICES, /if TYPE_CHECKING:\n.*\n/, '']],
  [
    'a TYPE_CHECKING import that became real',
    'A',
    /new public name Decimal/,
    'T',
    [FACADE, /if TYPE_CHECKING:\n {4}/, ''],
  ],
  ['annotations that are evaluated', 'A', /Item differs/, 'T', [GOODS, 'from __future__ import annotations\n', '']],
  ['a default of another value', 'A', /cap differs in its signature/, 'T', [PRICES, 'most=LIMIT', 'most=6']],
  [
    'a builtin that is shadowed',
    'M',
    /cap reads another min/,
    'A',
    [PRICES, IDENTITY, `from builtins import max as min\n\n${IDENTITY}`],
  ],
  [
    'a patch that does not reach',
    'M',
    /money does not see what is set as fetch/,
    'B',
    [FACADE, '(_events, _goods, _prices)', '(_events, _goods)'],
  ],
  [
    'the same, by text',
    'S',
    /pkg\.store\._prices would keep the old value/,
    'A',
    [FACADE, '(_events, _goods, _prices)', '(_events, _goods)'],
  ],
  [
    'the same, by its test',
    'T',
    /test_patch passed -> failed/,
    'A',
    [FACADE, '(_events, _goods, _prices)', '(_events, _goods)'],
  ],
  ['another name in pickles', 'T', /test_pickle passed -> failed/, 'B', [GOODS, IDENTITY, '']],
  ['another name of a logger', 'S', /__name__ is pkg\.store\._prices there/, 'B', [PRICES, IDENTITY, '']],
  ['the same, by its test', 'T', /test_logger passed -> failed/, 'B', [PRICES, IDENTITY, '']],
  ['a lost doctest', 'T', /1 vanished: pkg\.store\.Basket/, 'M', [GOODS, /\n {4}>>> .*\n {4}0\n/, '']],
  [
    'a test that is skipped now',
    'T',
    /test_total passed -> skipped/,
    'B',
    [TESTS, '    def test_total', '    @unittest.skip("later")\n    def test_total'],
  ],
  ['an __all__ that grew', 'A', /__all__ differs/, 'T', [FACADE, /$/, '\n__all__ += ["cap"]\n']],
  ['an __all__ that is gone', 'A', /the name __all__ is gone/, 'M', [FACADE, /__all__ = .*\n/, '']],
  [
    'a conditional binding without its condition',
    'A',
    /new public name only_there/,
    'T',
    [PRICES, /if sys\.platform.*\n {4}/, ''],
  ],
  [
    'a class that exists twice',
    'S',
    /is new, or that stands twice: class Slim/,
    'A',
    [FACADE, /$/, '\n\nclass Slim:\n    __slots__ = ("x",)\n\n    def __init__(self, x):\n        self.x = x\n'],
  ],
  [
    'a default that all calls of all classes share',
    'S',
    /lost or changed: class Basket/,
    'M',
    [GOODS, 'class Basket', '_SEEN = []\n\n\nclass Basket'],
    [GOODS, 'seen=[]', 'seen=_SEEN'],
  ],
  [
    'another documentation of the module',
    'A',
    /documentation of the module differs/,
    'T',
    [FACADE, '"""Store."""', '"""Shop."""'],
  ],
  [
    'another documentation of a function',
    'A',
    /price differs in its doc/,
    'T',
    [PRICES, '"""The price."""', '"""The cost."""'],
  ],
  ['lost slots', 'A', /Slim differs in its members/, 'M', [GOODS, '    __slots__ = ("x",)\n\n', '']],
  ['another value of an enum', 'S', /lost or changed: class Kind/, 'M', [GOODS, 'BIG = 1', 'BIG = 2']],
  ['a lost cache', 'A', /cached differs in its type/, 'T', [PRICES, '@functools.lru_cache(maxsize=None)\n', '']],
  ['a lost dataclass', 'A', /Item differs/, 'B', [GOODS, '@dataclass\n', '']],
  [
    'a copy of a registry',
    'M',
    /on reads another HANDLERS/,
    'T',
    [FACADE, 'from . import _events', 'HANDLERS = dict(HANDLERS)\nfrom . import _events'],
  ],
  ['an effect that happens twice', 'A', /the value of STEPS differs/, 'T', [EVENTS, /$/, '\nSTEPS.append("built")\n']],
];

export const STORE_SABOTAGES: readonly StoreSabotage[] = ROWS.map(([name, rejects, why, accepts, ...swaps]) => ({
  name,
  rejects,
  why,
  accepts,
  swaps,
}));
