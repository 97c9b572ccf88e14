import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../../helpers/split-cases.ts';

const CHECK = 'def check(a, b):\n    assert a == b\n';
const REST = 'def rest():\n    return 1\n';

function told(conftest: string, path = 'tests/helpers.py', part = 'tests/_helpers_check.py', moved = CHECK): boolean {
  const dotted = part.slice(0, -3).replaceAll('/', '.');
  const common = { 'tests/__init__.py': '', 'tests/conftest.py': conftest };
  const before = viewOf({ ...common, [path]: `${moved}\n\n${REST}` });
  const facade = part.startsWith(path.replace('.py', '/')) ? path.replace('.py', '/__init__.py') : path;
  const after = viewOf({ ...common, [facade]: `from ${dotted} import check\n\n\n${REST}`, [part]: moved });
  return proveStatic(before, after, null, [facade, part]).some(({ weakened }) => weakened?.includes('H91'));
}

test.each<[string, boolean, boolean]>([
  ['registered', told('import pytest\n\npytest.register_assert_rewrite("tests.helpers")\n'), true],
  ['a plugin', told('pytest_plugins = ["tests.helpers"]\n'), true],
  ['another is registered', told('import pytest\n\npytest.register_assert_rewrite("tests.other")\n'), false],
  ['nothing is registered', told(''), false],
  [
    'registered, and nothing is asserted',
    told('pytest_plugins = ["tests.helpers"]\n', 'tests/helpers.py', 'tests/_x.py', 'def check(a, b):\n    return 1\n'),
    false,
  ],
  [
    'registered, with the part below',
    told('pytest_plugins = ["tests.helpers"]\n', 'tests/helpers.py', 'tests/helpers/_c.py'),
    false,
  ],
  ['a test', told('', 'tests/test_a.py', 'tests/_a_check.py'), true],
])('asserts of a module that is %s say less in a part: %s', (_, found, expected) => {
  expect(found).toBe(expected);
});
