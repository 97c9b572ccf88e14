import { describe, expect, test } from 'vitest';
import { isListEdit } from '../../../src/engine/verdict/list-edits.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const RUST = { before: ['src/lib.rs', 'src/m.rs'], added: ['src/m/a.rs', 'src/m/b.rs'], divided: 'src/m.rs' };
const PYTHON = {
  before: ['shop/__init__.py', 'shop/core.py'],
  added: ['shop/core_a.py', 'shop/sub/__init__.py'],
  divided: 'shop/core.py',
};
const SCRIPT = { before: ['core.py', 'other.py'], added: ['core_a.py'], divided: 'core.py' };
const NODE = { before: ['lib/m.js', 'lib/old.js', '.env'], added: ['lib/m/a.js'], divided: 'lib/m.js' };

type Tree = typeof RUST;

/** Whether a manifest's two states differ by entries for the added files alone. */
function judge(tree: Tree, path: string, was: string, is: string): boolean {
  const old = Object.fromEntries(tree.before.map((one) => [one, `${one}\n`]));
  const now = {
    ...old,
    ...Object.fromEntries(tree.added.map((one) => [one, '']).concat([[tree.divided, 'divided\n']])),
  };
  return isListEdit(memoryView({ ...old, [path]: was }), memoryView({ ...now, [path]: is }), path);
}

const cargo = (list: string, more = ''): string => `[package]\nname = "demo" # ours\n${list}\n${more}`;

describe('entries for new files', () => {
  test.each<[string, Tree, string, string, string]>([
    ['a folder', RUST, 'Cargo.toml', cargo('include = ["src/m.rs"]'), cargo('include = ["src/m.rs", "src/m/**"]')],
    [
      'files',
      RUST,
      'Cargo.toml',
      cargo('include = ["src/m.rs"]'),
      cargo('include = [\n "src/m.rs",\n "/src/m/a.rs",\n "src/m/b.rs",\n]'),
    ],
    [
      'sources of meson',
      PYTHON,
      'meson.build',
      "py.install_sources('shop/core.py', subdir: 'shop') # ours\n",
      "py.install_sources('shop/core.py', 'shop/core_a.py', subdir: 'shop') # ours\n",
    ],
    [
      'py-modules',
      SCRIPT,
      'pyproject.toml',
      '[tool.setuptools]\npy-modules = ["core"]\n',
      '[tool.setuptools]\npy-modules = ["core", "core_a"]\n',
    ],
    [
      'packages',
      PYTHON,
      'pyproject.toml',
      '[tool.setuptools]\npackages = ["shop"]\n',
      '[tool.setuptools]\npackages = ["shop", "shop.sub"]\n',
    ],
    [
      'setup.cfg',
      PYTHON,
      'setup.cfg',
      '[options]\npackages =\n    shop\n',
      '[options]\npackages =\n    shop\n    shop.sub\n',
    ],
    [
      'setup.cfg on a line',
      SCRIPT,
      'setup.cfg',
      '[options]\npy_modules = core, other\n',
      '[options]\npy_modules = core, core_a, other\n',
    ],
    [
      'setup.py',
      SCRIPT,
      'setup.py',
      'setup(py_modules=["core"], name="a")\n',
      'setup(py_modules=["core", "core_a"], name="a")\n',
    ],
    ['MANIFEST.in', PYTHON, 'MANIFEST.in', 'include shop/core.py\n', 'include shop/core.py\ninclude shop/core_a.py\n'],
    ['package.json', NODE, 'package.json', '{"files": ["lib/m.js"]}\n', '{"files": ["lib/m.js", "lib/m/"]}\n'],
    [
      'tsconfig',
      NODE,
      'tsconfig.json',
      '{ // ours\n "files": ["lib/m.js",] }\n',
      '{ // ours\n "files": ["lib/m.js", "lib/m/a.js"] }\n',
    ],
    [
      'overrides by module',
      PYTHON,
      'pyproject.toml',
      '[[tool.mypy.overrides]]\nmodule = "shop.core"\nstrict = false\n',
      '[[tool.mypy.overrides]]\nmodule = ["shop.core", "shop.core_a"]\nstrict = false\n',
    ],
    [
      'settings by path',
      PYTHON,
      'ruff.toml',
      '[lint.per-file-ignores]\n"shop/core.py" = ["E501"]\n',
      '[lint.per-file-ignores]\n"shop/core.py" = ["E501"]\n"shop/core_a.py" = ["E501"]\n',
    ],
    [
      'what was left out stays out',
      PYTHON,
      '.coveragerc',
      '[run]\nomit = shop/core.py\n',
      '[run]\nomit = shop/core.py, shop/core_a.py\n',
    ],
  ])('%s', (_, tree, path, was, is) => {
    expect(judge(tree, path, was, is)).toBe(true);
  });
});

