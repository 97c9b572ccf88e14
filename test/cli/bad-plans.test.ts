import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';

/** One line each of what, why and what to do; nothing is written. */
async function expectProblem(
  at: Journey,
  line: string | readonly string[],
  expected: { readonly exitCode: number; readonly code: string; readonly says?: string },
): Promise<void> {
  const before = at.tree();
  const refs = at.git('for-each-ref');
  const told = await at.omni([...(typeof line === 'string' ? line.split(' ') : line), '--json']);
  expect(told, told.stderr).toMatchObject({ exitCode: expected.exitCode });
  expect(JSON.parse(told.stdout)).toMatchObject({ kind: 'error', error: { code: expected.code } });
  // The parser of command lines has a form of its own.
  if (expected.code !== 'usage') expect(told.stderr).toMatch(/(^|\n)error: .+\n {2}why: .+\n {2}do: {2}.+\n$/);
  expect(told.stderr).toContain(expected.says ?? '');
  expect(at.tree()).toEqual(before);
  expect(at.git('for-each-ref')).toBe(refs);
}

type Edit = (plan: string) => string;

const EDITS: readonly [name: string, edit: Edit, code: string, says: string][] = [
  ['made for other content', (plan) => plan.replace(/hash: ..../, 'hash: 0000'), 'plan-is-stale', 'plan.yaml:10: '],
  ['an unknown unit', (plan) => plan.replace('- fn has_fruit', '- fn has_fruits'), 'unknown-unit', '`fn has_fruits`'],
  [
    'a doubled unit',
    (plan) => plan.replace('- fn has_fruit', '- fn has_fruit\n      - fn scale_error'),
    'doubled-unit',
    '`fn scale_error`',
  ],
  ['a missing unit', (plan) => plan.replace(/ +- fn has_fruit\n/, ''), 'missing-unit', '`fn has_fruit`'],
  ['two modules of one name', (plan) => plan.replace('name: scale', 'name: fruit_stock'), 'module-name-collides', ''],
  ['an illegal name', (plan) => plan.replace('name: scale', 'name: 2-scale'), 'module-name-invalid', '2-scale'],
  ['a misspelt key', (plan) => plan.replace('modules:', 'module:'), 'plan-not-readable', 'unknown key `module`'],
  ['not YAML', () => 'modules: [\n', 'plan-not-readable', 'plan.yaml:'],
  ['empty', () => '', 'plan-not-readable', ''],
  ['for another codemod', (plan) => plan.replace('rust/split', 'cobol/split'), 'unknown-codemod', 'cobol/split-module'],
];

describe('a plan', () => {
  test.each(EDITS)('%s', async (_name, edit, code, says) => {
    const at = journey('rust');
    await at.omni('plan src/stall.rs --limit 60 -o plan.yaml');
    const plan = readFileSync(join(at.root, 'plan.yaml'), 'utf8');
    expect(edit(plan)).not.toBe(plan);
    at.write({ 'plan.yaml': edit(plan) });
    await expectProblem(at, 'split src/stall.rs --plan plan.yaml --evidence S', { exitCode: 2, code, says });
    await expectProblem(at, 'apply plan.yaml --evidence S', { exitCode: 2, code, says });
  });

  test('that calls a module like a keyword', async () => {
    const at = journey('rust');
    await at.omni('plan src/stall.rs --limit 60 -o plan.yaml');
    at.write({ 'plan.yaml': readFileSync(join(at.root, 'plan.yaml'), 'utf8').replace('name: scale', 'name: match') });
    const told = await at.json('split', 'split src/stall.rs --plan plan.yaml --evidence S');
    expect(told).toMatchObject({ outcome: 'refused', receipt: null });
    expect(told.refusals[0]!.why).toContain('match');
  });

  test('whose module already exists', async () => {
    const at = journey('rust', { 'src/stall/scale.rs': '// in the way\n' });
    await at.omni('plan src/stall.rs --limit 60 -o plan.yaml');
    const plan = readFileSync(join(at.root, 'plan.yaml'), 'utf8');
    expect(plan).not.toContain('name: scale\n');
    at.write({ 'plan.yaml': plan.replace(/name: .*scale.*\n/, 'name: scale\n') });
    const before = at.tree();
    const told = await at.json('split', 'split src/stall.rs --plan plan.yaml --evidence S');
    expect(told).toMatchObject({ outcome: 'refused', receipt: null });
    expect(told.refusals[0]!.why).toContain('src/stall/scale.rs');
    expect(at.tree()).toEqual(before);
  });

  test('for another file, or that is not there', async () => {
    const at = journey('rust');
    await at.omni('plan src/stall.rs --limit 60 -o plan.yaml');
    await expectProblem(at, 'split src/till.rs --plan plan.yaml', { exitCode: 2, code: 'plan-for-other-file' });
    await expectProblem(at, 'split src/till.rs --plan none.yaml', { exitCode: 2, code: 'file-unreadable' });
    await expectProblem(at, 'apply none.yaml', { exitCode: 2, code: 'file-unreadable' });
    await expectProblem(at, 'apply src/till.rs', { exitCode: 2, code: 'plan-not-readable' });
    await expectProblem(at, 'plan src/till.rs -o none/plan.yaml', { exitCode: 2, code: 'file-unwritable' });
  });
});

describe('a change set', () => {
  test('that leaves the workspace, or was made for other content', async () => {
    const at = journey('rust');
    const dry = await at.json('split', 'split src/stall.rs --limit 60 --dry-run');
    at.write({ 'out.json': JSON.stringify(dry).replaceAll('src/stall/scale.rs', '../scale.rs') });
    await expectProblem(at, 'apply out.json --evidence S', {
      exitCode: 2,
      code: 'path-outside-workspace',
      says: '../scale.rs',
    });
    at.write({ 'change.json': JSON.stringify(dry), 'src/stall.rs': '// mine\n' });
    await expectProblem(at, 'apply change.json --evidence S', { exitCode: 2, code: 'base-changed' });
  });
});

describe('a command', () => {
  test.each([
    ['split src/stall.rs --limit 60 --evidence S --commit', 2, 'cannot-commit', 'differs from the last commit'],
    ['split src/stall.rs --evidence S,X', 2, 'usage', 'It must be some of S, B, A, M, T'],
    ['split', 2, 'nothing-named', 'Name a file'],
    ['split Cargo.toml', 2, 'unknown-language', ''],
    ['split src/empty.rs', 2, 'empty-file', ''],
    ['plan src/stall.rs --layout package', 2, 'no-layout', ''],
    ['apply', 2, 'nothing-named', ''],
    ['apply --resume', 2, 'nothing-to-resume', ''],
    ['undo', 2, 'nothing-to-undo', ''],
    ['receipt', 2, 'no-receipt', ''],
    ['receipt ../../etc', 2, 'no-receipt', ''],
    ['verify HEAD nope', 2, 'unknown-side', ''],
  ])('%s', async (line, exitCode, code, says) => {
    const at = journey('rust', { 'src/empty.rs': '' });
    at.write({ 'src/stall.rs': `// mine\n${readFileSync(join(at.root, 'src/stall.rs'), 'utf8')}` });
    await expectProblem(at, line, { exitCode, code, says });
  });
});
