import { expect, test } from 'vitest';
import { boundary } from '../../../analyzers/boundary/index.ts';
import { initBoundary } from '../../../codemods/workspace/init-boundary/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { mixed, RUST } from '../bridge/bridge-files.ts';

const FILES = mixed(RUST, {
  'python/acme/bridge.py': 'from . import _core\n',
  'python/acme/cli/__init__.py': 'from acme.core import run\n',
  'python/acme/core/__init__.py': '',
  'python/acme/core/run.py':
    'from acme._core import add\nfrom typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from acme import cli\n',
  'python/acme/core/inner.py': 'def late():\n    from acme import cli\n',
});

const viewOf = (config: string, files: Readonly<Record<string, string>> = FILES): View =>
  memoryView(
    { ...files, 'omni-refactor.toml': config },
    { readManifests, config: parseConfig(config, 'omni-refactor.toml') },
  );
const told = (config: string, files = FILES): string[] =>
  boundary
    .run(viewOf(config, files))
    .findings.map(({ rule, symbol, place }) => `${rule} ${symbol} ${place.path}:${place.line}`);

const RULE =
  '[[boundary.rule]]\nid = "by-bridge"\nfrom = ["py:acme.*"]\nforbid = ["native:acme._core"]\ninstead = "import acme.bridge"\n';

test('without a configuration it is off', () => {
  expect(boundary.run(viewOf(''))).toMatchObject({ findings: [], checked: {} });
});

test('a forbidden direction is told at the import, with what to do instead', () => {
  const { findings } = boundary.run(viewOf(`${RULE}except = ["py:acme.bridge"]\n`));
  expect(findings).toMatchObject([
    {
      rule: 'boundary-forbidden',
      symbol: 'by-bridge: py:acme.core.run native:acme._core',
      place: { path: 'python/acme/core/run.py', line: 1 },
      whatToDo: 'import acme.bridge',
    },
  ]);
});

test('an exception that excuses nothing, and a name that is not there, are told at line and column', () => {
  const { findings } = boundary.run(
    viewOf(`${RULE}except = ["py:acme.bridge", "py:acme.core.run", "py:acme.cli", "py:acme.lost"]\n`),
  );
  expect(findings.map(({ rule, symbol, place }) => [rule, symbol, place.line, place.column])).toEqual([
    ['boundary-config', 'py:acme.lost', 6, 64],
    ['boundary-unused', 'by-bridge: py:acme.cli', 6, 49],
  ]);
});

test('layers: deferred imports count, those for type checkers do not', () => {
  expect(told('[boundary]\nlayers = [["py:acme.cli.*"], ["py:acme.core.*"]]\n')).toEqual([
    'boundary-layer py:acme.core.inner py:acme.cli python/acme/core/inner.py:2',
  ]);
});

test.each([
  ['deferred = "allow"\n', []],
  ['types = "forbid"\n', ['py:acme.core.inner', 'py:acme.core.run']],
  ['', ['py:acme.core.inner']],
])('a rule says whether deferred and type imports count: %s', (more, expected) => {
  const rule = `[[boundary.rule]]\nid = "r"\nfrom = ["py:acme.core.*"]\nforbid = ["py:acme.cli.*"]\ninstead = "x"\n${more}`;
  expect(told(rule)).toEqual(expected.map((from) => expect.stringContaining(`r: ${from} py:acme.cli`)));
});

test('a required direction', () => {
  const rule =
    '[[boundary.rule]]\nid = "r"\nfrom = ["py:acme.core.run", "py:acme.core.inner"]\nrequire = ["native:acme._core"]\ninstead = "x"\n';
  expect(told(rule)).toEqual(['boundary-required r: py:acme.core.inner python/acme/core/inner.py:1']);
});

test('an interface holds who leads inside', () => {
  const config =
    '[[boundary.interface]]\nof = ["py:acme.core.*"]\nopen = ["py:acme.core.inner"]\ninstead = "import acme.core.inner"\n';
  expect(told(config)).toEqual(['boundary-interface py:acme.cli py:acme.core.run python/acme/cli/__init__.py:1']);
});

test('distributions declare what they import', () => {
  const files = {
    ...FILES,
    'tools/pyproject.toml': '[project]\nname = "tools"\ndependencies = ["numpy>=1"]\n',
    'tools/src/tools/__init__.py': 'import acme\nimport numpy\nimport yaml\nimport json\n',
  };
  expect(told('[boundary]\n', files)).toEqual(['boundary-undeclared tools acme tools/src/tools/__init__.py:1']);
  expect(told('[boundary]\ndependencies = "all"\n', files)).toEqual([
    'boundary-undeclared tools acme tools/src/tools/__init__.py:1',
    'boundary-undeclared tools pyyaml tools/src/tools/__init__.py:3',
  ]);
});

test('init writes what holds today: no finding, and nothing a second time', () => {
  const made = initBoundary.run(viewOf('exclude = []\n'), {});
  if (made.status !== 'changed') throw new Error('refused');
  const after = viewOf('exclude = []\n').overlay(made.changeSet);
  const text = after.text('omni-refactor.toml');
  expect(text).toContain('except = ["py:acme.bridge", "py:acme.core.run"]');
  expect(told(text)).toEqual([]);
  expect(initBoundary.run(viewOf(text), {})).toMatchObject({ notes: ['kept [boundary] as it is'] });
});

test('a rule without a direction is an error at line and column', () => {
  expect(() => parseConfig('[[boundary.rule]]\nid = "r"\nfrom = ["py:a"]\ninstead = "x"\n', 'o.toml')).toThrow(
    'o.toml:1:1: the configuration cannot be used',
  );
});

test('imports by a call with a literal lead there too', () => {
  const files = { ...FILES, 'python/acme/late.py': 'import importlib\nx = importlib.import_module("acme._core")\n' };
  expect(told(`${RULE}except = ["py:acme.bridge", "py:acme.core.run"]\n`, files)).toEqual([
    'boundary-forbidden by-bridge: py:acme.late native:acme._core python/acme/late.py:2',
  ]);
});

test.each<[string, string, string, string[]]>([
  ['by another name', 'PyYAML', 'import yaml', []],
  ['for one kind of machine', 'faiss-cpu', 'import faiss', []],
  ['built apart', 'psycopg2-binary', 'import psycopg2', []],
  ['a binding', 'foo-python', 'import foo', []],
  ['one of a shared namespace', 'google-cloud-storage', 'import google.cloud.storage', []],
  ['protobuf', 'protobuf', 'import google.protobuf', []],
  ['the namespace of others', 'requests', 'import google.cloud.storage', ['google']],
  ['not at all', 'requests', 'import yaml', ['pyyaml']],
  ['twice by one distribution', 'requests', 'import setuptools, pkg_resources', ['setuptools']],
  ['where it may be absent', 'requests', 'try:\n    import ujson\nexcept ImportError:\n    ujson = None', []],
])('what brings a module: %s', (_, dependency, line, expected) => {
  const files = {
    'pyproject.toml': `[project]\nname = "acme"\nversion = "0.1.0"\ndependencies = ["${dependency}"]\n`,
    'acme/__init__.py': `${line}\n`,
  };
  expect(told('[boundary]\ndependencies = "all"\n', files).map((text) => text.split(' ')[2])).toEqual(expected);
});