describe('anything else', () => {
  test.each<[string, Tree, string, string, string]>([
    [
      'a source of meson that is not new',
      PYTHON,
      'meson.build',
      "py.install_sources('shop/core.py')\n",
      "py.install_sources('shop/core.py', 'shop/core_a.py', 'shop/__init__.py')\n",
    ],
    [
      'an option of meson',
      PYTHON,
      'meson.build',
      "py.install_sources('shop/core.py')\n",
      "py.install_sources('shop/core.py', 'shop/core_a.py', pure: false)\n",
    ],
    ['a comment alone', RUST, 'Cargo.toml', cargo('include = ["src/m.rs"]'), cargo('include = ["src/m.rs"] # all')],
    ['a version', RUST, 'Cargo.toml', cargo('version = "1.0.0"'), cargo('version = "1.0.1"')],
    [
      'a profile beside the list',
      RUST,
      'Cargo.toml',
      cargo('include = ["src/m.rs"]'),
      cargo('include = ["src/m.rs", "src/m/**"]', '[profile.release]\npanic = "abort"\n'),
    ],
    ['a feature', RUST, 'Cargo.toml', cargo('', '[features]\na = []\n'), cargo('', '[features]\na = []\nb = []\n')],
    [
      'an entry for a file that is not new',
      NODE,
      'package.json',
      '{"files": ["lib/m.js"]}\n',
      '{"files": ["lib/m.js", "lib/old.js"]}\n',
    ],
    [
      'a folder that holds more than new files',
      NODE,
      'package.json',
      '{"files": ["lib/m.js"]}\n',
      '{"files": ["lib/m.js", "lib"]}\n',
    ],
    ['everything', NODE, 'package.json', '{"files": ["lib/m.js"]}\n', '{"files": ["lib/m.js", "**"]}\n'],
    [
      'an entry taken away',
      RUST,
      'Cargo.toml',
      cargo('include = ["src/lib.rs", "src/m.rs"]'),
      cargo('include = ["src/m.rs", "src/m/**"]'),
    ],
    [
      'an entry that takes away',
      NODE,
      'package.json',
      '{"files": ["lib/m.js"]}\n',
      '{"files": ["lib/m.js", "!lib/m/a.js"]}\n',
    ],
    [
      'another order',
      NODE,
      'package.json',
      '{"files": ["lib/m.js", "lib/old.js"]}\n',
      '{"files": ["lib/old.js", "lib/m.js", "lib/m/a.js"]}\n',
    ],
    [
      'an export',
      NODE,
      'package.json',
      '{"exports": {".": "./lib/m.js"}}\n',
      '{"exports": {".": "./lib/m.js", "./lib/m/a.js": "./lib/m/a.js"}}\n',
    ],
    [
      'new files that are left out',
      PYTHON,
      '.coveragerc',
      '[run]\nomit = tests/x.py\n',
      '[run]\nomit = tests/x.py, shop/core_a.py\n',
    ],
    [
      'checks that new files are spared',
      PYTHON,
      'ruff.toml',
      'exclude = ["tests"]\n',
      'exclude = ["tests", "shop/core_a.py"]\n',
    ],
    [
      'settings by path that are not those of the divided file',
      PYTHON,
      'ruff.toml',
      '[lint.per-file-ignores]\n"shop/core.py" = ["E501"]\n',
      '[lint.per-file-ignores]\n"shop/core.py" = ["E501"]\n"shop/core_a.py" = ["ALL"]\n',
    ],
    [
      'code of setup.py',
      SCRIPT,
      'setup.py',
      'setup(py_modules=["core"])\n',
      'import os\nsetup(py_modules=["core", "core_a"])\n',
    ],
    [
      'a computed list',
      SCRIPT,
      'setup.py',
      'setup(py_modules=["core"])\n',
      'setup(py_modules=["core", "core_a", evil()])\n',
    ],
    [
      'another list of setup.py',
      SCRIPT,
      'setup.py',
      'setup(py_modules=["core"], scripts=["a"])\n',
      'setup(py_modules=["core"], scripts=["a", "core_a"])\n',
    ],
    ['a section of an ini file', PYTHON, 'setup.cfg', '[x]\n', '[x]\na=1\n'],
    [
      'a file that cannot be read',
      RUST,
      'Cargo.toml',
      cargo('include = ["src/m.rs"]'),
      cargo('include = ["src/m.rs", "src/m/**"'),
    ],
    [
      'rustc flags',
      RUST,
      '.cargo/config.toml',
      '[build]\nrustflags = []\n',
      '[build]\nrustflags = ["-Copt-level=0"]\n',
    ],
    ['a target', RUST, 'Cargo.toml', cargo(''), cargo('', '[[bin]]\nname = "x"\npath = "src/m/a.rs"\n')],
  ])('%s', (_, tree, path, was, is) => {
    expect(judge(tree, path, was, is)).toBe(false);
  });
});

test.each<[string, Tree, string, string, string]>([
  [
    'files that pytest collects',
    SCRIPT,
    'pyproject.toml',
    '[tool.pytest.ini_options]\npython_files = ["core.py"]\n',
    '[tool.pytest.ini_options]\npython_files = ["core.py", "core_a.py"]\n',
  ],
  [
    'modules that jest asks for the print of values',
    NODE,
    'package.json',
    '{"jest": {"snapshotSerializers": ["./lib/m.js"]}}',
    '{"jest": {"snapshotSerializers": ["./lib/m/a.js", "./lib/m.js"]}}',
  ],
  [
    'places for a name, of which the first one that is there counts',
    NODE,
    'tsconfig.json',
    '{"compilerOptions": {"paths": {"m": ["./lib/m.js"]}}}',
    '{"compilerOptions": {"paths": {"m": ["./lib/m/a.js", "./lib/m.js"]}}}',
  ],
  [
    'alternatives of an export, of which the first one counts',
    NODE,
    'package.json',
    '{"exports": {"./m": ["./lib/m.js"]}}',
    '{"exports": {"./m": ["./lib/m/a.js", "./lib/m.js"]}}',
  ],
  [
    'files that jest runs first',
    NODE,
    'package.json',
    '{"jest": {"setupFiles": ["./lib/m.js"]}}',
    '{"jest": {"setupFiles": ["./lib/m.js", "./lib/m/a.js"]}}',
  ],
  ['another name', NODE, 'package.json', '{"boot": ["./lib/m.js"]}', '{"boot": ["./lib/m.js", "./lib/m/a.js"]}'],
])('a list of %s does not grow', (_, tree, path, was, is) => {
  expect(judge(tree, path, was, is)).toBe(false);
});
