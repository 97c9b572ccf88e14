import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { journey } from '../helpers/journey.ts';

test('a codemod is begun with its cases, tested, and its cases are written anew', async () => {
  const { omni, json, tree, root, write } = journey('python', {});
  const before = tree();
  const dry = await json('change', 'new codemod no-print --kind rule --language python --dry-run');
  expect(dry).toMatchObject({ receipt: null });
  expect(tree()).toEqual(before);
  const made = await json('change', 'new codemod no-print --kind rule --language python');
  expect(made.paths).toEqual(dry.paths);
  expect(made.paths).toContain('codemods/no-print/rule.yml');
  // Rules are data: nothing has to be typed for them.
  expect(await json('test', 'test')).toMatchObject({ counts: { passed: 2, failed: 0, notRun: 0 } });

  write({ 'codemods/no-print/cases/changes/expected.py': 'value = new_name(1)  # other\n' });
  const failed = await omni('test codemods');
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain('failed   codemods/no-print/cases/changes\n');
  expect(failed.stdout).toContain('  -value = new_name(1)  # other\n  +value = new_name(1)  # kept\n');
  expect(failed.stdout).toContain('2 cases: 1 passed, 1 failed.');
  const updated = await json('test', 'test codemods --update');
  expect(updated).toMatchObject({ receipt: expect.any(String), counts: { passed: 1, updated: 1 } });
  const place = join(root, 'codemods/no-print/cases/changes/expected.py');
  expect(readFileSync(place, 'utf8')).toBe('value = new_name(1)  # kept\n');
  expect(await omni('undo')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(place, 'utf8')).toBe('value = new_name(1)  # other\n');
});

test('code is executed only where its folder is typed', async () => {
  const { omni, json } = journey('python', {});
  expect(await omni('new codemod rename --kind jscodeshift')).toMatchObject({ exitCode: 0 });
  expect(await omni('new codemod rename --kind jscodeshift')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('codemods/rename/transform.ts is there already'),
  });
  const here = await omni('test');
  expect(here).toMatchObject({ exitCode: 2, stderr: '' });
  expect(here.stdout).toContain('not-run  codemods/rename/cases/changes: its code is executed only where its folder');
  const ran = await omni('test codemods/rename');
  expect(ran.stderr).toContain('This will execute');
  expect(ran).toMatchObject({ exitCode: 0 });
  expect(await json('test', 'test codemods')).toMatchObject({ counts: { passed: 2, failed: 0 } });
});

test('what cannot be begun or tested is said', async () => {
  const { omni, write } = journey('python', {});
  expect(await omni('new codemod rename --kind jscodeshift --language rust')).toMatchObject({ exitCode: 2 });
  expect(await omni('new codemod Rename')).toMatchObject({ exitCode: 2 });
  expect(await omni('new codemod rename --in ..')).toMatchObject({ exitCode: 2 });
  expect(await omni('test')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('There is no case to run') });
  write({ 'codemods/x/rule.yml': 'id: x\n', 'codemods/x/cases/one/nothing.py': '' });
  expect(await omni('test codemods')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('neither a folder'),
  });
});
