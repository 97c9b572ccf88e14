import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const MOVED = 'def alpha(x):\n    return x + 1\n';
const REST = '\n\ndef beta(x):\n    return 1\n';
const TYPED = { 'pkg/py.typed': '' };
const facadeOf = (line: string, head = '', path = 'pkg/core.py') => ({ [path]: `${head}${line}\n${REST}` });

function proves(more: Readonly<Record<string, string>>, line: string, head = '', path = 'pkg/core.py'): boolean {
  const base = { 'pkg/__init__.py': '', ...more };
  const before = viewOf({ ...base, [path]: `${head}${MOVED}${REST}` });
  const part = `${path.slice(0, path.lastIndexOf('/'))}/_alpha.py`;
  const own = path.endsWith('__init__.py') ? 'pkg' : path.replace('.py', '').replaceAll('/', '.');
  const after = viewOf({ ...base, ...facadeOf(line, head, path), [part]: `__name__ = "${own}"\n\n${MOVED}` });
  return proveStatic(before, after, null, [path, part]).every(({ verdict }) => verdict !== 'failed');
}

const PLAIN = 'from ._alpha import alpha';
const MYPY = { 'pyproject.toml': '[tool.mypy]\nstrict = true\n' };

test('a marker, of any package around, and the settings of mypy ask for exports that are said', () => {
  expect(proves(TYPED, PLAIN)).toBe(false);
  expect(proves(TYPED, 'from ._alpha import (\n    alpha,\n)')).toBe(false);
  expect(proves(TYPED, PLAIN, '', 'pkg/__init__.py')).toBe(false);
  expect(proves({ ...TYPED, 'pkg/sub/__init__.py': '' }, PLAIN, '', 'pkg/sub/core.py')).toBe(false);
  expect(proves(MYPY, PLAIN)).toBe(false);
  expect(proves({ 'mypy.ini': '[mypy]\nimplicit_reexport = False\n' }, PLAIN)).toBe(false);
  expect(proves({ 'setup.cfg': '[mypy]\nno_implicit_reexport = True\n' }, PLAIN)).toBe(false);
});

test('an alias or the list of names says it; without a marker nothing has to', () => {
  expect(proves(TYPED, 'from ._alpha import alpha as alpha')).toBe(true);
  expect(proves(TYPED, PLAIN, '__all__ = ["alpha", "beta"]\n')).toBe(true);
  expect(proves({}, PLAIN)).toBe(true);
  expect(proves({ 'other/py.typed': '' }, PLAIN)).toBe(true);
});

test('the writer says it', () => {
  const view = viewOf({ 'pkg/__init__.py': '', ...TYPED, 'pkg/core.py': `${MOVED}${REST}` });
  const plan = handPlan(view, 'pkg/core.py', { a: ['def alpha'] });
  const result = pythonSplitModule.run(view, { path: 'pkg/core.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  const paths = [...result.changeSet.create.map(({ path }) => path), ...result.changeSet.move.map(({ to }) => to)];
  const proofs = proveStatic(view, view.overlay(result.changeSet), result.changeSet, paths);
  expect(proofs.map(({ verdict }) => verdict)).not.toContain('failed');
});
