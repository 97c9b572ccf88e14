import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Journey, journey } from '../helpers/journey.ts';
import { runOmni } from '../helpers/run-omni.ts';

const SPLIT = 'split src/stall.rs --limit 60 --evidence S';

/** A workspace with a state folder that the test knows. */
function known(): { at: Journey; state: string; run: (line: string) => ReturnType<Journey['omni']> } {
  const at = journey('rust');
  const state = mkdtempSync(join(tmpdir(), 'omni-state-'));
  const run = (line: string) => at.omni(line, { OMNI_REFACTOR_STATE: state });
  return { at, state, run };
}

const folderIn = (state: string): string => join(state, readdirSync(state)[0]!);
const codeOf = (stdout: string): string => (JSON.parse(stdout) as { error: { code: string } }).error.code;

describe('a damaged lock is told by name, and goes with the file', () => {
  test.each<[string, (path: string) => void]>([
    ['empty', (path) => writeFileSync(path, '')],
    ['cut', (path) => writeFileSync(path, '{"pid":12')],
    ['of another program', (path) => writeFileSync(path, '12345\n')],
    ['with no process', (path) => writeFileSync(path, '{"pid":-1,"host":"","began":"","token":""}')],
    ['null', (path) => writeFileSync(path, 'null')],
    ['a folder', (path) => mkdirSync(path)],
  ])('%s', async (_, damage) => {
    const { at, state, run } = known();
    expect((await run(`${SPLIT} --dry-run`)).exitCode).toBe(0);
    expect((await run(SPLIT)).exitCode).toBe(0);
    expect((await run('undo')).exitCode).toBe(0);
    const before = at.tree();
    const lock = join(folderIn(state), 'lock');
    damage(lock);
    for (const line of [SPLIT, 'undo', 'apply --resume']) {
      const ran = await run(`${line} --json`);
      expect(ran.exitCode).toBe(2);
      expect(codeOf(ran.stdout)).toBe('lock-damaged');
      expect(ran.stderr).toContain(lock);
    }
    expect(at.tree()).toEqual(before);
    rmSync(lock, { recursive: true });
    expect((await run(SPLIT)).exitCode).toBe(0);
  });
});

describe('a damaged receipt', () => {
  test.each(['', '{"schemaVersion":1,"id":"0001', '[]', 'null', '{}'])(
    '%j is read from the journal instead',
    async (text) => {
      const { at, state, run } = known();
      const before = at.tree();
      expect((await run(SPLIT)).exitCode).toBe(0);
      const receipts = join(folderIn(state), 'receipts');
      const [name] = readdirSync(receipts);
      const whole = JSON.parse(readFileSync(join(receipts, name!), 'utf8')) as object;
      writeFileSync(join(receipts, name!), text);
      for (const line of ['history', 'receipt', 'receipt --markdown', 'doctor --json'])
        expect([line, (await run(line)).exitCode]).toEqual([line, 0]);
      expect(JSON.parse((await run('receipt')).stdout)).toMatchObject(whole);
      expect((await run('undo')).exitCode).toBe(0);
      expect(at.tree()).toEqual(before);
    },
  );

  test('whose journal is gone too is told by name, and undo still ends', async () => {
    const { state, run } = known();
    expect((await run(SPLIT)).exitCode).toBe(0);
    const folder = folderIn(state);
    const [name] = readdirSync(join(folder, 'receipts'));
    writeFileSync(join(folder, 'receipts', name!), '{');
    for (const journal of readdirSync(join(folder, 'journal'))) rmSync(join(folder, 'journal', journal));
    for (const line of ['history', 'receipt']) {
      const ran = await run(`${line} --json`);
      expect([line, ran.exitCode, codeOf(ran.stdout)]).toEqual([line, 2, 'receipt-damaged']);
      expect(ran.stderr).toContain(name);
    }
    expect((await run('doctor --json')).exitCode).toBe(0);
    rmSync(join(folder, 'receipts', name!));
    expect((await run('history')).exitCode).toBe(0);
  });
});

