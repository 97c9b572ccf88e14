import { expect, test } from 'vitest';
import { ownWrites } from '../../../../src/engine/prove/python/own-writes.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

const looked = (code: string, dotted = 'pkg.m'): string[] => {
  const view = memoryView({ 'pkg/m.py': `import sys\n\n\ndef write(value, key):\n    ${code}\n` });
  return ownWrites(view.syntax('pkg/m.py'), dotted).map(
    ({ name, isPrefix, hidden }) => `${hidden ? 'hidden ' : ''}${name ?? 'any'}${isPrefix ? '…' : ''}`,
  );
};

test.each([
  ['import pkg.m as me; me.MODE = value', 'MODE'],
  ['import pkg.m\n    pkg.m.MODE = value', 'MODE'],
  ['from pkg import m\n    m.MODE = value', 'MODE'],
  ['from . import m as me\n    me.MODE += 1', 'MODE'],
  ['sys.modules[__name__].MODE = value', 'MODE'],
  ['sys.modules.get(__name__).MODE = value', 'MODE'],
  ['sys.modules["pkg.m"].MODE: int = value', 'MODE'],
  ['here = sys.modules[__name__]\n    here.MODE = value', 'MODE'],
  ['here = sys.modules[__name__]\n    there = here\n    there.MODE = value', 'MODE'],
  ['here = sys.modules[__name__]\n    here.MODE, key = value', 'MODE'],
  ['here = sys.modules[__name__]\n    key, here.MODE = value', 'MODE'],
  ['here = sys.modules[__name__]\n    for here.MODE in value: pass', 'MODE'],
  ['here = sys.modules[__name__]\n    with value as here.MODE: pass', 'MODE'],
  ['here = sys.modules[__name__]\n    del here.MODE', 'MODE'],
  ['importlib.import_module(__name__).MODE = value', 'MODE'],
  ['__import__("pkg.m", fromlist=["x"]).MODE = value', 'MODE'],
  ['inspect.getmodule(write).MODE = value', 'MODE'],
  ['setattr(sys.modules[__name__], "MODE", value)', 'MODE'],
  ['setattr(sys.modules[write.__module__], key, value)', 'any'],
  ['setattr(sys.modules[__name__], f"X_{key}", value)', 'X_…'],
  ['globals()["MODE"] = value', 'hidden MODE'],
  ['globals()["MO" + key] = value', 'hidden MO…'],
  ['globals()[key] = value', 'hidden any'],
  ['globals().update(MODE=value)', 'hidden MODE'],
  ['globals().update({"MODE": value})', 'hidden MODE'],
  ['globals().update(value)', 'hidden any'],
  ['space = globals(); space["MODE"] = value', 'hidden MODE'],
  ['vars(sys.modules[__name__])["MODE"] = value', 'hidden MODE'],
  ['sys.modules[__name__].__dict__["MODE"] = value', 'hidden MODE'],
  ['write.__globals__["MODE"] = value', 'hidden MODE'],
  ['sys._getframe().f_globals["MODE"] = value', 'hidden MODE'],
  ['del globals()["MODE"]', 'hidden MODE'],
  ['globals().pop("MODE")', 'hidden MODE'],
  ['exec("MODE = 1", globals())', 'hidden any'],
  ['operator.setitem(globals(), "MODE", value)', 'hidden MODE'],
  ['exec("global MODE; MODE = 1 + 1")', 'hidden MODE'],
  ['exec(value)', 'hidden any'],
  ['exec(compile(value, "x", "exec"))', 'hidden any'],
  ['apply(sys.modules[__name__], {"MODE": "fast"})', 'any'],
  ['here = sys.modules[__name__]\n    settings.load(key, into=here)', 'any'],
])('%j writes %s', (code, said) => {
  expect(looked(code)).toContain(said);
});

test.each([
  'return globals()["MODE"]',
  'return globals().get("MODE")',
  'return "MODE" in globals()',
  'return dict(globals())',
  'return sys.modules[__name__].MODE == value',
  'return getattr(sys.modules[__name__], key)',
  'sys.modules["pkg.other"].MODE = value',
  'import pkg.more\n    pkg.more.MODE = value',
  'value.m.MODE = key',
  'from other import m2\n    m2.MODE = value',
  'pass  # sys.modules[__name__].MODE = value',
  'self.space["MODE"] = value',
  'exec(value, {})',
  'import doctest, pkg.m; return doctest.testmod(pkg.m)',
  'exec("x = 1")',
  'return inspect.getmembers(sys.modules[__name__], callable)',
  'return hasattr(sys.modules[__name__], key) and (key, value)',
])('%j writes nothing of its own', (code) => {
  expect(looked(code)).toEqual([]);
});
