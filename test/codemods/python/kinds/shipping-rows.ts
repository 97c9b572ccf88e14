export interface ShippingRow {
  readonly name: string;
  /** The backend that builds it, as it is imported. */
  readonly backend: string;
  readonly files: Readonly<Record<string, string>>;
  /** The module that is split: `shop/core.py` unless said. */
  readonly path?: string;
  readonly layout?: 'package' | 'sibling';
  /** The layout that it gets; null where the split is refused. */
  readonly gets: 'package' | 'sibling' | null;
  /** Nothing is listed: what is built finds the new files by itself. */
  readonly finds?: true;
}

const project = (rest: string, backend = 'setuptools.build_meta'): string =>
  `[build-system]\nrequires = []\nbuild-backend = "${backend}"\n\n[project]\nname = "shop"\nversion = "1"\n${rest}`;
const setup = (rest: string): string => `from setuptools import setup, find_packages\n\n${rest}\n`;
const PACKAGE = { 'shop/__init__.py': '' };

/** What distributions list, by every way that is read. */
export const SHIPPING_ROWS: readonly ShippingRow[] = [
  {
    name: 'packages of setup.py',
    backend: 'setuptools',
    files: { ...PACKAGE, 'setup.py': setup('setup(name="shop", version="1", packages=["shop"])') },
    gets: 'package',
  },
  {
    name: 'packages of setup.py, by a name, one a line',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'shop/web/__init__.py': '',
      'setup.py': setup(
        "packages = [\n    'shop',\n    'shop.web',\n]\n\nsetup(name='shop', version='1', packages=packages)",
      ),
    },
    gets: 'package',
  },
  {
    name: 'packages of setup.cfg',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'setup.py': setup('setup()'),
      'setup.cfg': '[metadata]\nname = shop\nversion = 1\n\n[options]\npackages =\n    shop\n',
    },
    gets: 'package',
  },
  {
    name: 'packages of pyproject.toml',
    backend: 'setuptools',
    files: { ...PACKAGE, 'pyproject.toml': project('\n[tool.setuptools]\npackages = ["shop"]\n') },
    gets: 'package',
  },
  {
    name: 'packages that are found, but for what is below',
    backend: 'setuptools',
    files: { ...PACKAGE, 'pyproject.toml': project('\n[tool.setuptools.packages.find]\ninclude = ["shop"]\n') },
    gets: 'package',
  },
  {
    name: 'packages that setup.py finds, but for what is below',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'setup.py': setup('setup(name="shop", version="1", packages=find_packages(include=["shop"]))'),
    },
    gets: 'package',
  },
  {
    name: 'packages that are found',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'setup.py': setup('setup(name="shop", version="1", packages=find_packages(exclude=["tests"]))'),
    },
    gets: 'package',
    finds: true,
  },
  {
    name: 'an exclusion that the new package meets',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'setup.py': setup('setup(name="shop", version="1", packages=find_packages(exclude=["shop.c*"]))'),
    },
    gets: 'sibling',
    finds: true,
  },
  {
    name: 'packages below src',
    backend: 'setuptools',
    files: {
      'src/shop/__init__.py': '',
      'setup.py': setup('setup(name="shop", version="1", packages=["shop"], package_dir={"": "src"})'),
    },
    path: 'src/shop/core.py',
    gets: 'package',
  },
  {
    name: 'a package in a folder of another name',
    backend: 'setuptools',
    files: {
      'lib/__init__.py': '',
      'setup.py': setup('setup(name="shop", version="1", packages=["lib"], package_dir={"lib": "lib"})'),
    },
    path: 'lib/core.py',
    gets: 'package',
  },
  {
    name: 'what setuptools discovers below src',
    backend: 'setuptools',
    files: { 'src/shop/__init__.py': '', 'pyproject.toml': project('') },
    path: 'src/shop/core.py',
    gets: 'package',
    finds: true,
  },
  {
    name: 'the one module that setuptools discovers',
    backend: 'setuptools',
    files: { 'pyproject.toml': project('') },
    path: 'shop.py',
    gets: 'package',
    finds: true,
  },
  {
    name: 'the one module that setuptools discovers, beside itself',
    backend: 'setuptools',
    files: { 'pyproject.toml': project('') },
    path: 'shop.py',
    layout: 'sibling',
    gets: null,
  },
  {
    name: 'modules by name',
    backend: 'setuptools',
    files: { 'pyproject.toml': project('\n[tool.setuptools]\npy-modules = ["shop"]\n') },
    path: 'shop.py',
    gets: 'sibling',
  },
  {
    name: 'modules by name, as a package',
    backend: 'setuptools',
    files: { 'setup.py': setup('setup(name="shop", version="1", py_modules=["shop"])') },
    path: 'shop.py',
    layout: 'package',
    gets: null,
  },
  {
    name: 'packages of hatch',
    backend: 'hatchling',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('\n[tool.hatch.build.targets.wheel]\npackages = ["shop"]\n', 'hatchling.build'),
    },
    gets: 'package',
    finds: true,
  },
  {
    name: 'files of hatch',
    backend: 'hatchling',
    files: {
      ...PACKAGE,
      'pyproject.toml': project(
        '\n[tool.hatch.build.targets.wheel]\nonly-include = [\n    "shop/__init__.py",\n    "shop/core.py",\n]\n',
        'hatchling.build',
      ),
    },
    gets: 'sibling',
  },
  {
    name: 'patterns of hatch',
    backend: 'hatchling',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('\n[tool.hatch.build.targets.wheel]\ninclude = ["shop/*.py"]\n', 'hatchling.build'),
    },
    gets: 'sibling',
    finds: true,
  },
  {
    name: 'the one module of hatch',
    backend: 'hatchling',
    files: { 'pyproject.toml': project('', 'hatchling.build') },
    path: 'shop.py',
    gets: 'package',
    finds: true,
  },
  {
    name: 'a package of poetry',
    backend: 'poetry.core',
    files: {
      ...PACKAGE,
      'pyproject.toml':
        '[build-system]\nrequires = []\nbuild-backend = "poetry.core.masonry.api"\n\n[tool.poetry]\nname = "shop"\nversion = "1"\ndescription = ""\nauthors = []\npackages = [{ include = "shop" }]\n',
    },
    gets: 'package',
    finds: true,
  },
  {
    name: 'a file of poetry',
    backend: 'poetry.core',
    files: {
      'pyproject.toml':
        '[build-system]\nrequires = []\nbuild-backend = "poetry.core.masonry.api"\n\n[tool.poetry]\nname = "shop"\nversion = "1"\ndescription = ""\nauthors = []\npackages = [{ include = "shop.py" }]\n',
    },
    path: 'shop.py',
    gets: null,
  },
  {
    name: 'the module of flit',
    backend: 'flit_core',
    files: { 'pyproject.toml': project('description = "x"\n', 'flit_core.buildapi') },
    path: 'shop.py',
    gets: 'package',
    finds: true,
  },
  {
    name: 'the module of flit, beside itself',
    backend: 'flit_core',
    files: { 'pyproject.toml': project('description = "x"\n', 'flit_core.buildapi') },
    path: 'shop.py',
    layout: 'sibling',
    gets: null,
  },
  {
    name: 'files of pdm',
    backend: 'pdm.backend',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('\n[tool.pdm.build]\nincludes = ["shop/__init__.py", "shop/core.py"]\n', 'pdm.backend'),
    },
    gets: 'sibling',
  },
  {
    name: 'packages of pdm',
    backend: 'pdm.backend',
    files: { ...PACKAGE, 'pyproject.toml': project('', 'pdm.backend') },
    gets: 'package',
    finds: true,
  },
  {
    name: 'files of meson',
    backend: 'mesonpy',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('', 'mesonpy'),
      'meson.build': "py.install_sources(\n  'shop/__init__.py',\n  'shop/core.py',\n  subdir: 'shop',\n)\n",
    },
    gets: 'sibling',
  },
  {
    name: 'files of meson, in their folder',
    backend: 'mesonpy',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('', 'mesonpy'),
      'meson.build': "subdir('shop')\n",
      'shop/meson.build': "py.install_sources(['__init__.py', 'core.py'], subdir: 'shop')\n",
    },
    gets: 'sibling',
  },
  {
    name: 'a folder of meson',
    backend: 'mesonpy',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('', 'mesonpy'),
      'meson.build': "install_subdir('shop', install_dir: py.get_install_dir())\n",
    },
    gets: 'package',
    finds: true,
  },
  {
    name: 'a loop of meson',
    backend: 'mesonpy',
    files: {
      ...PACKAGE,
      'pyproject.toml': project('', 'mesonpy'),
      'shop/meson.build':
        "foreach n : ['__init__', 'core']\n  py.install_sources(n + '.py', subdir: 'shop')\nendforeach\n",
    },
    gets: null,
  },
  {
    name: 'what git leaves out',
    backend: 'hatchling',
    files: { ...PACKAGE, 'pyproject.toml': project('', 'hatchling.build'), '.gitignore': 'shop/core/\n' },
    gets: 'sibling',
    finds: true,
  },
  {
    name: 'what git leaves out in any layout',
    backend: 'hatchling',
    files: { ...PACKAGE, 'pyproject.toml': project('', 'hatchling.build'), '.gitignore': '_*.py\n!__init__.py\n' },
    gets: null,
  },
  {
    name: 'what uv leaves out',
    backend: 'uv_build',
    files: {
      ...PACKAGE,
      'pyproject.toml': project(
        '\n[tool.uv.build-backend]\nmodule-root = ""\nwheel-exclude = ["_[a-z]*.py"]\n',
        'uv_build',
      ),
    },
    gets: null,
  },
  {
    name: 'what MANIFEST.in leaves out as a package',
    backend: 'setuptools',
    files: {
      ...PACKAGE,
      'MANIFEST.in': 'recursive-exclude shop/core *.py\n',
      'setup.py': setup('setup(name="shop", version="1", packages=find_packages())'),
    },
    gets: 'sibling',
    finds: true,
  },
];
