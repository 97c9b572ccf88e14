import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { SILENT } from '../../../../src/core/progress.ts';
import { newLint } from '../../../../src/engine/prove/python/linters/compare-lint.ts';
import { findLinters } from '../../../../src/engine/prove/python/linters/find-linters.ts';
import { readMypy } from '../../../../src/engine/prove/python/linters/read-mypy.ts';
import { readPyright } from '../../../../src/engine/prove/python/linters/read-pyright.ts';
import { readRuff } from '../../../../src/engine/prove/python/linters/read-ruff.ts';
import { pythonProver } from '../../../../src/engine/prove/python/python-prover.ts';
import { splitShapes } from '../../../../src/engine/prove/python/split-shape.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { folderStage } from '../../../helpers/folder-stage.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';
import { MYPY_2_4_1, PYRIGHT_1_1_414, RUFF_0_17_6 } from './recorded-lint.ts';

const PYPROJECT = '[tool.ruff.lint]\nselect = ["F", "I", "E"]\n';
const BEFORE = {
  'pkg/__init__.py': '',
  'pkg/m.py':
    'import json\nimport os.path\nfrom typing import Any\n\n\ndef load(text: str) -> Any:\n    return json.loads(text)\n\n\ndef home() -> str:\n    return os.path.sep\n',
  'pyproject.toml': PYPROJECT,
};
const MODULES = { load: ['def load'], home: ['def home'] };

const before = viewOf(BEFORE);
const plan = handPlan(before, 'pkg/m.py', MODULES);

function split() {
  const result = pythonSplitModule.run(before, { path: 'pkg/m.py', plan, notes: false });
  if (result.status === 'refused') throw new Error('refused');
  return result.changeSet;
}

const shown = (messages: readonly { line: number; rule: string; message: string }[]): string[] =>
  messages.map(({ line, rule, message }) => `${line} ${rule} ${message}`);

test('what the tools print is read: rule, line and words', () => {
  expect(shown(readRuff(RUFF_0_17_6))).toEqual([
    '1 I001 Import block is un-sorted or un-formatted',
    '1 F401 `os` imported but unused',
  ]);
  expect(readRuff(RUFF_0_17_6)[0]!.fixes).toEqual([{ first: 1, end: 3, text: 'import json\nimport os\n\n\n' }]);
  expect(readRuff(RUFF_0_17_6)[1]!.fixes).toEqual([{ first: 1, end: 2, text: '' }]);
  expect(shown(readMypy(MYPY_2_4_1))).toEqual([
    '3 import-not-found Cannot find implementation or library stub for module named "foo"',
    '12 no-redef Name "g" already defined on line 10',
  ]);
  expect(shown(readPyright(PYRIGHT_1_1_414))).toEqual(['1 reportUnusedImport Import "os" is not accessed']);
});

const SIGNS: readonly [file: string, text: string, found: readonly string[]][] = [
  ['ruff.toml', 'line-length = 99\n', ['ruff']],
  ['pyproject.toml', '[tool.ruff.lint]\nselect = ["E"]\n', ['ruff']],
  ['pyproject.toml', '[tool.mypy]\nstrict = true\n\n[tool.hatch]\npackages = ["a"]\n', ['mypy']],
  ['pyproject.toml', '[tool.mypy]\nstrict = true\nfiles = ["src"]\n', ['mypy, its own files']],
  ['setup.cfg', '[mypy]\n', ['mypy']],
  ['mypy.ini', '[mypy]\n', ['mypy']],
  ['pyrightconfig.json', '{}', ['pyright']],
  ['other/ruff.toml', '', []],
  ['setup.cfg', '[metadata]\nname = mypy\n', []],
];

test.each(SIGNS)('%s %j configures %j', (file, text, found) => {
  const view = viewOf({ 'pkg/m.py': '', [file]: text });
  const names = findLinters(view, 'pkg/m.py').map((one) => `${one.name}${one.choosesFiles ? ', its own files' : ''}`);
  expect(names).toEqual(found);
});

