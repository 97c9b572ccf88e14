import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const CORE = 'def alpha(x):\n    return x + 1\n\n\ndef beta(x):\n    return 1\n';

const project = (backend: string, rest = ''): string =>
  `[build-system]\nrequires = []\nbuild-backend = "${backend}"\n\n[project]\nname = "pkg"\nversion = "1"\n${rest}`;
const poetry = (rest: string): string =>
  `${project('poetry.core.masonry.api')}\n[tool.poetry]\npackages = [{ include = "pkg" }]\n${rest}`;
const meson = (text: string) => ({ 'pyproject.toml': project('mesonpy'), 'meson.build': text });
const SETUP = { 'pyproject.toml': project('setuptools.build_meta', '\n[tool.setuptools]\npackages = ["pkg"]\n') };
const HATCH = { 'pyproject.toml': project('hatchling.build') };
const with_ = (backend: string, rest: string) => ({ 'pyproject.toml': project(backend, rest) });

function failures(files: Readonly<Record<string, string>>, stem: string): string[] {
  const all = { 'pkg/__init__.py': '', ...files, 'pkg/core.py': CORE };
  const after = {
    ...all,
    'pkg/core.py': `from .${stem} import alpha as alpha\n\n\ndef beta(x):\n    return 1\n`,
    [`pkg/${stem}.py`]: 'def alpha(x):\n    return x + 1\n',
  };
  return proveStatic(viewOf(all), viewOf(after), null, ['pkg/core.py', `pkg/${stem}.py`]).flatMap(
    ({ verdict, path }) => (verdict === 'failed' ? [path] : []),
  );
}

/** Settings that leave `pkg/_alpha.py` out of a wheel, of a source distribution or of the repository, and `pkg/alpha.py` in. */
const LEAVES_OUT: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['git, for hatch', { ...HATCH, '.gitignore': '_*.py\n!__init__.py\n' }],
  ['git, for setuptools', { ...SETUP, '.gitignore': 'pkg/_a*\n' }],
  ['git below', { ...SETUP, 'pkg/.gitignore': '/_alpha.py\n' }],
  ['git, where nothing is built', { '.gitignore': '_alpha*\n' }],
  ['MANIFEST.in excludes', { ...SETUP, 'MANIFEST.in': 'exclude pkg/_a*.py\n' }],
  ['MANIFEST.in excludes below', { ...SETUP, 'MANIFEST.in': '# x\nrecursive-exclude pkg _a*.py \\\n  *.txt\n' }],
  ['MANIFEST.in excludes anywhere', { ...SETUP, 'MANIFEST.in': 'include README\nglobal-exclude _[a-b]*.py\n' }],
  ['hatch, the wheel', with_('hatchling.build', '[tool.hatch.build.targets.wheel]\nexclude = ["/pkg/_[!_]*.py"]\n')],
  ['hatch, the sdist', with_('hatchling.build', '[tool.hatch.build.targets.sdist]\nexclude = ["_a*.py"]\n')],
  [
    'hatch, what the sdist lists',
    with_('hatchling.build', '[tool.hatch.build.targets.sdist]\ninclude = ["pkg/[!_]*.py", "pkg/__init__.py"]\n'),
  ],
  [
    'hatch, what the sdist only has',
    with_('hatchling.build', '[tool.hatch.build.targets.sdist]\nonly-include = ["pkg/core.py", "pkg/alpha.py"]\n'),
  ],
  ['hatch, everything', with_('hatchling.build', '[tool.hatch.build]\nexclude = ["_a*", "!_b*"]\n')],
  ['uv, the wheel', with_('uv_build', '[tool.uv.build-backend]\nmodule-root = ""\nwheel-exclude = ["_a*.py"]\n')],
  ['uv, both', with_('uv_build', '[tool.uv.build-backend]\nmodule-root = ""\nsource-exclude = ["pkg/_a*.py"]\n')],
  ['uv, by a rooted pattern', with_('uv_build', '[tool.uv.build-backend]\nwheel-exclude = ["/pkg/_a*"]\n')],
  [
    'uv, of some modules',
    with_(
      'uv_build',
      '[tool.uv.build-backend]\nmodule-root = ""\nmodule-name = ["pkg", "q"]\nsource-exclude = ["**/_alpha.py"]\n',
    ),
  ],
  ['poetry', { 'pyproject.toml': poetry('exclude = ["pkg/_a*.py"]\n') }],
  ['poetry, one format', { 'pyproject.toml': poetry('exclude = [{ path = "**/_a*.py", format = "sdist" }]\n') }],
  ['flit', with_('flit_core.buildapi', '[tool.flit.sdist]\nexclude = ["pkg/_a*.py"]\n')],
  ['pdm', with_('pdm.backend', '[tool.pdm.build]\nexcludes = ["pkg/_a*.py"]\n')],
  ['pdm, anywhere', with_('pdm.backend', '[tool.pdm.build]\nexcludes = ["**/_alpha.py"]\n')],
  ['maturin', with_('maturin', '[tool.maturin]\nexclude = ["pkg/_a*.py"]\n')],
  ['maturin, one format', with_('maturin', '[tool.maturin]\nexclude = [{ path = "pkg/_a*", format = "wheel" }]\n')],
  ['scikit, the wheel', with_('scikit_build_core.build', '[tool.scikit-build]\nwheel.exclude = ["**/_a*.py"]\n')],
  ['scikit, the sdist', with_('scikit_build_core.build', '[tool.scikit-build]\nsdist.exclude = ["pkg/_a*.py"]\n')],
  [
    'meson lists files',
    meson(
      "py = import('python').find_installation()\npy.install_sources('pkg/core.py', 'pkg/alpha.py', subdir: 'pkg')\n",
    ),
  ],
  [
    'meson lists files in the folder',
    {
      ...meson("subdir('pkg')\n"),
      'pkg/meson.build':
        "sources = files(\n  '__init__.py',\n  'core.py',\n  'alpha.py',\n)\npy.install_sources(sources, subdir: 'pkg')\n",
    },
  ],
  [
    'meson lists names',
    {
      ...meson("subdir('pkg')\n"),
      'pkg/meson.build': "foreach n : ['core', 'alpha']\n  py.install_sources(n + '.py')\nendforeach\n",
    },
  ],
  [
    'meson leaves out of a folder',
    meson("install_subdir('pkg', install_dir: py.get_install_dir(), exclude_files: ['_alpha.py'])\n"),
  ],
];

