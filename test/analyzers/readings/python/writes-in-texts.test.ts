import { expect, test } from 'vitest';
import { harvestPatches } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

/** `path:line name` of what a text beside the module `pkg.core` writes. */
function writes(path: string, text: string): string[] {
  const core = 'LIMIT = 3\n\n\ndef load():\n    return LIMIT\n';
  const view = memoryView({ 'pkg/__init__.py': '', 'pkg/core.py': core, [path]: text });
  return harvestPatches(view, readSource(view, 'pkg/core.py')).map((one) => `${one.path}:${one.line} ${one.name}`);
}

/** A cell as notebooks keep it: each line a string of JSON. */
const cell = (...lines: readonly string[]): string =>
  JSON.stringify({ cells: [{ source: lines.map((line) => `${line}\n`) }] }, null, 1);

test.each<[string, string, string[]]>([
  ['README.md', '>>> import pkg.core\n>>> pkg.core.LIMIT = 9\n', ['README.md:2 LIMIT']],
  ['README.md', '>>> from pkg import core\n>>> core.LIMIT = 9\n', ['README.md:2 LIMIT']],
  ['README.md', '>>> from pkg import core as c\n>>> c.LIMIT = 9\n', ['README.md:2 LIMIT']],
  ['README.md', '>>> import pkg.core as c\n>>> c.LIMIT += 1\n', ['README.md:2 LIMIT']],
  ['README.md', '>>> with mock.patch("pkg.core.LIMIT", 9):\n', ['README.md:1 LIMIT']],
  ['docs/usage.rst', ">>> monkeypatch.setattr('pkg.core.LIMIT', 9)\n", ['docs/usage.rst:1 LIMIT']],
  [
    'docs/usage.rst',
    '>>> import pkg.core\n>>> monkeypatch.setattr(pkg.core, "LIMIT", 9)\n',
    ['docs/usage.rst:2 LIMIT'],
  ],
  ['a.ipynb', cell('import pkg.core as c', 'c.LIMIT = 9'), ['a.ipynb:6 LIMIT']],
  ['a.ipynb', cell('from pkg import core', 'setattr(core, "LIMIT", 9)'), ['a.ipynb:6 LIMIT']],
  ['bin/tool', '#!/usr/bin/env python3\nfrom pkg import core as c\nc.LIMIT = 9\n', ['bin/tool:3 LIMIT']],
  [
    '.github/workflows/a.yml',
    'run: python -c "import pkg.core as c; c.LIMIT = 9"\n',
    ['.github/workflows/a.yml:1 LIMIT'],
  ],
  ['pkg/other.py', '"""\n>>> from . import core as c\n>>> c.LIMIT = 9\n"""\n', ['pkg/other.py:3 LIMIT']],
  ['README.md', '>>> c = importlib.import_module("pkg.core")\n>>> c.LIMIT = 9\n', ['README.md:2 LIMIT']],
  // Of whatever goes by another name, as in a file that has the module.
  ['README.md', '>>> import pkg.core\n>>> other.LIMIT = 9\n', ['README.md:2 LIMIT']],
  ['run.sh', `sh -c 'python -c "import pkg.core as c; c.LIMIT = 9"'\n`, ['run.sh:1 LIMIT']],
  ['run.sh', '$PY -Wd -c "import pkg.core as c; c.LIMIT = 9"\n', ['run.sh:1 LIMIT']],
  [
    '.github/workflows/a.yml',
    'steps:\n  - shell: python\n    run: |\n      from pkg import core\n      core.LIMIT = 9\n',
    ['.github/workflows/a.yml:5 LIMIT'],
  ],
  // Read, compared, of another module or another name.
  ['README.md', '>>> import pkg.core as c\n>>> c.LIMIT == 9\n>>> x = c.LIMIT\n', []],
  ['README.md', '>>> import pkg.core as c\n>>> c.OTHER = 9\n', []],
  ['README.md', 'Set other.LIMIT = 9, see pkg.core.\n', []],
  ['README.md', '>>> from elsewhere import core as c\n>>> c.LIMIT = 9\n', []],
  ['README.md', '>>> import pkg.core\n>>> patch("pkg.core2.LIMIT", 9)\n', []],
])('%s: %j writes %j', (path, text, found) => {
  expect(writes(path, text)).toEqual(found);
});