test('a complaint is known by rule, words and symbol, wherever its line went', () => {
  const after = before.overlay(split());
  const paths = ['pkg/m/__init__.py', 'pkg/m/_load.py', 'pkg/m/_home.py'];
  const { splits } = splitShapes(before, after, paths);
  const at = (file: string, line: number, message: string, rule = 'F821') => ({ file, line, rule, message, fixes: [] });
  const old = [at('pkg/m.py', 7, 'in load'), at('pkg/m.py', 1, 'about line 3 of pkg.m', 'E1')];
  const lineOf = (path: string, text: string): number => after.text(path).split('\n').indexOf(text) + 1;
  const load = lineOf('pkg/m/_load.py', '    return json.loads(text)');
  const home = lineOf('pkg/m/_home.py', '    return os.path.sep');
  const fresh = (message: ReturnType<typeof at>): number => newLint({ before, after }, splits, old, [message]).length;
  expect(fresh(at('pkg/m/_load.py', load, 'in load'))).toBe(0);
  expect(fresh(at('pkg/m/_home.py', home, 'in load'))).toBe(1);
  expect(fresh(at('pkg/m/_load.py', load, 'in load', 'F822'))).toBe(1);
  expect(fresh(at('pkg/m/_home.py', 1, 'about line 9 of pkg.m._home', 'E1'))).toBe(0);
  expect(fresh(at('pkg/__init__.py', 1, 'about line 9 of pkg.m', 'E1'))).toBe(1);
});

test('names that the facade keeps for others are written as re-exports; the rest gets the rule by name', () => {
  const changeSet = split();
  const facade = 'pkg/m/__init__.py';
  const text = before.overlay(changeSet).text(facade);
  const says = (line: string, rule: string, message: string) => {
    const start = text.indexOf(line);
    const end = start + line.length + 1;
    return { path: facade, start, end, level: 'warning' as const, code: `ruff ${rule}`, message, suggestions: [] };
  };
  const refined = pythonSplitModule.refine!(before, changeSet, [
    says('import json', 'F401', '`json` imported but unused'),
    says('import os.path', 'F401', '`os.path` imported but unused'),
    says('from typing import Any', 'F401', '`typing.Any` imported but unused'),
    says('from ._load import load as load', 'PLC0414', 'Import alias does not rename original package'),
  ]);
  if (refined.status === 'refused') throw new Error('refused');
  expect(before.overlay(refined.changeSet).text(facade)).toBe(
    'import json as json\nimport os.path  # noqa: F401\nfrom typing import Any as Any\n\nfrom ._load import load as load  # noqa: PLC0414\nfrom ._home import home as home\n',
  );
});

const onPath = (name: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const prove = async (after: View) => {
  const signal = new AbortController().signal;
  const request = { before, after, changeSet: null, stage: folderStage(before, after), rungs: ['B' as const] };
  return pythonProver.prove({ ...request, testCommand: null, onProgress: SILENT, signal });
};

test('a configured linter that is not found here is said, and fails nothing', async ({ skip }) => {
  if (onPath('ruff')) skip('ruff is here');
  const { proofs } = await prove(before.overlay(split()));
  expect(proofs.filter(({ configuration }) => configuration === 'ruff').map(({ verdict }) => verdict)).toEqual(
    Array(3).fill('not-run'),
  );
  expect(proofs.find(({ configuration }) => configuration === 'ruff')!.why).toContain('not found here');
  expect(
    proofs.filter(({ configuration }) => configuration === 'import').every((one) => one.verdict === 'proven'),
  ).toBe(true);
});

test('ruff itself: new complaints fail, and are fixed where the split wrote them', async ({ skip }) => {
  if (!onPath('ruff')) skip('ruff is not on the PATH');
  let changeSet = split();
  const rounds: string[][] = [];
  for (let round = 0; round < 5; round++) {
    const { proofs, diagnostics } = await prove(before.overlay(changeSet));
    rounds.push(proofs.map(({ verdict }) => verdict));
    if (diagnostics.length === 0) break;
    const refined = pythonSplitModule.refine!(before, changeSet, diagnostics);
    if (refined.status === 'changed') changeSet = refined.changeSet;
  }
  expect(rounds[0]).toContain('failed');
  expect(new Set(rounds[rounds.length - 1])).toEqual(new Set(['proven']));
});
