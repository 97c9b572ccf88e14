import { expect, test } from 'vitest';
import { harvestPatches } from '../../../../analyzers/readings/python/harvest-patches.ts';
import { pythonInText } from '../../../../analyzers/readings/python/python-in-texts.ts';
import { readSource } from '../../../../analyzers/readings/python/source.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const CORE = 'LIMIT = 3\nOTHER = 4\n\n\ndef load():\n    return LIMIT\n';

/** `path:line name` of what is written to `pkg.core`; `!` where no facade can see it, `?` where the name is not told. */
const written = (files: Readonly<Record<string, string>>): string[] => {
  const view = memoryView({ 'pkg/__init__.py': '', 'pkg/core.py': CORE, ...files });
  return harvestPatches(view, readSource(view, 'pkg/core.py')).map(
    ({ path, line, name, hidden }) => `${path}:${line} ${name ?? '?'}${hidden ? ' !' : ''}`,
  );
};

/** A notebook whose lines are strings of their own, from the sixth line of the file on. */
const notebook = (...lines: readonly string[]): string =>
  JSON.stringify({ cells: [{ cell_type: 'code', source: lines.map((line) => `${line}\n`) }] }, null, 1);

test.each<[string, string, string, string[]]>([
  ['a dictionary in a cell', 'a.ipynb', notebook('import pkg.core as c', 'c.__dict__["LIMIT"] = 9'), ['7 LIMIT !']],
  ['vars() in a cell', 'a.ipynb', notebook('import pkg.core as c', 'vars(c).update(LIMIT=9)'), ['7 LIMIT !']],
  ['sys.modules', 'a.ipynb', notebook('import sys', 'sys.modules["pkg.core"].LIMIT = 9'), ['7 LIMIT']],
  [
    'the target of a loop',
    'a.ipynb',
    notebook('from pkg import core', 'for core.LIMIT in (1, 2):', '  pass'),
    ['7 LIMIT'],
  ],
  ['two targets', 'a.ipynb', notebook('from pkg import core', 'core.LIMIT, core.OTHER = 1, 2'), ['7 LIMIT', '7 OTHER']],
  ['behind a magic line', 'a.ipynb', notebook('%load_ext x', 'from pkg import core', 'core.LIMIT = 9'), ['8 LIMIT']],
  ['what a magic line times', 'a.ipynb', notebook('from pkg import core', '%time core.LIMIT = 9'), ['7 LIMIT']],
  [
    'cells of one string each',
    'a.ipynb',
    JSON.stringify({ cells: [{ cell_type: 'code', source: 'from pkg import core\ncore.LIMIT = 9\n' }] }),
    ['1 LIMIT'],
  ],
  ['a doctest', 'a.rst', 'Use\n\n>>> from pkg import core\n>>> vars(core)["LIMIT"] = 9\n', ['4 LIMIT !']],
  ['a block of Markdown', 'a.md', '# A\n\n```python\nfrom pkg import core\ndel core.LIMIT\n```\n', ['5 LIMIT']],
  [
    'a block that is set in',
    'a.rst',
    'A::\n\n    import pkg.core as c\n    setattr(c, "LIMIT", 9)\n\nB\n',
    ['4 LIMIT'],
  ],
  ['a command', 'run.sh', '#!/bin/sh\npython3 -Wd -c "import pkg.core as c; c.LIMIT, c.x = 1, 2"\n', ['2 LIMIT']],
  [
    'a document that a command reads',
    'run.sh',
    "python - <<'EOF'\nimport pkg.core as c\nc.__dict__['LIMIT'] = 9\nEOF\n",
    ['3 LIMIT !'],
  ],
  [
    'a string that is run',
    'tests/test_a.py',
    'CODE = """\n    import pkg.core as c\n    vars(c)["LIMIT"] = 9\n"""\n',
    ['3 LIMIT !'],
  ],
  [
    'strings side by side',
    'tests/test_a.py',
    'CODE = ("import pkg.core as c\\n"\n        "c.LIMIT, x = 1, 2\\n")\n',
    ['2 LIMIT'],
  ],
])('%s: %s', (_what, path, text, found) => {
  expect(written({ [path]: text })).toEqual(found.map((one) => `${path}:${one}`));
});

test('a document writes to a module that a fixture hands it', () => {
  const conftest =
    'import pytest\nfrom pkg import core\n\n\n@pytest.fixture(autouse=True)\ndef given(doctest_namespace):\n';
  const files = {
    'conftest.py': `${conftest}    doctest_namespace["c"] = core\n`,
    'docs/use.txt': '>>> c.LIMIT = 9\n>>> c.load()\n9\n',
  };
  expect(written(files)).toContain('docs/use.txt:1 LIMIT');
});

test.each<[string, string, string]>([
  ['what reads', 'a.ipynb', notebook('from pkg import core', 'core.LIMIT == 9', 'x = vars(core)["LIMIT"]')],
  ['another module', 'a.md', '```python\nfrom elsewhere import core\ncore.LIMIT = 9\n```\n'],
  ['a cell of another program', 'a.ipynb', notebook('%%bash', 'from pkg import core', 'core.LIMIT, x = 9')],
  ['prose', 'a.md', 'from pkg import core, then set core.LIMIT to 9\n'],
])('nothing is written by %s', (_what, path, text) => {
  expect(written({ [path]: text })).toEqual([]);
});

test.each<[string, string, string]>([
  ['half a notebook', 'a.ipynb', '{"cells": [{"cell_type": "code", "source": ["x'],
  ['cells that are none', 'a.ipynb', '{"cells": [1, null, {"source": 3}, {"cell_type": "markdown", "source": "x"}]}'],
  ['no cells', 'a.ipynb', '[]'],
  ['no text', 'a.md', ''],
  ['a fence that nothing ends', 'a.md', '```python\nimport x\n'],
])('%s holds no Python', (_what, path, text) => {
  expect(pythonInText(path, text)).toEqual([]);
});
