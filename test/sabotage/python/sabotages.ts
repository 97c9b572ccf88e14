import type { Rung } from '../../../src/core/evidence.ts';
import { BANK } from './bank.ts';

type Files = Record<string, string>;

export interface Sabotage {
  readonly name: string;
  readonly layout?: 'package' | 'sibling';
  /** The old code is installed too, by a finder that comes first. */
  readonly installed?: true;
  /** Breaks the files after a correct split. */
  readonly mangle: (files: Files) => void;
  /** The rung that rejects it alone, and what it says. */
  readonly rejects: Rung;
  readonly why: RegExp;
  /** A rung that accepts it when asked alone. */
  readonly accepts: Rung;
}

/** An installed package that is found before the staged one, as some editable installs are. */
export const INSTALLED: Readonly<Record<string, string>> = {
  'sitecustomize.py': `import importlib.util, os, sys


class Installed:
    @staticmethod
    def find_spec(name, path=None, target=None):
        home = os.path.join(os.path.dirname(os.path.dirname(__file__)), "installed", "pkg")
        if name == "pkg":
            return importlib.util.spec_from_file_location(name, home + "/__init__.py", submodule_search_locations=[home])


sys.meta_path.insert(0, Installed)
`,
  ...Object.fromEntries(
    Object.entries(BANK).flatMap(([path, text]) => (path.startsWith('pkg/') ? [[`../installed/${path}`, text]] : [])),
  ),
};

const FACADE = 'pkg/bank/__init__.py';
const LOG = 'pkg/bank/_log.py';
const ACCOUNTS = 'pkg/bank/_accounts.py';
const SUMS = 'pkg/bank/_sums.py';
const TESTS = 'tests/test_bank.py';

/** Replaces, and fails when there is nothing to replace: a sabotage that breaks nothing would prove nothing. */
const swap =
  (path: string, from: string | RegExp, to: string) =>
  (files: Files): void => {
    const text = files[path]!.replace(from, to);
    if (text === files[path]) throw new Error(`${path} holds no ${from}:\n${text}`);
    files[path] = text;
  };

const both =
  (...all: readonly ((files: Files) => void)[]) =>
  (files: Files): void => {
    for (const one of all) one(files);
  };

export const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'a moved side effect',
    mangle: both(swap(LOG, 'FIRST = record("first")\n', ''), swap(LOG, /$/, '\n\nFIRST = record("first")\n')),
    rejects: 'S',
    why: /runs before assign FIRST now/,
    accepts: 'B',
  },
  {
    name: 'a stale copy of state',
    mangle: both(
      swap(FACADE, /\nfrom \. import _accounts[\s\S]*$/, ''),
      swap(FACADE, /$/, '\nfrom ._accounts import opened as opened\n'),
    ),
    rejects: 'S',
    why: /opened is a copy that goes stale/,
    accepts: 'B',
  },
  {
    name: 'a second owner of mutable state',
    mangle: swap(SUMS, 'from ._log import LOG\n', 'LOG = []\n'),
    rejects: 'S',
    why: /a statement that is new, or that stands twice/,
    accepts: 'B',
  },
  {
    name: 'the same, at run time',
    mangle: swap(SUMS, 'from ._log import LOG\n', 'LOG = []\n'),
    rejects: 'M',
    why: /_audit reads another LOG/,
    accepts: 'T',
  },
  {
    name: 'a dropped private name',
    mangle: swap(FACADE, ', _audit as _audit', ''),
    rejects: 'A',
    why: /_audit is gone/,
    accepts: 'B',
  },
  {
    name: 'a lost from __future__',
    mangle: swap(ACCOUNTS, 'from __future__ import annotations\n', ''),
    rejects: 'S',
    why: /__future__/,
    accepts: 'B',
  },
  {
    name: 'a name lost from __all__',
    mangle: swap(FACADE, ', "total"]', ']'),
    rejects: 'A',
    why: /__all__/,
    accepts: 'M',
  },
  {
    name: 'a dropped comment',
    mangle: swap(ACCOUNTS, '    # keeps the balance\n', ''),
    rejects: 'S',
    why: /a comment is lost/,
    accepts: 'M',
  },
  {
    name: 'a test that vanished',
    mangle: swap(TESTS, 'def test_log', 'def check_log'),
    rejects: 'T',
    why: /1 vanished: .*test_log/,
    accepts: 'B',
  },
  {
    name: 'a wrong relative level in a function',
    mangle: swap(SUMS, 'from ..rates import RATE as rate', 'from .rates import RATE as rate'),
    rejects: 'S',
    why: /lost or changed|is new/,
    accepts: 'B',
  },
  {
    name: 'a shadowed builtin',
    mangle: swap(SUMS, '__name__ =', 'from math import fsum as sum\n\n__name__ ='),
    rejects: 'S',
    why: /sum was a builtin/,
    accepts: 'B',
  },
  {
    name: 'a cycle that only another entry shows',
    layout: 'sibling',
    mangle: swap('pkg/_bank_log.py', '__name__ =', 'import pkg.bank\n\n__name__ ='),
    rejects: 'B',
    why: /circular import|partially initialized/,
    accepts: 'A',
  },
  {
    name: 'a changed body',
    mangle: swap(SUMS, '+ 100', '+ 10 * 10'),
    rejects: 'S',
    why: /lost or changed/,
    accepts: 'T',
  },
  {
    name: 'a changed constant',
    mangle: swap(SUMS, '+ 100', '+ 101'),
    rejects: 'M',
    why: /the code of total differs/,
    accepts: 'A',
  },
  {
    name: 'a new public name',
    mangle: swap(FACADE, /$/, '\nfrom json import loads\n'),
    rejects: 'A',
    why: /new public name loads/,
    accepts: 'T',
  },
  {
    name: 'a lost identity',
    mangle: swap(ACCOUNTS, '__name__ = "pkg.bank"\n', ''),
    rejects: 'A',
    why: /differs in its m/,
    accepts: 'B',
  },
  {
    name: 'an installed copy of the old code that wins on the path',
    mangle: () => {},
    installed: true,
    rejects: 'B',
    why: /outside of the staging copy/,
    accepts: 'S',
  },
  {
    name: 'a docstring that left the facade',
    mangle: both(swap(FACADE, '"""Bank."""\n', ''), swap(LOG, /^/, '"""Bank."""\n')),
    rejects: 'S',
    why: /has to stay in the facade, and has moved/,
    accepts: 'B',
  },
];
