import { expect, test } from 'vitest';
import { linksTo } from '../../../analyzers/namings/find-links.ts';
import { findNamings } from '../../../analyzers/namings/find-namings.ts';
import { findPatterns } from '../../../analyzers/namings/find-patterns.ts';
import { hashOf } from '../../../src/core/hash.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const FOLDER = ['shop/core/__init__.py', 'shop/core/_part.py'];
const BESIDE = ['shop/_core_part.py'];

const placesIn = (path: string, text: string, added: readonly string[]): string[] =>
  findPatterns(memoryView({ 'shop/__init__.py': '', 'shop/core.py': '', [path]: text }), 'shop/core.py', added).map(
    ({ path: at, line }) => `${at}:${line}`,
  );

const LOST: readonly [path: string, text: string, added: readonly string[]][] = [
  ['.github/workflows/ci.yml', 'on:\n  push:\n    paths:\n      - "shop/*.py"\n', FOLDER],
  ['.github/workflows/ci.yml', "on:\n  push:\n    paths:\n    - 'shop/c*.py'\n", BESIDE],
  ['.gitlab-ci.yml', 'test:\n  rules:\n    - changes:\n      - shop/*.py\n', FOLDER],
  ['shop/BUILD', 'py_library(\n    name = "shop",\n\n    srcs = glob(["*.py"]),\n)\n', FOLDER],
  ['shop/BUCK', '#\n#\n#\npython_library(srcs = glob(["[a-d]*.py"]))\n', BESIDE],
  ['shop/BUILD', '#\n#\n#\npython_sources()\n', FOLDER],
  ['.coveragerc', '[run]\n\ninclude =\n    shop/*.py\n', FOLDER],
  ['pyproject.toml', '[tool.coverage.run]\n\n\ninclude = ["shop/*.py"]\n', FOLDER],
  ['mypy.ini', '[mypy]\n\n\nfiles = shop/*.py\n', FOLDER],
];

test.each(LOST)('%s %j does not hold %j', (path, text, added) => {
  expect(placesIn(path, text, added)).toEqual([`${path}:4`]);
});

const KEPT: readonly [path: string, text: string, added: readonly string[]][] = [
  ['.github/workflows/ci.yml', 'on:\n  push:\n    paths: ["shop/**", "**.py", "shop/**/*.py"]\n', FOLDER],
  ['.github/workflows/ci.yml', 'on:\n  push:\n    paths: ["shop/*.py"]\n', BESIDE],
  ['.github/workflows/ci.yml', 'on:\n  push:\n    paths: ["docs/*.md", "other/*.py"]\n', FOLDER],
  ['BUILD', 'py_library(srcs = glob(["*.py"]))\n', FOLDER],
  ['shop/BUILD', 'python_sources()\n', BESIDE],
  ['pyproject.toml', '[tool.ruff.lint.per-file-ignores]\n"shop/*.py" = ["E501"]\n', FOLDER],
  ['README.md', 'shop/*.py\n', FOLDER],
];

test.each(KEPT)('%s %j says no less for %j', (path, text, added) => {
  expect(placesIn(path, text, added)).toEqual([]);
});

test.each([
  ['pyproject.toml', '[[tool.mypy.overrides]]\nmodule = "core"\n', 1],
  ['pyproject.toml', '[[tool.mypy.overrides]]\nmodule = ["x", "core"]\n', 1],
  ['mypy.ini', '[mypy]\n[mypy-x,core]\nstrict = True\n', 1],
  ['pyproject.toml', '[project]\nname = "core"\n', 0],
  ['mypy.ini', '[mypy-core_x]\n[mypy-x.core]\n', 0],
])('a module without a package is named by overrides of mypy alone: %s %j', (path, text, count) => {
  const view = memoryView({ 'core.py': '', [path]: text }, { readManifests });
  expect(findNamings(view, ['core.py'])).toHaveLength(count);
});

test('a link is known by where it points', () => {
  const link = (path: string, to: string) => ({
    path,
    grammar: null,
    bytes: to.length,
    mode: 0o777,
    state: 'symlink' as const,
    key: hashOf(to),
  });
  const view = memoryView({ 'shop/core.py': '' });
  const files = [
    ...view.files,
    link('alias.py', 'shop/core.py'),
    link('lib/a.py', '../shop/core.py'),
    link('shop/b.py', './core.py'),
    link('shop/c.py', 'shop/core.py'),
  ];
  expect(linksTo({ ...view, files }, 'shop/core.py')).toEqual(['alias.py', 'lib/a.py', 'shop/b.py']);
});
