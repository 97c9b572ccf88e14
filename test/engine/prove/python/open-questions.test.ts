import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const HEAD = 'import logging\n\nlog = logging.getLogger("shop")\n\n\n';
const SELLS = 'def sell():\n    log.warning("sold")\n';
const STOCK = 'class Stock:\n    size = 1\n';
const REST = 'def rest():\n    return 1\n';

/** Hazards that the verdict names for a module from which one unit moved into a part, where another file has this text. */
function told(unit: string, path: string, text: string): string[] {
  const name = /(?:def|class) (\w+)/.exec(unit)![1]!;
  const needs = unit.includes('log.') ? HEAD : '';
  const other = { 'pkg/__init__.py': '', [path]: text };
  const before = viewOf({ ...other, 'pkg/shop.py': `${needs}${unit}\n\n${REST}` });
  const part = `${needs}__name__ = "pkg.shop"\n\n\n${unit}`;
  const after = viewOf({ ...other, 'pkg/shop.py': `from pkg._part import ${name}\n\n\n${REST}`, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py']);
  return proofs.flatMap(({ weakened }) => weakened?.match(/H8[78]/g) ?? []);
}

test.each<[string, string, string, string[]]>([
  ['a format', 'log.ini', 'format=%(module)s %(message)s\n', ['H87']],
  ['a template', 'log.py', 'FORMAT = "{filename}:{lineno}"\n', ['H87']],
  ['a filter', 'log.py', 'def filter(record):\n    return record.module == "shop"\n', ['H87']],
  ['an f-string, which asks no record', 'log.py', 'def at(filename):\n    return f"{filename}"\n', []],
  ['a template that is filled at once', 'log.py', 'X = "{filename}".format(filename=1)\n', []],
  ['nothing', 'log.py', 'FORMAT = "%(message)s"\n', []],
])('a part that logs shows less where %s asks for its place', (_, path, text, hazards) => {
  expect(told(SELLS, path, text)).toEqual(hazards);
});

test.each<[string, string, string[]]>([
  ['a class', STOCK, ['H88']],
  ['a function, which knows its file', REST.replace('rest', 'other'), []],
])('a part with %s that is called as the module was, where source is asked for', (_, unit, hazards) => {
  expect(told(unit, 'doc.py', 'import inspect\nfrom pkg.shop import rest\nprint(inspect.getsource(rest))\n')).toEqual(
    hazards,
  );
});

test.each([
  ['core.__warningregistry__.clear()\n', 1],
  ['core.clear()\n', 0],
])('a part that warns, where %s stands in another file', (text, count) => {
  const unit = 'def sell():\n    warnings.warn("sold")\n';
  const other = { 'pkg/__init__.py': '', 'tests/test_it.py': `from pkg import shop as core\n${text}` };
  const before = viewOf({ ...other, 'pkg/shop.py': `import warnings\n\n\n${unit}\n\n${REST}` });
  const part = `import warnings\n\n__name__ = "pkg.shop"\n\n\n${unit}`;
  const after = viewOf({ ...other, 'pkg/shop.py': `from pkg._part import sell\n\n\n${REST}`, 'pkg/_part.py': part });
  const proofs = proveStatic(before, after, null, ['pkg/shop.py', 'pkg/_part.py'], { leavesNames: false });
  expect(proofs.filter(({ weakened }) => weakened?.includes('warnings'))).toHaveLength(count);
});