describe('names that are too long', () => {
  test('of a module: refused before anything is written, and the workspace goes on', async () => {
    const at = journey('rust');
    await at.omni('plan src/stall.rs --limit 60 -o plan.yaml');
    const plan = readFileSync(join(at.root, 'plan.yaml'), 'utf8');
    for (const length of [151, 260, 300, 5_000]) {
      at.write({ 'plan.yaml': plan.replace('name: scale', `name: ${'s'.repeat(length)}`) });
      const before = at.tree();
      const ran = await at.omni('split src/stall.rs --plan plan.yaml --evidence S --json');
      expect(ran.exitCode).toBe(2);
      expect(codeOf(ran.stdout)).toBe('module-name-too-long');
      expect(at.tree()).toEqual(before);
    }
    expect((await at.omni(SPLIT)).exitCode).toBe(0);
    expect((await at.omni('undo')).exitCode).toBe(0);
  });

  test('of a file in a change set: a named error, and no journal is open', async () => {
    const at = journey('rust');
    for (const name of ['x'.repeat(256), 'é'.repeat(128), `${'d'.repeat(200)}/`.repeat(16)]) {
      const path = `src/${name}.rs`;
      const create = [{ path, mode: 0o644, parts: [{ text: '// x\n', reason: 'format' }] }];
      at.write({ 'change.json': JSON.stringify({ base: [], edit: [], create, move: [], delete: [] }) });
      const ran = await at.omni('apply change.json --evidence S --json');
      expect(ran.exitCode).toBe(2);
      expect(codeOf(ran.stdout)).toBe('path-outside-workspace');
    }
    expect((await at.omni('apply --resume --json')).stdout).toContain('nothing-to-resume');
    expect((await at.omni(SPLIT)).exitCode).toBe(0);
  });
});

describe('files that multiply or nest without end', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, i) => {
    const [last, next] = ['abcdefghijk'[i]!, 'abcdefghijk'[i + 1]!];
    return `${next}: &${next} [${Array(9).fill(`*${last}`).join(', ')}]`;
  }).join('\n')}\n`;
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;

  test.each([
    ['a bomb of aliases', bomb],
    ['a deep plan', `modules: ${deep}\n`],
    ['a deep plan in JSON', `{"modules": ${deep}}`],
  ])('%s is no plan', async (_, text) => {
    const at = journey('rust');
    at.write({ 'plan.yaml': text });
    for (const line of ['split src/stall.rs --plan plan.yaml --evidence S', 'apply plan.yaml --evidence S']) {
      const ran = await at.omni(`${line} --json`);
      expect([line, ran.exitCode]).toEqual([line, 2]);
      expect(codeOf(ran.stdout)).toBe('plan-not-readable');
    }
  });

  test('a deep configuration is told with its file', async () => {
    const at = journey('rust', { 'omni-refactor.toml': `exclude = ${deep}\n` });
    const ran = await at.omni('check --json');
    expect(ran.exitCode).toBe(2);
    expect(codeOf(ran.stdout)).toBe('config-invalid');
    expect(ran.stderr).toContain('omni-refactor.toml');
  });

  test.each(['Cargo.toml', 'pyproject.toml', 'package.json', 'tsconfig.json'])(
    'a deep %s stops nothing',
    async (name) => {
      const text = name.endsWith('.json') ? `{"x": ${deep}}` : `x = ${deep}\n`;
      const at = journey('rust', { [`sub/${name}`]: text });
      // The crate has findings of its own; what must not come is an error.
      for (const line of ['check --json', 'hotspots --json', `${SPLIT} --json`])
        expect([line, (await at.omni(line)).exitCode < 2]).toEqual([line, true]);
      at.write({ [`sub/${name}`]: text.replace('x', 'y') });
      expect(await at.omni('verify HEAD . --evidence S')).toMatchObject({ exitCode: 3 });
    },
  );
});

test('a bare repository is told by name', async () => {
  const at = journey('rust');
  const bare = mkdtempSync(join(tmpdir(), 'omni-bare-'));
  at.git('clone', '-q', '--bare', at.root, join(bare, 'x.git'));
  const ran = await runOmni(join(bare, 'x.git'), ['verify', 'HEAD', 'HEAD', '--json']);
  expect(ran.exitCode).toBe(2);
  expect(codeOf(ran.stdout)).toBe('bare-repository');
  expect(ran.stderr).toContain('worktree');
});
