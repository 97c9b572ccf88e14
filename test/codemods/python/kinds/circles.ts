import type { KindRow } from './kind-row.ts';

const row = (name: string, before: KindRow['before'], more: Partial<KindRow> & Pick<KindRow, 'modules'>): KindRow => ({
  kind: 'H2',
  name,
  before,
  path: Object.keys(before)[0]!,
  probe: 'import pkg.m as m; print(m.first(3), m.second(2))',
  ...more,
});

const LATE = `def first(n):
    return n + 1


from .other import helper


def second(n):
    return helper(n)
`;
const APART = { a: ['def first'], b: ['def second'] };
const PACKAGE = { 'pkg/__init__.py': '' };

const SHELF = `"""A shelf."""


def first(n):
    return n + 1


class Shelf:
    from shelf import words

    def text(self):
        return self.words.SHELF


def second(n):
    return Shelf().text() * n
`;

/** Imports that seem to make a cycle, and those that do. */
export const CIRCLES: readonly KindRow[] = [
  row(
    'a late import that comes back to nothing',
    { 'pkg/m.py': LATE, ...PACKAGE, 'pkg/other.py': 'def helper(n):\n    return n * 2\n' },
    {
      modules: APART,
    },
  ),
  row(
    'a late import of a package, by its parent',
    {
      'pkg/m.py': LATE.replace('from .other import helper', 'from . import other').replace(
        'helper(n)',
        'other.helper(n)',
      ),
      ...PACKAGE,
      'pkg/other.py': 'from .third import helper\n',
      'pkg/third.py': 'def helper(n):\n    return n * 2\n',
    },
    { modules: APART },
  ),
  row(
    'a late import that comes back in a function only',
    {
      'pkg/m.py': LATE,
      ...PACKAGE,
      'pkg/other.py': 'def helper(n):\n    from .m import first\n\n    return first(n)\n',
    },
    { modules: APART },
  ),
  row(
    'a late import that comes back by a third module',
    {
      'pkg/m.py': LATE,
      ...PACKAGE,
      'pkg/other.py': 'from .third import helper\n',
      'pkg/third.py': 'from .m import first\n\n\ndef helper(n):\n    return first(n)\n',
    },
    { modules: APART, refused: true },
  ),
  row(
    'a late import of what is compiled',
    {
      'pkg/m.py': LATE.replace('.other', '._speedups'),
      ...PACKAGE,
      'pkg/_speedups.c': '',
    },
    { modules: APART, refused: true, probe: 'print("compiled")' },
  ),
  row(
    'a module of the package, by the package, in a class',
    {
      'shelf/__init__.py': SHELF,
      'shelf/words.py': 'SHELF = "shelf "\n',
    },
    {
      modules: { a: ['def first'], b: ['class Shelf', 'def second'] },
      probe: 'import shelf as m; print(m.first(3), m.second(2))',
    },
  ),
  row(
    'a module of the package, by the package, at the top',
    {
      'shelf/__init__.py': SHELF.replace('    from shelf import words\n\n', '')
        .replace('"""A shelf."""\n', '"""A shelf."""\nfrom shelf import words\n')
        .replace('self.words', 'words'),
      'shelf/words.py': 'SHELF = "shelf "\n',
    },
    {
      modules: { a: ['def first'], b: ['class Shelf', 'def second'] },
      probe: 'import shelf as m; print(m.first(3), m.second(2))',
    },
  ),
];
