import { type Files, type Modules, naiveSplit } from './naive-split.ts';

export interface HazardRow {
  readonly id: string;
  /** What goes wrong without care. */
  readonly naive: string;
  readonly before: Files;
  /** The module that is split; `m.py` unless said. */
  readonly path: string;
  readonly modules: Modules;
  readonly layout: string;
  /** Python that prints what the module does. */
  readonly probe: string;
  /** The broken files, made from ours (null where the split is refused) or from the files before. */
  readonly broken: (ours: Files | null, before: Files) => Files;
  /** The hazard by whose id the split is refused; null where it is handled. */
  readonly refused: string | null;
}

type Options = Partial<Pick<HazardRow, 'path' | 'layout' | 'refused'>> & { readonly also?: Files };

function row(
  id: string,
  naive: string,
  text: string,
  modules: Modules,
  probe: string,
  broken: HazardRow['broken'],
  options: Options = {},
): HazardRow {
  const { path = 'm.py', layout = 'auto', refused = null, also = {} } = options;
  return { id, naive, before: { ...also, [path]: text }, path, modules, layout, probe, broken, refused };
}

/** The naive split of m.py. */
const plain =
  (modules: Modules): HazardRow['broken'] =>
  (_ours, before) =>
    naiveSplit(before, 'm.py', modules);

/** Our split with one thing undone. Throws when there is nothing to undo. */
const undo =
  (path: string, from: string | RegExp, to: string, more?: HazardRow['broken']): HazardRow['broken'] =>
  (ours, before) => {
    const files = more ? more(ours, before) : ours!;
    const text = files[path]!.replace(from, to);
    if (text === files[path]) throw new Error(`${path} holds no ${from}:\n${text}`);
    return { ...files, [path]: text };
  };

const IDENTITY = '__name__ = "m"\n';
const FACADE = 'm/__init__.py';
const A = 'm/_a.py';
const B = 'm/_b.py';
const AB = { a: ['def a'], b: ['def b'] };
const PATCHED = {
  'test_m.py':
    'from unittest import mock\n\n\ndef test():\n    with mock.patch("m.a"), mock.patch("m.NEW", 5, create=True):\n        pass\n',
};

