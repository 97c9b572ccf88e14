import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../../codemods/python/split-module/index.ts';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { handPlan } from '../../../helpers/plan-python.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const REST = 'def rest():\n    return 1\n';

/** What S says of a module from which `sell` moved into a part that has the imports and nothing else, and the hazards that a split names. */
function judged(head: string, sell: string, others: Readonly<Record<string, string>> = {}) {
  const beside = { 'pkg/__init__.py': '', ...others };
  const before = viewOf({ ...beside, 'pkg/shop.py': `${head}${sell}\n\n${REST}` });
  const imports = head.replace(/^LIMIT.*\n/m, '');
  const after = viewOf({
    ...beside,
    'pkg/shop.py': `${head}from pkg._part import sell\n\n\n${REST}`,
    'pkg/_part.py': `${imports}__name__ = "pkg.shop"\n\n\n${sell}`,
  });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py']);
  const plan = handPlan(before, 'pkg/shop.py', { part: ['def sell'] }, {}, 'sibling');
  const split = pythonSplitModule.run(before, { path: 'pkg/shop.py', plan, notes: false });
  const ids = split.status === 'refused' ? split.refusals.map(({ hazard }) => hazard) : [];
  return { proven: proofs.every(({ verdict }) => verdict === 'proven'), ids: [...new Set(ids)] };
}

const MARK = 'from .tools import mark\n\n\n';

test.each<[string, string, string, Readonly<Record<string, string>>, string[]]>([
  [
    'a decorator that reads the module by its name',
    MARK,
    '@mark\ndef sell():\n    return 2\n',
    { 'pkg/tools.py': 'import sys\n\n\ndef mark(f):\n    return vars(sys.modules[f.__module__]) and f\n' },
    ['H72'],
  ],
  [
    'a decorator that reads the globals of a function',
    MARK,
    '@mark\ndef sell():\n    return 2\n',
    { 'pkg/tools.py': 'def mark(f):\n    return f.__globals__.get("LIMIT") and f\n' },
    ['H72'],
  ],
  ['a name that nothing binds', '', 'def sell():\n    return LIMIT\n', {}, ['H19']],
  ['the annotations of the module', '', 'def sell():\n    return __annotations__\n', {}, ['H82']],
])('%s: not proven, and refused', (_, head, sell, others, ids) => {
  expect(judged(head, sell, others)).toEqual({ proven: false, ids });
});

test.each<[string, string, string, Readonly<Record<string, string>>]>([
  [
    'a decorator that looks at nothing',
    MARK,
    '@mark\ndef sell():\n    return 2\n',
    { 'pkg/tools.py': 'def mark(f):\n    return f\n' },
  ],
  ['a name that Python had once', '', 'def sell():\n    return unicode\n', {}],
  [
    'a name that a star import may bind',
    'from .tools import *\n\n\n',
    'def sell():\n    return LIMIT\n',
    { 'pkg/tools.py': '' },
  ],
  ['annotations as an argument', '', 'def sell(f):\n    return f(__annotations__=1)\n', {}],
  ['a name in quotes that nothing binds', '', 'def sell(a: "Limit"):\n    return a\n', {}],
])('%s: proven, and split', (_, head, sell, others) => {
  expect(judged(head, sell, others)).toEqual({ proven: true, ids: [] });
});

/** A text that a part hands to something, and whether it needs LIMIT of the module. */
test.each([
  ['frame.query("size > @LIMIT")', true],
  ['frame.eval("size * @ LIMIT")', true],
  ['duckdb.sql("select * from LIMIT")', true],
  ['pd.eval("frame + LIMIT")', true],
  ['smf.ols("size ~ LIMIT(x)", data=frame)', true],
  ['frame.query("LIMIT > 1")', false],
  ['session.query("select LIMIT from frames")', false],
  ['frame.rename("LIMIT")', false],
])('a constant in the text of %s', (call, needs) => {
  const sell = `def sell(frame, duckdb, pd, smf, session):\n    return ${call}\n`;
  expect(judged('LIMIT = 1\n', sell)).toEqual(needs ? { proven: false, ids: ['H2'] } : { proven: true, ids: [] });
});
