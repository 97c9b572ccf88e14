import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/report/schemas.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { type TempRepository, tempRepository } from '../helpers/temp-repository.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const RULE = 'id: two\nlanguage: TypeScript\nrule: { pattern: one($A) }\nfix: two($A)\n';

const repository = (text: string): TempRepository => {
  const made = tempRepository();
  made.commit({ 'src/a.ts': text });
  return made;
};

test('a branch, a commit and a summary in each repository; one that is not ready does not stop the others', async () => {
  const hit = repository('one(1);\n');
  const idle = repository('three(1);\n');
  const dirty = repository('one(1);\n');
  dirty.write({ 'src/a.ts': 'one(2);\n' });
  const origin = repository('one(3);\n');
  const place = tempWorkspace({
    'two.yml': RULE,
    'repos.txt': `# all of ours\n${hit.root}\n${idle.root}\n${dirty.root}\nfile://${origin.root}\n./gone\n`,
  });
  const state = { OMNI_REFACTOR_STATE: join(place, 'state') };
  const asked = ['run', 'two.yml', '--repos', 'repos.txt', '--branch=two', '--into', 'clones', '--json'];
  const run = await runOmni(place, asked, state);
  expect(run.exitCode, run.stderr).toBe(1);
  const { rows } = SCHEMAS['run-repos'].parse(JSON.parse(run.stdout));
  expect(rows.map(({ outcome, branch, why }) => [outcome, branch, why])).toEqual([
    ['applied', 'two', null],
    ['nothing', null, null],
    ['failed', null, 'its files differ from the last commit'],
    ['applied', 'two', null],
    ['failed', null, 'there is no such folder'],
  ]);
  expect(hit.git('branch', '--show-current')).toBe('two');
  expect(hit.git('show', 'HEAD:src/a.ts')).toBe('two(1);');
  expect(hit.git('rev-parse', 'HEAD')).toBe(rows[0]!.commit);
  expect(hit.git('log', '-1', '--format=%B')).toContain(`Omni-Refactor-Receipt: ${rows[0]!.receipt}`);
  expect(hit.git('status', '--porcelain')).toBe('');
  expect(idle.git('branch', '--show-current')).toBe('main');
  expect(dirty.git('branch', '--list', 'two')).toBe('');
  const name = origin.root.split('/').at(-1)!;
  expect(readFileSync(join(place, 'clones', name, 'src/a.ts'), 'utf8')).toBe('two(3);\n');
  // It can be taken back there by one commit more.
  const undone = await runOmni(hit.root, ['undo'], state);
  expect(undone.exitCode, undone.stderr).toBe(0);
  expect(readFileSync(join(hit.root, 'src/a.ts'), 'utf8')).toBe('one(1);\n');
  expect(hit.git('log', '-1', '--format=%s')).toMatch(/^Undo run /);
});

test('a codemod in a folder of its own gives the branch and the commit its name', async () => {
  const hit = repository('one(1);\n');
  const place = tempWorkspace({ 'codemods/one-two/rule.yml': RULE, 'repos.txt': `${hit.root}\n` });
  const run = await runOmni(place, ['run', 'codemods/one-two/rule.yml', '--repos', 'repos.txt']);
  expect(run.exitCode, run.stderr).toBe(0);
  expect(hit.git('branch', '--show-current')).toBe('omni-refactor/one-two');
  expect(hit.git('log', '-1', '--format=%s')).toBe('Run one-two over 1 file');
  expect((await runOmni(place, ['run', 'one', '--repos', 'none.txt'])).stderr).toContain(
    'Name a text file with a folder',
  );
});

test('a dry run makes no branch, and a branch that is there is not written to', async () => {
  const hit = repository('one(1);\n');
  const place = tempWorkspace({ 'two.yml': RULE, 'repos.txt': `${hit.root}\n` });
  const dry = await runOmni(place, ['run', 'two.yml', '--repos', 'repos.txt', '--dry-run', '--markdown']);
  expect(dry.exitCode, dry.stderr).toBe(0);
  expect(dry.stdout).toContain('1 of 1 files would change');
  expect(hit.git('branch', '--format=%(refname:short)')).toBe('main');
  hit.git('branch', 'omni-refactor/two');
  const run = await runOmni(place, ['run', 'two.yml', '--repos', 'repos.txt']);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('it has a branch omni-refactor/two already');
  writeFileSync(join(place, 'repos.txt'), '# nothing\n');
  expect(await runOmni(place, ['run', 'two.yml', '--repos', 'repos.txt'])).toMatchObject({ exitCode: 2 });
});
