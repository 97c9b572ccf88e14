import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { fingerprint } from '../../bench/corpus/fingerprint.ts';
import type { Evidence } from '../../src/core/evidence.ts';
import type { Plan } from '../../src/core/plan.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { PROJECT_ROOT, runTool } from '../helpers/run-tool.ts';
import { tempRepository } from '../helpers/temp-repository.ts';

// Code that needs no registry: modules of the interpreter's own library with its own tests, and small crates.
interface Case {
  readonly name: string;
  readonly file: string;
  readonly limit: string;
  readonly tests: number;
}

const LIBRARY: readonly Omit<Case, 'file'>[] = [
  { name: 'textwrap', limit: '250', tests: 60 },
  { name: 'ipaddress', limit: '800', tests: 150 },
];
const CRATES: readonly Case[] = [{ name: 'ledger', file: 'src/ledger.rs', limit: '90', tests: 6 }];

let library = '';
beforeAll(async () => {
  const ran = await runTool('python3', ['-c', 'import textwrap; print(textwrap.__file__)'], { cwd: PROJECT_ROOT });
  expect(ran).toMatchObject({ exitCode: 0 });
  library = join(ran.stdout.trim(), '..');
});

test.for(LIBRARY)('$name of the standard library', { timeout: 240_000 }, async ({ name, ...rest }, { skip }) => {
  const suite = join(library, 'test', `test_${name}.py`);
  // Some distributions leave the interpreter's own tests out; CI's must have them.
  if (process.env.CI !== 'true') skip(!existsSync(suite), 'this Python comes without its own tests');
  expect(existsSync(suite), suite).toBe(true);
  const { root, git } = tempRepository();
  cpSync(join(library, `${name}.py`), join(root, `${name}.py`));
  cpSync(suite, join(root, `test_${name}.py`));
  commitAll(git);
  await splitAndUndo(root, git, { name, file: `${name}.py`, ...rest });
});

test.for(CRATES)('the crate $name', { timeout: 240_000 }, async (one) => {
  const { root, git } = tempRepository();
  cpSync(join(PROJECT_ROOT, 'test/fixtures/crates', one.name), root, { recursive: true });
  commitAll(git);
  await splitAndUndo(root, git, one);
});

const commitAll = (git: (...args: string[]) => string): void => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'as found');
};

/** Plan, split with all that can be shown, and back again. */
async function splitAndUndo(root: string, git: (...args: string[]) => string, one: Case): Promise<void> {
  const before = fingerprint(root);
  const planned = await runOmni(root, ['plan', one.file, '--limit', one.limit, '--json']);
  expect(planned).toMatchObject({ exitCode: 0 });
  const plan = JSON.parse(planned.stdout) as Plan;
  expect(plan.modules.length).toBeGreaterThan(0);
  expect(fingerprint(root)).toBe(before);

  const ran = await runOmni(root, [
    'split',
    one.file,
    '--limit',
    one.limit,
    '--evidence',
    'S,B,T',
    '--anyway',
    '--json',
  ]);
  const { outcome, evidence } = JSON.parse(ran.stdout) as { outcome: string; evidence: Evidence };
  expect({ outcome, failed: evidence.proofs.filter(({ verdict }) => verdict === 'failed') }).toEqual({
    outcome: 'proven',
    failed: [],
  });
  const compared = evidence.proofs.flatMap(
    ({ why }) => /^(\d+) tests with equal ids and outcomes$/.exec(why)?.[1] ?? [],
  );
  expect(Math.max(...compared.map(Number))).toBeGreaterThanOrEqual(one.tests);
  const written = git('status', '--porcelain', '--untracked-files=all').split('\n');
  expect(written.length).toBeGreaterThan(plan.modules.length);
  const lines = git('ls-files', '--cached', '--others', '--exclude-standard', '--', '*.py', '*.rs')
    .split('\n')
    .filter((path) => written.some((line) => line.endsWith(path)) && existsSync(join(root, path)))
    .map((path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1);
  expect(Math.max(...lines)).toBeLessThanOrEqual(Math.max(Number(one.limit), plan.bound.lines));

  expect(await runOmni(root, ['undo'])).toMatchObject({ exitCode: 0 });
  expect(git('status', '--porcelain')).toBe('');
  expect(fingerprint(root)).toBe(before);
}
