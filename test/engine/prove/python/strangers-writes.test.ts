import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../helpers/judge-by-syntax.ts';

const IMPORT = 'from . import tools\n';
const SHOW = '\n\ndef show():\n    return MODE\n';
const OTHER = '\n\ndef other():\n    return 1\n';

/** Whether S proves that MODE and its reader leave `shop.m`, while code of another file is told its name as it is loaded. */
async function isProven(tools: string, told: string): Promise<boolean> {
  const common = { 'shop/__init__.py': '', 'shop/tools.py': `import sys\n\n\n${tools}` };
  const before = { ...common, 'shop/m.py': `${IMPORT}\nMODE = 1\n${SHOW}${OTHER}\n\n${told}\n` };
  const after = {
    ...common,
    'shop/m.py': `${IMPORT}\nfrom ._m_part import MODE as MODE, show as show\n${OTHER}\n\n${told}\n`,
    'shop/_m_part.py': `__name__ = "shop.m"\n\nMODE = 1\n${SHOW}`,
  };
  const { outcome } = await judgeBySyntax(caseView('python', before), caseView('python', after));
  return outcome === 'proven';
}

const PUT = 'def put(module, name, value):\n    setattr(sys.modules[module], name, value)\n';

test.each([
  [PUT, 'tools.put(__name__, "MODE", 2)'],
  [PUT, 'tools.put("shop.m", "MODE", 2)'],
  [PUT, 'tools.put("shop." + "m", "MODE", 2)'],
  [PUT, 'tools.put(show.__module__, "MODE", 2)'],
  ['def mark(name):\n    setattr(sys.modules[name], "MODE", 2)\n', 'tools.mark(__name__)'],
  ['def drop(name):\n    delattr(sys.modules[name], "MODE")\n', 'tools.drop(__name__)'],
  ['def peek(name):\n    return getattr(sys.modules[name], "MODE")\n', 'SEEN = tools.peek(__name__)'],
])('%j, asked by %s: what it does to the module is seen', async (tools, told) => {
  expect(await isProven(tools, told)).toBe(false);
});

test('a function that is told nothing changes nothing', async () => {
  expect(await isProven('def note(text):\n    return text\n', 'tools.note("loaded")')).toBe(true);
});