test.each(LEAVES_OUT)('%s: a part that is left out is not proven, its neighbour is', (_, files) => {
  expect(failures(files, '_alpha')).toEqual(['pkg/_alpha.py']);
  expect(failures(files, 'alpha')).toEqual([]);
});

/** Settings that look as if they did, and do not. */
const LEAVES_IN: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'data of a package',
    { 'pyproject.toml': `${SETUP['pyproject.toml']}\n[tool.setuptools.exclude-package-data]\npkg = ["_*.py"]\n` },
  ],
  ['MANIFEST.in takes it back', { ...SETUP, 'MANIFEST.in': 'global-exclude *.py\ngraft pkg\n' }],
  ['MANIFEST.in means the root', { ...SETUP, 'MANIFEST.in': 'exclude _*.py\nprune docs\n' }],
  ['git takes it back', { ...HATCH, '.gitignore': '_*.py\n!_alpha.py\n' }],
  ['both are left out', { ...SETUP, 'MANIFEST.in': 'prune pkg\n' }],
  ['meson takes the folder', meson("install_subdir('pkg', install_dir: py.get_install_dir())\n")],
];

test.each(LEAVES_IN)('%s: a part that is not left out is proven', (_, files) => {
  expect(failures(files, '_alpha')).toEqual([]);
});

/** What is built or lies under the new part's name. */
const SHADOWS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a package', { 'pkg/_alpha/__init__.py': '' }],
  ['machine code', { 'pkg/_alpha.cpython-311-x86_64-linux-gnu.so': '' }],
  ['machine code of Windows', { 'pkg/_alpha.cp311-win_amd64.pyd': '' }],
  ['a package in machine code', { 'pkg/_alpha/__init__.abi3.so': '' }],
  ['Cython', { 'pkg/_alpha.pyx': '', 'setup.py': 'from setuptools import setup\nsetup(packages=["pkg"])\n' }],
  [
    'an extension of setup.py',
    {
      'setup.py':
        'from setuptools import setup, Extension\nsetup(packages=["pkg"], ext_modules=[Extension("pkg._alpha", ["src/a.c"])])\n',
    },
  ],
  [
    'an extension of setuptools',
    {
      'pyproject.toml': project(
        'setuptools.build_meta',
        '\n[tool.setuptools]\next-modules = [{ name = "pkg._alpha", sources = ["a.c"] }]\n',
      ),
    },
  ],
  ['an extension of maturin', with_('maturin', '[tool.maturin]\nmodule-name = "pkg._alpha"\n')],
  [
    'an extension of meson',
    meson("py.extension_module('_alpha', 'a.c', subdir: 'pkg')\ninstall_subdir('pkg', install_dir: '')\n"),
  ],
  [
    'an extension of cmake',
    { ...with_('scikit_build_core.build', ''), 'CMakeLists.txt': 'pybind11_add_module(_alpha MODULE a.cpp)\n' },
  ],
];

test.each(SHADOWS)('%s stands for the part', (_, files) => {
  expect(failures(files, '_alpha')).toEqual(['pkg/_alpha.py']);
  expect(failures(files, 'alpha')).toEqual([]);
});
