/** One thing that is wrong in what a join or a move wrote: a text in place of another in one file, or a whole file. */
export interface Sabotage {
  /** `rust/visibility`: the case whose join is spoiled. */
  readonly of: string;
  readonly what: string;
  readonly path: string;
  /** Absent for a file that is put there as a whole. */
  readonly find?: string;
  readonly put: string;
}

const row = (of: string, path: string, what: string, find: string, put: string): Sabotage => ({
  of,
  path,
  what,
  find,
  put,
});
const file = (of: string, path: string, what: string, put: string): Sabotage => ({ of, path, what, put });

const INNER = 'src/outer/inner.rs';
const TEXT = 'src/text.rs';
const ORDERS = 'shop/orders/__init__.py';

export const JOIN_SABOTAGES: readonly Sabotage[] = [
  row('rust/visibility', INNER, 'a function is widened', 'pub(super) fn total', 'pub fn total'),
  row('rust/visibility', INNER, 'a function is narrowed', 'pub(crate) fn crate_wide', 'pub(super) fn crate_wide'),
  row('rust/visibility', INNER, 'a method is widened', '    fn hidden', '    pub(super) fn hidden'),
  row('rust/visibility', INNER, 'a private function is widened', '\nfn shared', '\npub(super) fn shared'),
  row(
    'rust/visibility',
    INNER,
    'a function is gone',
    'pub(in crate::outer) fn named() -> u32 {\n    shared()\n}\n\n',
    '',
  ),
  row('rust/visibility', INNER, 'a number is another one', 'Wrap(3)', 'Wrap(4)'),
  row(
    'rust/visibility',
    INNER,
    'an impl stands twice',
    'fn shared',
    'impl Wrap {\n    fn hidden() -> u32 {\n        2\n    }\n}\n\nfn shared',
  ),
  row('rust/type-with-impls', 'src/lib.rs', 'a field is widened', '    count: u32', '    pub count: u32'),
  row(
    'rust/type-with-impls',
    'src/lib.rs',
    'a trait impl is gone',
    'impl std::fmt::Display for Counter',
    'impl Counter2 for Counter',
  ),
  row(
    'rust/type-with-impls',
    'src/lib.rs',
    'a method does something else',
    'self.count += self.step',
    'self.count -= self.step',
  ),
  row(
    'rust/type-with-impls',
    'src/lib.rs',
    'fields change places',
    '    count: u32,\n    step: u32,',
    '    step: u32,\n    count: u32,',
  ),
  row(
    'rust/cfg-part',
    'src/lib.rs',
    'a condition of the mod line is lost',
    '#[cfg(debug_assertions)]\nfn trace',
    'fn trace',
  ),
  row(
    'rust/cfg-part',
    'src/lib.rs',
    'a condition is turned round',
    '#[cfg(debug_assertions)]\npub fn',
    '#[cfg(not(debug_assertions))]\npub fn',
  ),
  row(
    'rust/macro-scope',
    'src/lib.rs',
    'a macro is redefined before its call',
    'pub fn uses_macro',
    'macro_rules! inner {\n    ($value:expr) => {\n        $value + 2\n    };\n}\n\npub fn uses_macro',
  ),
  row('rust/macro-scope', 'src/lib.rs', 'an import is of another crate', 'use std::fmt;', 'use core::fmt as other;'),
  row(
    'rust/shared-imports',
    TEXT,
    'a name comes from elsewhere',
    'use std::collections::BTreeSet;',
    'use crate::text::words::Word as BTreeSet;',
  ),
  row('rust/shared-imports', TEXT, 'a trait is not imported', 'use std::fmt::Write;\n', ''),
  row('rust/shared-imports', TEXT, 'another trait is imported', 'use std::fmt::Write;', 'use std::io::Write;'),
  row('rust/shared-imports', TEXT, 'a string is another one', '{line} {size}', '{size} {line}'),
  row('rust/shared-imports', TEXT, 'an item is new', 'pub fn count', 'pub fn more() {}\n\npub fn count'),
  row('rust/shared-imports', TEXT, 'the part is mounted still', 'mod words;', 'mod lines;\nmod words;'),
  row(
    'rust/relative-paths',
    'src/m.rs',
    'a path leads one module too low',
    'super::outside() + self::own()',
    'self::outside() + self::own()',
  ),
  row('rust/relative-paths', 'src/m.rs', 'a path leads to another item', 'self::along()', 'self::own()'),
  row(
    'rust/relative-paths',
    'src/m.rs',
    'a doc link leads elsewhere',
    '[`outside`](super::outside)',
    '[`outside`](super::super::outside)',
  ),
  row('python/package', ORDERS, 'a statement is gone', '_CACHE = {}\n', ''),
  row('python/package', ORDERS, 'a statement stands twice', '_CACHE = {}\n', '_CACHE = {}\n_CACHE = {}\n'),
  row(
    'python/package',
    ORDERS,
    'a name means another thing',
    'from ..money import EURO, cents as to_cents',
    'from ..money import EURO as to_cents, cents as EURO',
  ),
  row('python/package', ORDERS, 'a default is new', 'def parse(text: str)', 'def parse(text: str = "")'),
  row('python/package', ORDERS, 'a future import is gone', 'from __future__ import annotations\n', ''),
  row('python/package', ORDERS, 'the public names are others', '__all__ = ["Order", "total"]', '__all__ = ["Order"]'),
  row('python/package', ORDERS, 'a class loses its base value', 'currency = EURO', 'currency = to_cents'),
  row(
    'python/effects',
    'plugins/__init__.py',
    'registrations change places',
    '@register\nclass First:\n    pass\n\n\n@register\nclass Second:\n    pass',
    '@register\nclass Second:\n    pass\n\n\n@register\nclass First:\n    pass',
  ),
  row('python/effects', 'plugins/__init__.py', 'a decorator is lost', '@register\nclass Second', 'class Second'),
  row(
    'python/effects',
    'plugins/__init__.py',
    'the registry is made twice',
    '@register\nclass Second',
    'REGISTRY = []\n\n\n@register\nclass Second',
  ),
  row(
    'python/star-import',
    'shapes/__init__.py',
    'a star import stands behind what it may replace',
    'def square',
    'from cmath import *\n\n\ndef square',
  ),
  row('python/write-through', 'fetch/__init__.py', 'a value is another one', 'RETRIES = 3', 'RETRIES = 2'),
  row('python/live', 'counter/__init__.py', 'a function rebinds no longer', '    global count\n', ''),
  row('python/live', 'counter/__init__.py', 'a name is gone', 'started = None\n', ''),
  file('python/package', 'user.py', 'a file imports the part that is gone', 'from shop.orders._lines import Line\n'),
  row(
    'python/effects',
    'plugins/__init__.py',
    'a decorator is used before it is there',
    'REGISTRY = []\n',
    '@register\nclass Third:\n    pass\n\n\nREGISTRY = []\n',
  ),
  row(
    'python/write-through',
    'fetch/__init__.py',
    'a default is read before it is there',
    'import time\n\n\ndef pause(seconds)',
    'import time\n\n\ndef pause(seconds=RETRIES)',
  ),
  row(
    'rust/macro-scope',
    'src/lib.rs',
    'a macro is called above its definition',
    'macro_rules! constant {\n    ($value:expr) => {\n        inner!($value)\n    };\n}\n\n',
    '',
  ),
  file(
    'python/package',
    'late.py',
    'a file loads the part that is gone by its name',
    'import importlib\n\nlines = importlib.import_module("shop.orders._lines")\n',
  ),
  row('javascript/functions', 'src/text.ts', 'a name is exported no longer', 'export function place', 'function place'),
  row('javascript/functions', 'src/text.ts', 'an import is another one', "from 'node:path'", "from 'node:path/posix'"),
  row(
    'javascript/functions',
    'src/text.ts',
    'a statement is new',
    'export default',
    "console.log('loaded');\n\nexport default",
  ),
  row(
    'javascript/shared-private',
    'src/m.ts',
    'a private name is exported',
    'function secret',
    'export function secret',
  ),
  row('javascript/shared-private', 'src/m.ts', 'a number is another one', 'secret(n) + 1', 'secret(n) + 2'),
  row(
    'javascript/types-only',
    'src/model.ts',
    'a type-only import loads its module',
    'import type { Buffer }',
    'import { Buffer }',
  ),
  row('javascript/types-only', 'src/model.ts', 'an interface is exported no longer', 'export interface', 'interface'),
  row('javascript/later-cycle', 'src/tree.ts', 'a class extends another one', 'extends Base', 'extends Object'),
  row(
    'javascript/later-cycle',
    'src/tree.ts',
    'classes change places',
    'export class Base {\n  make(): Base {\n    return new Leaf();\n  }\n}\n\nexport class Leaf extends Base {}',
    'export class Leaf extends Base {}\n\nexport class Base {\n  make(): Base {\n    return new Leaf();\n  }\n}',
  ),
  row(
    'javascript/repeated-import',
    'src/m.ts',
    'another module is loaded first',
    "import './dep';",
    "import './extra';\nimport './dep';",
  ),
  row(
    'javascript/repeated-import',
    'src/m.ts',
    'statements that act change places',
    "export const first = add('first');\n\nexport const d = add('d') + D;",
    "export const d = add('d') + D;\n\nexport const first = add('first');",
  ),
  file(
    'javascript/functions',
    'src/late.ts',
    'a file imports the part that is gone',
    "export const load = () => import('./text/cases.js');\n",
  ),
];
