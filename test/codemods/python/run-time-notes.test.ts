import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { handPlan } from '../../helpers/plan-python.ts';
import { viewOf } from '../../helpers/split-cases.ts';

const SHOP = `import logging

logger = logging.getLogger(__name__)


class First:
    def go(self):
        logger.info("first")


class Second:
    pass


def third():
    logger.warning("third")
    return 3


def fourth():
    return 4
`;

const MODULES = { kinds: ['class First', 'class Second'], rest: ['assign logger', 'def third'] };

function notes(files: Readonly<Record<string, string>>, options = {}): readonly string[] {
  const before = viewOf({ 'shop.py': SHOP, ...files });
  const plan = handPlan(before, 'shop.py', MODULES, options);
  const result = pythonSplitModule.run(before, { path: 'shop.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals));
  return result.notes.filter((note) => /^H8[78]/.test(note));
}

test.each([
  ['log.py', 'FORMAT = "%(asctime)s %(module)s"\n'],
  ['log.py', 'FORMAT = "{filename}:{lineno}"\n'],
  ['logging.ini', '[formatter_x]\nformat=%(pathname)s %(message)s\n'],
  ['logging.yaml', 'format: "%(filename)s"\n'],
  ['log.py', 'def of(record):\n    return record.module\n'],
])('%s with %j names the part of each log call that moves (H87)', (path, text) => {
  expect(notes({ [path]: text })).toEqual([expect.stringMatching(new RegExp(`^H87: 2 log calls move: ${path}:\\d `))]);
});

test.each([
  ['import inspect\nprint(inspect.getsource(object))\n', 1],
  ['from inspect import getsourcelines\nprint(getsourcelines(object))\n', 2],
])('%j finds no class that moves (H88)', (text) => {
  expect(notes({ 'tool.py': text })).toEqual([expect.stringMatching(/^H88: 2 classes move: tool\.py:2 /)]);
});

test('nothing is told where nobody asks', () => {
  expect(notes({ 'log.py': 'FORMAT = "%(name)s %(message)s"\nmodule = "{name}"\n', 'x.md': '%(module)s' })).toEqual([]);
});
