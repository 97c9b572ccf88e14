import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../helpers/split-cases.ts';

/** Ways of a function to bind `MODE` of its module again; those that go around attributes reach no part. */
export const WRITES: readonly (readonly [write: string, reaches: boolean])[] = [
  ['import pkg.m as me; me.MODE = value', true],
  ['sys.modules[__name__].MODE = value', true],
  ['loaded[__name__].MODE = value', true],
  ['importlib.import_module(__name__).MODE = value', true],
  ['importlib.import_module("pkg.m").MODE = value', true],
  ['__import__("pkg.m", fromlist=["x"]).MODE = value', true],
  ['inspect.getmodule(enable).MODE = value', true],
  ['sys.modules[enable.__module__].MODE = value', true],
  ['globals()["MODE"] = value', false],
  ['globals().update(MODE=value)', false],
  ['globals().update({"MODE": value})', false],
  ['space = globals(); space["MODE"] = value', false],
  ['globals()["MO" + key] = value', false],
  ['vars(sys.modules[__name__])["MODE"] = value', false],
  ['sys.modules[__name__].__dict__["MODE"] = value', false],
  ['enable.__globals__["MODE"] = value', false],
  ['exec("MODE = 1", globals())', false],
  ['operator.setitem(globals(), "MODE", value)', false],
];
export const filesOf = (write: string) => ({
  'pkg/__init__.py': '',
  'pkg/m.py': `import importlib, inspect, operator, sys\nfrom sys import modules as loaded\n\nMODE = "slow"\n\n\ndef mode():\n    return MODE\n\n\ndef enable(value, key=""):\n    ${write}\n`,
});

/** Whether S proves a plain facade of such a module. */
export function provesPlain(write: string): boolean {
  const before = viewOf(filesOf(write));
  const text = filesOf(write)['pkg/m.py'];
  const moved = 'MODE = "slow"\n\n\ndef mode():\n    return MODE\n';
  const after = viewOf({
    'pkg/__init__.py': '',
    'pkg/m.py': text.replace(moved, 'from ._m_a import MODE as MODE, mode as mode\n'),
    'pkg/_m_a.py': `__name__ = "pkg.m"\n\n${moved}`,
  });
  const verdicts = proveStatic(before, after, null, ['pkg/m.py', 'pkg/_m_a.py']).map(({ verdict }) => verdict);
  return !verdicts.includes('failed');
}
