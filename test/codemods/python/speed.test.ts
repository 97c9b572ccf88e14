import { expect, test } from 'vitest';
import { pythonSplitModule } from '../../../codemods/python/split-module/index.ts';
import { changedPaths, isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { countLines } from '../../../src/core/lines.ts';
import { planFile } from '../../../src/engine/plan/plan-file.ts';
import { proveStatic } from '../../../src/engine/prove/python/prove-static.ts';
import { viewOf } from '../../helpers/split-cases.ts';

const SUBJECTS = ['order', 'price', 'customer', 'invoice', 'stock', 'route', 'parcel', 'label', 'report', 'tax'];
const VERBS = ['read', 'write', 'check', 'sum', 'join', 'find', 'send', 'make', 'drop', 'print'];

/** Ten subjects of ten verbs, each a class and functions that call those above: 10,000 lines and more. */
function largeModule(): string {
  const parts = [
    '"""A large module."""',
    'import json',
    'import logging',
    '',
    'logger = logging.getLogger(__name__)',
    '',
  ];
  for (const subject of SUBJECTS)
    for (const [i, verb] of VERBS.entries()) {
      const name = `${verb}_${subject}`;
      const called = i === 0 ? 'str' : `${VERBS[i - 1]}_${subject}`;
      const lines = Array.from(
        { length: 36 },
        (_, k) => `    if value == ${k}:\n        value = ${called}(value) + "${k}"`,
      );
      parts.push('', `# ${name} and what it needs`, `def ${name}(value, *, indent=${i}):`, `    """${name}."""`);
      parts.push(...lines, '    return json.dumps([value, indent])', '', '', `class ${verb.toUpperCase()}${subject}:`);
      parts.push(
        ...Array.from(
          { length: 6 },
          (_, k) => `    def step_${k}(self):\n        logger.info("%s", ${name}(self))\n        return ${k}\n`,
        ),
      );
    }
  return `${parts.join('\n')}\n`;
}

test('ten thousand lines are planned, split and statically proven in seconds; the result is left alone', () => {
  const text = largeModule();
  const lines = countLines(text);
  expect(lines).toBeGreaterThan(10_000);
  const view = viewOf({ 'pkg/__init__.py': '', 'pkg/large.py': text });
  const begun = process.cpuUsage();
  const plan = planFile(view, { path: 'pkg/large.py', limit: 800 });
  const result = pythonSplitModule.run(view, { path: 'pkg/large.py', plan, notes: false });
  if (result.status === 'refused') throw new Error(JSON.stringify(result.refusals[0]));
  const after = view.overlay(result.changeSet);
  const paths = changedPaths(result.changeSet).filter((path) => after.file(path));
  const proofs = proveStatic(view, after, result.changeSet, paths);
  const { user, system } = process.cpuUsage(begun);
  const seconds = (user + system) / 1e6;
  console.info(`${lines} lines in ${plan.modules.length} modules: ${seconds.toFixed(1)} s of CPU`);
  expect(new Set(proofs.map(({ verdict }) => verdict))).toEqual(new Set(['proven']));
  expect(paths.length).toBeGreaterThan(10);
  // The goal is 5 s; the limit leaves room for a slow machine that does other things as well.
  expect(seconds).toBeLessThan(15);
  for (const path of paths.slice(0, 3)) {
    expect(countLines(after.text(path))).toBeLessThanOrEqual(800);
    const again = pythonSplitModule.run(after, { path, plan: planFile(after, { path, limit: 800 }), notes: false });
    expect(again.status === 'changed' && isEmptyChangeSet(again.changeSet)).toBe(true);
  }
});
