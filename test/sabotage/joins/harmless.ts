/** A file beside a join that may look as if it needed what is gone, and does not. */
export interface Harmless {
  /** `python/package`: the case whose join stays proven. */
  readonly of: string;
  readonly what: string;
  readonly path: string;
  readonly put: string;
}

const row = (path: string, what: string, put: string): Harmless => ({ of: 'python/package', path, what, put });

const LOAD = 'from importlib import import_module\n\n';
const HERE = 'import os\nfrom glob import glob\nfrom pathlib import Path\n\nHERE = os.path.dirname(__file__)\n';

export const HARMLESS: readonly Harmless[] = [
  row('CHANGES.md', 'a history that tells of the file', 'Moved shop/orders/_lines.py.\n'),
  row('build.sh', 'a script with another name of that beginning', 'cat shop/orders/_lines_old.py other_lines.py\n'),
  row('notes.txt', 'a text that tells of the part', 'Lines were in shop.orders._lines until 2.0.\n'),
  row('notes.html', 'a page that tells of the part', '<p>Lines were in shop.orders._lines.</p>\n'),
  row(
    'shop/load.py',
    'one of some names that are written out',
    `${LOAD}for name in ("json", "csv"):\n    import_module(name)\n`,
  ),
  row(
    'shop/load.py',
    'a name that is put together',
    `${LOAD}PARSER = "shop." + "parsing"\nparsing = import_module(PARSER)\n`,
  ),
  row(
    'shop/load.py',
    'one of two names',
    `${LOAD}\ndef load(fast):\n    return import_module("csv" if fast else "json")\n`,
  ),
  row(
    'shop/load.py',
    'a module of another package',
    `${LOAD}\ndef load(name):\n    return import_module("acme.%s" % name)\n`,
  ),
  row(
    'shop/plugins/load.py',
    'a module beside the file',
    `${LOAD}\ndef load(name):\n    return import_module("." + name, __package__)\n`,
  ),
  row(
    'shop/plugins/__init__.py',
    'its own modules',
    'import pkgutil\n\nALL = [one.name for one in pkgutil.iter_modules(__path__)]\n',
  ),
  row(
    'shop/data.py',
    'files that are no modules',
    `${HERE}\nALL = glob(os.path.join(HERE, "*.json")) + list(Path(__file__).parent.glob("*.txt"))\n`,
  ),
  row(
    'shop/trees.py',
    'the nodes of a tree',
    'import ast\n\nNODES = list(ast.walk(ast.parse(open(__file__).read())))\n',
  ),
  row(
    'shop/words.py',
    'a folder, and a remark on its own',
    '# Not of __file__.\nimport os\n\n\ndef names(folder):\n    return os.listdir(folder)\n',
  ),
  row(
    'shop/basket.py',
    'an attribute of its own objects',
    'class Basket:\n    def __init__(self, size=0):\n        self._lines = [None] * size\n\n    def size(self):\n        return len(self._lines)\n',
  ),
  {
    of: 'javascript/functions',
    what: 'a module that a constant names',
    path: 'src/colour.ts',
    put: "const workers = 'cloudflare:workers';\nexport const load = async () => (await import(workers)).env;\n",
  },
  {
    of: 'javascript/functions',
    what: 'a route that ends in the name of the part',
    path: 'src/routes.ts',
    put: "export const ROUTES = ['/cases', '/about/:id/cases', '@people/:id/all/cases'];\n",
  },
];
