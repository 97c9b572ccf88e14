import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const ONE = 'def one():\n    return 1\n';
const TWO = 'def two():\n    return 2\n';
const ID = '__name__ = "pkg.m"\n\n\n';

interface Row {
  readonly what: string;
  /** Files of both sides. */
  readonly beside: Readonly<Record<string, string>>;
  readonly part: string;
  readonly own?: string;
  readonly isProven: boolean;
}

const ROWS: readonly Row[] = [
  { what: 'nothing', beside: {}, part: '_a', isProven: true },
  { what: 'declarations for Cython', beside: { 'pkg/m.pxd': 'cdef int one()\n' }, part: '_a', isProven: false },
  { what: 'a source in C', beside: { 'pkg/m.c': 'int x;\n' }, part: '_a', isProven: false },
  { what: 'a stub', beside: { 'pkg/m.pyi': 'def one() -> int: ...\n' }, part: '_a', isProven: false },
  {
    what: 'a stub that moved along',
    beside: { 'pkg/m/__init__.pyi': 'def one() -> int: ...\n' },
    part: '_a',
    isProven: true,
  },
  {
    what: 'a build that reads the file',
    beside: { 'setup.py': 'TEXT = open("pkg/m.py").read()\n' },
    part: '_a',
    isProven: false,
  },
  {
    what: 'a setting for the file',
    beside: { '.coveragerc': '[run]\nomit = src/../pkg/m.py\n' },
    part: '_a',
    isProven: false,
  },
  {
    what: 'a setting for a namesake, and one for the file',
    beside: { '.coveragerc': '[run]\nomit =\n    other/m.py\n    pkg/m.py\n' },
    part: '_a',
    isProven: false,
  },
  {
    what: 'a setting for a namesake',
    beside: { '.coveragerc': '[run]\nomit = other/m.py\n' },
    part: '_a',
    isProven: true,
  },
  {
    what: 'a star import, and a part with a name of its own',
    beside: { 'use.py': 'from pkg.m import *\n' },
    part: 'a',
    isProven: false,
  },
  { what: 'a relative star import', beside: { 'pkg/use.py': 'from .m import *\n' }, part: 'a', isProven: false },
  {
    what: 'a star import of another module',
    beside: { 'use.py': 'from pkg.more import *\n' },
    part: 'a',
    isProven: true,
  },
  {
    what: 'a star import, and a private part',
    beside: { 'use.py': 'from pkg.m import *\n' },
    part: '_a',
    isProven: true,
  },
  {
    what: 'a star import by a list',
    beside: { 'use.py': 'from pkg.m import *\n' },
    part: 'a',
    own: '__all__ = ["one", "two"]\n',
    isProven: true,
  },
];

test.each(ROWS)('what depends on the place of a module: $what', ({ beside, part, own = '', isProven }) => {
  const before = memoryView({ ...beside, 'pkg/__init__.py': '', 'pkg/m.py': `${own}\n\n${ONE}\n\n${TWO}` });
  const after = memoryView({
    ...beside,
    'pkg/__init__.py': '',
    'pkg/m/__init__.py': `from .${part} import one as one\n${own}\n\n${TWO}`,
    [`pkg/m/${part}.py`]: `${ID}${ONE}`,
  });
  const proofs = proveStatic(before, after, null, ['pkg/m/__init__.py', `pkg/m/${part}.py`]);
  expect(proofs.every(({ verdict }) => verdict === 'proven')).toBe(isProven);
});
