import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../helpers/judge-by-syntax.ts';

const OWN = '\n\ndef one():\n    return 1\n';
const MOVED = 'LIMIT = 3\n\n\ndef load():\n    return LIMIT\n';

/** Why a join of `shop/orders/_files.py` into its package is not proven, beside other files; [] where it is. */
async function judged(others: Readonly<Record<string, string>>, part = '_files'): Promise<readonly string[]> {
  const common = { 'shop/__init__.py': '', ...others };
  const before = {
    ...common,
    'shop/orders/__init__.py': `from .${part} import LIMIT, load\n${OWN}`,
    [`shop/orders/${part}.py`]: MOVED,
  };
  const after = { ...common, 'shop/orders/__init__.py': `${MOVED}${OWN}` };
  const { outcome, gaps } = await judgeBySyntax(caseView('python', before), caseView('python', after));
  return outcome === 'proven' ? [] : gaps.map((gap) => (gap.kind === 'failed' ? gap.proof.why : gap.kind));
}

const notebook = (...lines: readonly string[]): string =>
  JSON.stringify({ cells: [{ cell_type: 'code', source: lines.map((line) => `${line}\n`) }] }, null, 1);

test.each<[string, string, string, number]>([
  ['a cell', 'docs/a.ipynb', notebook('import shop.orders', 'shop.orders._files.load()'), 7],
  [
    'a loader in a cell',
    'docs/a.ipynb',
    notebook('import importlib', 'importlib.import_module("shop.orders._files")'),
    7,
  ],
  [
    'a relative loader',
    'docs/a.ipynb',
    notebook('import importlib', 'importlib.import_module("._files", "shop.orders")'),
    7,
  ],
  ['a doctest of a document', 'docs/a.txt', 'Use.\n\n>>> from shop.orders._files import load\n', 3],
  ['a doctest of a module', 'shop/other.py', '"""\n>>> from .orders import _files\n"""\n', 2],
  ['code that a string holds', 'tests/test_a.py', 'CODE = """\n    from shop.orders import _files\n"""\n', 2],
  ['a command', 'run.sh', "python - <<'EOF'\nfrom shop.orders import _files\nEOF\n", 2],
])('S fails where %s asks for a part that is gone', async (_what, path, text, line) => {
  expect((await judged({ [path]: text })).join('; ')).toContain(`line ${line}`);
});

test.each<[string, string, string]>([
  ['a role', 'docs/a.rst', 'See :func:`shop.orders._files.load`.\n'],
  ['a list that pages are made of', 'docs/a.rst', '.. autosummary::\n\n   shop.orders._files.load\n'],
])('S fails where %s of a document names a part that is gone', async (_what, path, text) => {
  expect((await judged({ [path]: text })).join('; ')).toContain('whose file is gone');
});

test.each<[string, string, string, string]>([
  ['the package', '_files', 'docs/a.rst', '>>> from shop.orders import load\n>>> load()\n3\n'],
  ['a word that is the part’s name too', 'files', 'docs/a.rst', 'Use::\n\n    archive.files\n    name = "files"\n'],
])('S takes a document that names %s', async (_what, part, path, text) => {
  expect(await judged({ [path]: text }, part)).toEqual([]);
});
