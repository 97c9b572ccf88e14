import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../helpers/judge-by-syntax.ts';

const PART =
  'import os\nfrom pathlib import Path\n\n__name__ = "shop.orders"\n\n\ndef folder(name):\n    return Path(os.sep) / name\n';
const LIFTED = '\n\ndef folder(name):\n    return Path(os.sep) / name\n';
const IMPORTS = 'import os\nfrom pathlib import Path\n';

interface Sides {
  /** Where the file of the join lies. */
  readonly path?: string;
  /** What stands below in it, before and after. */
  readonly own?: string;
  readonly others?: Readonly<Record<string, string>>;
}

async function judged({
  path = 'shop/orders.py',
  own = 'def one():\n    return 1\n',
  others = {},
}: Sides): Promise<readonly string[]> {
  const part = path.endsWith('__init__.py') ? path.replace('__init__', '_files') : 'shop/_files.py';
  const common = { 'shop/__init__.py': '', ...others };
  const before = { ...common, [path]: `from ._files import folder as folder\n\n\n${own}`, [part]: PART };
  const after = { ...common, [path]: `${IMPORTS}${LIFTED}\n\n${own}` };
  const { outcome, gaps } = await judgeBySyntax(caseView('python', before), caseView('python', after));
  return outcome === 'proven' ? [] : gaps.map((gap) => (gap.kind === 'failed' ? gap.proof.why : gap.kind));
}

test('a name that an import of a part brings, and nobody sees', async () => {
  expect(await judged({})).toEqual([]);
});

test.each<readonly [what: string, sides: Sides, why: string]>([
  ['its own dir()', { own: 'NAMES = sorted(dir())\n' }, 'reads its own namespace'],
  ['its own globals(), later', { own: 'def find(name):\n    return globals()[name]\n' }, 'reads its own namespace'],
  [
    'itself by sys.modules',
    { own: 'import sys\n\n\ndef find(name):\n    return getattr(sys.modules[__name__], name)\n' },
    'reads its own namespace',
  ],
  ['a __getattr__', { own: 'def __getattr__(name):\n    return name.upper()\n' }, '__getattr__'],
  [
    'a module of that name',
    { path: 'shop/orders/__init__.py', others: { 'shop/orders/os.py': '' } },
    'is a module of the package',
  ],
  ['a test runner', { path: 'shop/test_orders.py' }, 'test runner'],
  ['a star import', { others: { 'shop/all.py': 'from shop.orders import *\n' } }, 'star-imports'],
  ['a relative star import', { others: { 'shop/all.py': 'from .orders import *\n' } }, 'star-imports'],
  [
    'somebody who lists it',
    { others: { 'tools.py': 'from shop import orders\n\nNAMES = dir(orders)\n' } },
    'may look through',
  ],
  [
    'somebody who asks by a string',
    { others: { 'tools.py': 'from shop import orders\n\nHAS = hasattr(orders, "os")\n' } },
    'by a string',
  ],
  [
    'somebody who imports it, where it is',
    { others: { 'tools.py': 'try:\n    from shop.orders import Path\nexcept ImportError:\n    Path = None\n' } },
    'imports Path',
  ],
])('beside %s', async (_, sides, why) => {
  expect((await judged(sides)).join('\n')).toContain(why);
});

test('a star import takes what __all__ says', async () => {
  const own = '__all__ = ["folder"]\n';
  expect(await judged({ own, others: { 'shop/all.py': 'from shop.orders import *\n' } })).toEqual([]);
});

test('a name that the file reads as a builtin is no name to gain', async () => {
  const view = (texts: Readonly<Record<string, string>>) => caseView('python', { 'shop/__init__.py': '', ...texts });
  const own = 'def read(name):\n    return open(name)\n';
  const body = '\n\ndef folder(name):\n    return open(name)\n';
  const before = view({
    'shop/orders.py': `from ._files import folder as folder\n\n\n${own}`,
    'shop/_files.py': `from io import open\n\n__name__ = "shop.orders"\n${body}`,
  });
  const after = view({ 'shop/orders.py': `from io import open\n${body}\n\n${own}` });
  expect((await judgeBySyntax(before, after)).outcome).toBe('not-proven');
});
