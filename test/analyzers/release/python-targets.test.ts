import { expect, test } from 'vitest';
import { release } from '../../../analyzers/release/index.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

type Files = Readonly<Record<string, string>>;

const findingsOf = (files: Files) =>
  release.run(memoryView(files, { readManifests })).findings.filter(({ rule }) => rule === 'python-target');

const project = (requires: string, more = ''): string =>
  `[project]\nname = "orchard"\nversion = "1.0"\nrequires-python = "${requires}"\n${more}`;
const ruff = (version: string): string => `[tool.ruff]\ntarget-version = "${version}"\n`;
const black = (...versions: string[]): string => `[tool.black]\ntarget-version = ${JSON.stringify(versions)}\n`;

test.each<[string, Files, string[]]>([
  ['ruff in the same file', { 'pyproject.toml': project('>=3.9', ruff('py312')) }, ['pyproject.toml:6']],
  [
    'ruff in a file of its own',
    { 'pyproject.toml': project('>=3.9'), 'ruff.toml': 'target-version = "py312"\n' },
    ['ruff.toml:1'],
  ],
  [
    'the configuration of ruff that counts, where there are two',
    { 'pyproject.toml': project('>=3.9', ruff('py39')), '.ruff.toml': 'line-length = 99\ntarget-version = "py310"\n' },
    ['.ruff.toml:2'],
  ],
  [
    'ruff above the distributions: once, by the oldest of them',
    {
      'pyproject.toml': ruff('py312'),
      'a/pyproject.toml': project('>=3.11').replace('orchard', 'a'),
      'b/pyproject.toml': project('>=3.10').replace('orchard', 'b'),
    },
    ['pyproject.toml:2'],
  ],
  [
    'the oldest version that black has to serve',
    { 'pyproject.toml': project('>=3.9', black('py311', 'py310')) },
    ['pyproject.toml:6'],
  ],
  [
    "black's other spelling, and a requirement of poetry",
    {
      'pyproject.toml':
        '[tool.poetry]\nname = "orchard"\nversion = "1.0"\n[tool.poetry.dependencies]\npython = "^3.8"\n[tool.black]\ntarget_version = ["py39"]\n',
    },
    ['pyproject.toml:7'],
  ],
])('newer than requires-python: %s', (_title, files, places) => {
  expect(findingsOf(files).map(({ place }) => `${place.path}:${place.line}`)).toEqual(places);
});

test.each<[string, Files]>([
  ['the same version', { 'pyproject.toml': project('>=3.9,<4', ruff('py39')) }],
  ['an older one', { 'pyproject.toml': project('>=3.12', ruff('py39')) }],
  ['a list that begins with it', { 'pyproject.toml': project('>=3.9', black('py313', 'py39')) }],
  ['none', { 'pyproject.toml': project('>=3.9', '[tool.ruff]\nline-length = 99\n') }],
  [
    'a distribution with a configuration of its own',
    { 'pyproject.toml': ruff('py312'), 'a/pyproject.toml': project('>=3.9', '[tool.ruff]\nline-length = 99\n') },
  ],
  [
    'the section of a pyproject.toml beside a file of ruff, which ruff does not read',
    { 'pyproject.toml': project('>=3.9', ruff('py312')), 'ruff.toml': 'target-version = "py39"\n' },
  ],
  ['a requirement that names no oldest version', { 'pyproject.toml': project('<4', ruff('py312')) }],
  ['no requirement', { 'pyproject.toml': `[project]\nname = "orchard"\nversion = "1.0"\n${ruff('py312')}` }],
])('no finding: %s', (_title, files) => expect(findingsOf(files)).toEqual([]));

test('the finding names both places, and both ways out', () => {
  const [found] = findingsOf({ 'pyproject.toml': project('>=3.9', ruff('py312')) });
  expect([found?.what, found?.whatToDo]).toEqual([
    'ruff writes for Python 3.12; orchard requires Python >=3.9 by pyproject.toml:4',
    'Write target-version = "py39", or raise requires-python to >=3.12.',
  ]);
});
