import { expect, test } from 'vitest';
import { causeIn } from '../../../src/engine/prove/cause-in.ts';

test.each([
  [
    'usage: __main__.py [options] [file_or_dir] [...]\n__main__.py: error: unrecognized arguments: --cov=shop\n  inifile: /s/pytest.ini\n  rootdir: /s\n',
    '__main__.py: error: unrecognized arguments: --cov=shop',
  ],
  [
    "ImportError while loading conftest '/s/conftest.py'.\nconftest.py:1: in <module>\n    import hypothesis\nE   ModuleNotFoundError: No module named 'hypothesis'\n",
    "ModuleNotFoundError: No module named 'hypothesis'",
  ],
  ['/usr/bin/python3: No module named pytest\n', '/usr/bin/python3: No module named pytest'],
  [
    "node:internal/modules/cjs/loader:1143\n  throw err;\nError: Cannot find module './x'\n    at Module._load (node:internal)\n  code: 1\n}\n",
    "Error: Cannot find module './x'",
  ],
  ['one\ntwo\n', 'two'],
  ['', ''],
])('the cause in %j', (output, cause) => {
  expect(causeIn(output)).toBe(cause);
});
