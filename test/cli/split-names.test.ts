import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/report/plan/read-plan.ts';
import { writePlanYaml } from '../../src/report/plan/write-plan-yaml.ts';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { NAMED_RUST, RUST_NAMINGS } from '../helpers/named-files.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const namings = (notes: readonly string[]): string[] => notes.filter((note) => /^\S+:\d+ names /.test(note));

test('owners and the list of packed files follow a split; other places that name the file are told', async () => {
  const root = tempWorkspace(NAMED_RUST);
  const split = await runOmni(root, ['split', 'src/shapes.rs', '--limit', '60', '--evidence', 'S', '--json']);
  expect(split.exitCode, split.stdout).toBe(0);
  const { notes } = SCHEMAS.split.parse(JSON.parse(split.stdout));
  expect(namings(notes)).toEqual(RUST_NAMINGS);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  expect(read('CODEOWNERS')).toBe('* @all\n/src/shapes.rs @shapes # theirs\n/src/shapes/ @shapes\n');
  expect(read('Cargo.toml')).toContain('include = ["src/lib.rs", "src/shapes.rs", "src/shapes/**"]');

  const receipt = SCHEMAS.receipt.parse(JSON.parse((await runOmni(root, ['receipt'])).stdout));
  expect(receipt.notes).toEqual(notes);
  const { stdout: markdown } = await runOmni(root, ['receipt', '--markdown']);
  for (const naming of RUST_NAMINGS) expect(markdown.split('## Notes\n')[1]).toContain(`\n- ${naming}\n`);

  expect((await runOmni(root, ['undo'])).exitCode).toBe(0);
  expect(read('CODEOWNERS')).toBe('* @all\n/src/shapes.rs @shapes # theirs\n');
});

test('a plan tells the same before anything is written; the plan file is none the longer', async () => {
  const root = tempWorkspace(NAMED_RUST);
  const plan = ['plan', 'src/shapes.rs', '--limit', '60'];
  const { stdout } = await runOmni(root, [...plan, '--json']);
  expect(SCHEMAS.plan.parse(JSON.parse(stdout)).notes).toEqual(RUST_NAMINGS);

  const shown = await runOmni(root, [...plan, '-o', 'plan.yaml'], { COLUMNS: '200' });
  const rows = shown.stdout.trimEnd().split('\n');
  const title = rows.indexOf('Named elsewhere by a string');
  expect(
    rows
      .slice(title + 1)
      .map((row) => row.trim())
      .join(' '),
  ).toBe(RUST_NAMINGS.join(' '));
  const written = readFileSync(join(root, 'plan.yaml'), 'utf8');
  expect(written).toBe(writePlanYaml(readPlan(stdout, 'plan.json').plan));
  expect(written).not.toContain('CODEOWNERS');

  const whole = SCHEMAS.plan.parse(JSON.parse((await runOmni(root, ['plan', 'src/shapes.rs', '--json'])).stdout));
  expect([whole.modules, whole.notes]).toEqual([[], []]);
});

test.each(['package', 'sibling'])('a Python plan with the layout %s tells what its split tells', async (layout) => {
  const group = (name: string): string =>
    Array.from({ length: 5 }, (_, i) => `def ${name}_${i}(x):\n${'    x += 1\n'.repeat(6)}    return x\n`).join('\n\n');
  const root = tempWorkspace({
    'pyproject.toml':
      '[project]\nname = "orchard"\nversion = "1"\n\n[tool.coverage.run]\nomit = ["orchard/cellar.py"]\n',
    CODEOWNERS: 'orchard/cellar.py @cellar\n',
    'orchard/__init__.py': '',
    'orchard/cellar.py': `${group('cask')}\n\n${group('label')}`,
  });
  const plan = await runOmni(root, ['plan', 'orchard/cellar.py', '--limit', '60', '--layout', layout, '--json']);
  const { notes } = SCHEMAS.plan.parse(JSON.parse(plan.stdout));
  expect(notes).toEqual([
    `CODEOWNERS:1 names orchard/cellar.py${layout === 'package' ? '; the new folder is added there' : ': it gives it owners: new files need them too'}`,
    'pyproject.toml:6 names orchard/cellar.py: it is a setting for this file or module: new ones have none',
  ]);
  const file = join(tempWorkspace({ 'plan.json': plan.stdout }), 'plan.json');
  const split = await runOmni(root, ['split', 'orchard/cellar.py', '--plan', file, '--dry-run', '--json']);
  expect(namings(SCHEMAS.split.parse(JSON.parse(split.stdout)).notes)).toEqual(notes);
});
