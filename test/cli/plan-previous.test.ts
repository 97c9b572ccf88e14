import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOfSubjects, functionText } from '../analyzers/modules/outline-text.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempFolder, writeFiles } from '../helpers/temp-workspace.ts';

const TEXT = fileOfSubjects('python', 4, 8, 20);
const GROWN = `${TEXT}\n${functionText('python', 'scan_signal', 'str', [], 12)}`;

test('plan -o keeps the names that a person gave, and --previous does so for another plan', async () => {
  const root = tempFolder();
  writeFiles(root, { 'omni-refactor.toml': '', 'a.py': TEXT, 'b.py': TEXT });
  const made = await runOmni(root, ['plan', 'a.py', '-o', 'plan.yaml', '--json']);
  expect(made.exitCode).toBe(0);
  const [first] = (JSON.parse(made.stdout) as { modules: { name: string }[] }).modules;
  const plan = join(root, 'plan.yaml');
  writeFileSync(plan, readFileSync(plan, 'utf8').replace(`name: ${first!.name}`, 'name: by_hand'));

  writeFiles(root, { 'a.py': GROWN });
  const again = await runOmni(root, ['plan', 'a.py', '--previous', 'plan.yaml']);
  expect(again.stdout).toContain('by_hand');
  expect((await runOmni(root, ['plan', 'a.py'])).stdout).not.toContain('by_hand');
  await runOmni(root, ['plan', 'a.py', '-o', 'plan.yaml']);
  const written = readFileSync(plan, 'utf8');
  expect(written).toContain('name: by_hand');
  expect(written).toContain('def scan_signal');

  const other = await runOmni(root, ['plan', 'b.py', '--previous', 'plan.yaml']);
  expect(other).toMatchObject({ exitCode: 2, stdout: '' });
  expect(other.stderr).toContain('it was made for a.py');
});