export const HAZARD_ROWS: readonly HazardRow[] = [
  row(
    'H1',
    'relative imports keep their dots',
    'def a():\n    from .other import X\n\n    return X\n',
    { a: ['def a'] },
    'import pkg.m as m; print(m.a())',
    undo('pkg/m/_a.py', '..other', '.other'),
    { path: 'pkg/m.py', also: { 'pkg/__init__.py': '', 'pkg/other.py': 'X = 3\n' } },
  ),
  row(
    'H2',
    'a cycle is cut',
    'def a(n):\n    return n and b(n - 1)\n\n\ndef b(n):\n    return n and a(n - 1)\n',
    AB,
    'import m; print(m.a(3))',
    plain(AB),
    { refused: 'H2' },
  ),
  row(
    'H3',
    'a decorator counts as read later',
    'def a(f):\n    return f\n\n\n@a\ndef b():\n    return 1\n',
    AB,
    'import m; print(m.b())',
    undo(B, /from \._a import a\n([\s\S]*)/, '$1\nfrom ._a import a\n'),
  ),
  row(
    'H4',
    'effects run part by part',
    'LOG = []\n\n\ndef a(x):\n    LOG.append(x)\n    return x\n\n\nA = a("a")\nB = a("b")\nC = a("c")\n',
    { a: ['assign LOG', 'def a'], b: ['assign A', 'assign C'], c: ['assign B'] },
    'import m; print(m.LOG)',
    plain({ a: ['assign LOG', 'def a'], b: ['assign A', 'assign C'], c: ['assign B'] }),
    { refused: 'H4' },
  ),
  row(
    'H5',
    'a part without public names is not imported',
    'HOOKS = {}\n\n\ndef a(f):\n    HOOKS[f.__name__] = f\n    return f\n\n\n@a\ndef _b():\n    pass\n',
    { a: ['assign HOOKS', 'def a'], b: ['def _b'] },
    'import m; print(list(m.HOOKS))',
    undo(FACADE, /from \._b_part .*\n/, ''),
  ),
  row(
    'H6',
    'star imports are dropped',
    'from math import *\n\n\ndef a(r):\n    return pi * r\n',
    { a: ['def a'] },
    'import m; print(m.a(1))',
    undo(A, 'from math import *\n', ''),
  ),
  row(
    'H7',
    'a name of one platform is imported on all',
    'import sys\n\nif sys.platform == "nowhere":\n    only = 1\n\n\ndef a():\n    return 2\n',
    { a: ['if sys.platform nowhere only 1', 'def a'] },
    'import m; print(m.a())',
    undo(FACADE, /try:\n {4}(from .* import only as only)\nexcept ImportError:\n {4}pass\n/, '$1\n'),
  ),
  row(
    'H8',
    'type-checking names are re-exported at run time',
    'from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from decimal import Decimal\n\n\ndef a(x: "Decimal"):\n    return 1\n',
    { a: ['def a'] },
    'import m; print(m.a(1))',
    undo(FACADE, /$/, '\nfrom ._a import Decimal as Decimal\n'),
  ),
  row(
    'H9',
    'future imports are lost',
    'from __future__ import annotations\n\n\ndef a(x: int):\n    return 1\n',
    { a: ['def a'] },
    'import m; print(m.a.__annotations__)',
    undo(A, 'from __future__ import annotations\n', ''),
  ),
  row(
    'H10',
    'a part imports from the facade',
    'def a():\n    return 1\n\n\ndef b():\n    return a()\n',
    AB,
    'import glob, importlib; importlib.import_module((glob.glob("_m_b.py") + ["m.py"])[0][:-3]); import m; print(m.b())',
    undo('_m_b.py', 'from _m_a import', 'from m import'),
    { layout: 'sibling' },
  ),
  row(
    'H11',
    'a rebound name is copied',
    '_n = 0\n\n\ndef a():\n    global _n\n    _n += 1\n',
    { a: ['assign _n', 'def a'] },
    'import m; m.a(); print(m._n)',
    plain({ a: ['assign _n', 'def a'] }),
  ),
  row(
    'H12',
    'state is made twice',
    'SEEN = {}\n\n\ndef a(k):\n    SEEN[k] = 1\n\n\ndef b():\n    return list(SEEN)\n',
    { a: ['assign SEEN', 'def a'], b: ['def b'] },
    'import m; m.a(1); print(m.b())',
    undo(B, 'from ._a import SEEN\n', 'SEEN = {}\n'),
  ),
  row(
    'H13',
    'a patch reaches only the facade',
    'def a():\n    return 1\n\n\ndef b():\n    return a()\n',
    AB,
    'import m\nfrom unittest import mock\nwith mock.patch("m.a", return_value=7):\n    print(m.b())',
    plain(AB),
    { also: PATCHED },
  ),
  row(
    'H14',
    'an undone patch stays in the parts',
    'def a():\n    return 1\n\n\ndef b():\n    try:\n        return NEW\n    except NameError:\n        return a()\n',
    AB,
    'import m\nfrom unittest import mock\nwith mock.patch("m.NEW", 5, create=True):\n    m.b()\nprint(m.b())',
    undo(FACADE, /for part in _PARTS:\n {16}vars\(part\)\.pop\(name, None\)\n/, 'pass\n'),
    { also: PATCHED },
  ),
  row(
    'H15',
    'a part is named like a name',
    'def a():\n    return 1\n\n\ndef total():\n    return 2\n',
    { sums: ['def total'], total: ['def a'] },
    'import m; print(callable(m.total))',
    (_ours, before) => {
      const { 'm/_total.py': part, ...files } = naiveSplit(before, 'm.py', { sums: ['def total'], total: ['def a'] });
      return { ...files, 'm/total.py': part!, [FACADE]: files[FACADE]!.replace('._total', '.total') };
    },
  ),
  row(
    'H16',
    'parts are public attributes',
    'def a():\n    return 1\n',
    { a: ['def a'] },
    'import m; print([n for n in dir(m) if n[0] != "_"])',
    (ours) => {
      const { [A]: part, ...files } = ours!;
      return { ...files, 'm/shapes.py': part!, [FACADE]: files[FACADE]!.replace('._a', '.shapes') };
    },
  ),
  row(
    'H17',
    'classes have the name of their part',
    'class C:\n    pass\n',
    { a: ['class C'] },
    'import m, pickle; print(pickle.dumps(m.C()))',
    undo(A, IDENTITY, ''),
  ),
  row(
    'H18',
    'a logger has the name of its part',
    'import logging\n\nlog = logging.getLogger(__name__)\n',
    { a: ['assign log'] },
    'import m; print(m.log.name)',
    undo(A, IDENTITY, ''),
  ),
  row(
    'H19',
    'globals() is the namespace of the part',
    'class A:\n    pass\n\n\ndef b(name):\n    return globals().get(name) is not None\n',
    { a: ['class A'], b: ['def b'] },
    'import m; print(m.b("A"))',
    plain({ a: ['class A'], b: ['def b'] }),
    { refused: 'H19' },
  ),
];

export { A, AB, B, FACADE, IDENTITY, plain, row, undo };
