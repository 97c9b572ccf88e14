import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const HEAD = '[project]\nname = "orchard"\nversion = "1"\n\n[[tool.mypy.overrides]]\n';
const TAIL = '\ndisallow_untyped_defs = true\n';

const group = (name: string): string =>
  Array.from({ length: 5 }, (_, i) => `def ${name}_${i}(x):\n${'    x += 1\n'.repeat(6)}    return x\n`).join('\n\n');

const MODULE = `${group('cask')}\n\n${group('label')}`;

/** The line of the override after a split, and what is told of it. */
async function overrideAfter(
  row: string,
  layout: 'package' | 'sibling',
  path = 'orchard/cellar.py',
): Promise<{ row: string; notes: readonly string[] }> {
  const root = tempWorkspace({
    'pyproject.toml': `${HEAD}${row}${TAIL}`,
    'orchard/__init__.py': '',
    [path]: MODULE,
  });
  const plan = await runOmni(root, ['plan', path, '--limit', '60', '--layout', layout, '--json']);
  const file = join(tempWorkspace({ 'plan.json': plan.stdout }), 'plan.json');
  const split = await runOmni(root, ['split', path, '--plan', file, '--evidence', 'S', '--json']);
  expect(split.exitCode, split.stdout).toBe(0);
  const { notes } = SCHEMAS.split.parse(JSON.parse(split.stdout));
  const text = readFileSync(join(root, 'pyproject.toml'), 'utf8');
  expect(text.startsWith(HEAD) && text.endsWith(TAIL)).toBe(true);
  return { row: text.slice(HEAD.length, -TAIL.length), notes: notes.filter((note) => note.startsWith('pyproject')) };
}

test.each([
  ['module = "orchard.cellar"', 'module = ["orchard.cellar", "orchard.cellar.*"]'],
  [
    'module = ["orchard.x", "orchard.cellar"]  # strict',
    'module = ["orchard.x", "orchard.cellar", "orchard.cellar.*"]  # strict',
  ],
])('mypy checks the parts as it checked the module: %s', async (was, is) => {
  const { row, notes } = await overrideAfter(was, 'package');
  expect(row).toBe(is);
  expect(notes).toEqual(['pyproject.toml:6 names orchard/cellar.py; the new modules are added there']);
});

test('modules that stand beside it are added by their names', async () => {
  const { row } = await overrideAfter('module = "orchard.cellar"', 'sibling');
  expect(row).toMatch(/^module = \["orchard\.cellar"(, "orchard\._cellar_\w+")+\]$/);
});

test('a module without a package too', async () => {
  const { row } = await overrideAfter('module = "cellar"', 'package', 'cellar.py');
  expect(row).toBe('module = ["cellar", "cellar.*"]');
});

test.each(['module = [\n  "orchard.cellar",\n]', "module = 'orchard.cellar'"])(
  'another form is told: %j',
  async (row) => {
    const after = await overrideAfter(row, 'package');
    expect(after.row).toBe(row);
    expect(after.notes).toEqual([expect.stringMatching(/is a setting for this file or module: new ones have none$/)]);
  },
);
