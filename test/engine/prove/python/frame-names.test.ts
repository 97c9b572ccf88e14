import { expect, test } from 'vitest';
import { proveStatic } from '../../../../src/engine/prove/python/prove-static.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const IMPORT = 'import sys\n\n\n';
const CALLER = 'def caller():\n    return sys._getframe(1).f_globals["__name__"]\n';
const HERE = 'def here():\n    return caller()\n';

test.each([
  ['__name__ = "pkg.m"\n\n\n', true],
  ['', false],
  ['__name__ = "pkg"\n\n\n', false],
])('a part that answers for the frame of a module says %j', (identity, isProven) => {
  const before = memoryView({ 'pkg/__init__.py': '', 'pkg/m.py': `${IMPORT}${CALLER}\n\n${HERE}` });
  const after = memoryView({
    'pkg/__init__.py': '',
    'pkg/m.py': 'import sys\n\nfrom ._m_caller import caller as caller\nfrom ._m_here import here as here\n',
    'pkg/_m_caller.py': `import sys\n\n__name__ = "pkg.m"\n\n\n${CALLER}`,
    'pkg/_m_here.py': `from ._m_caller import caller\n\n${identity}${HERE}`,
  });
  const proofs = proveStatic(before, after, null, ['pkg/m.py', 'pkg/_m_caller.py', 'pkg/_m_here.py']);
  const failed = proofs.filter(({ verdict }) => verdict === 'failed');
  expect(failed.map(({ path }) => path)).toEqual(isProven ? [] : ['pkg/_m_here.py']);
});
