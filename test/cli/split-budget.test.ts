import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const group = (name: string): string =>
  Array.from(
    { length: 6 },
    (_, i) =>
      `pub fn ${name}_${i}(x: i32) -> i32 {\n${'    if x > 1 {\n        return x;\n    }\n'.repeat(6)}    ${i === 0 ? 'x' : `${name}_${i - 1}(x)`}\n}\n`,
  ).join('\n');

test('a split lowers the entries of its file in the same apply, and undo brings them back', async () => {
  const root = tempWorkspace({
    'omni-refactor.toml': '[budget]\nfile-lines = 100\nfunction-cognitive = 5\n',
    'Cargo.toml': '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n',
    'src/lib.rs': 'pub mod shapes;\n',
    'src/shapes.rs': `${group('circle')}\n${group('square')}\n${group('parser')}`,
    'src/other.rs': '',
  });
  const baseline = (): string => readFileSync(join(root, 'omni-refactor.baseline'), 'utf8');
  await runOmni(root, ['init']);
  const before = baseline();
  expect(before).toMatch(/^file-lines src\/shapes\.rs 3\d\d /m);
  expect(before.match(/^function-cognitive src\/shapes\.rs#/gm)).toHaveLength(18);

  const split = await runOmni(root, ['split', 'src/shapes.rs', '--limit', '150', '--evidence', 'S']);
  expect(split.exitCode, split.stdout + split.stderr).toBe(0);
  expect(baseline()).not.toMatch(/^file-lines src\/shapes\.rs /m);
  expect(baseline()).toMatch(/^file-lines src\/shapes\/\w+\.rs 1\d\d /m);
  expect(baseline().match(/^function-cognitive src\/shapes\/\w+\.rs#/gm)!.length).toBeGreaterThan(8);
  expect((await runOmni(root, ['check', '--json'])).exitCode).toBe(0);
  expect(JSON.parse((await runOmni(root, ['check', '--json'])).stdout)).toMatchObject({ findings: [] });
  expect((await runOmni(root, ['baseline'])).stdout).toContain('Nothing to lower');

  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(baseline()).toBe(before);
});
