import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gateProofsSchema, gatesSchema, preflightSchema } from '../../src/report/gates/schema.ts';
import { runOmni } from '../helpers/run-omni.ts';
import { tempRepository } from '../helpers/temp-repository.ts';
import { tempWorkspace } from '../helpers/temp-workspace.ts';

const MANIFEST = (name: string): string => `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n`;
const CI = (run: string): string =>
  `on: pull_request\njobs:\n  lint:\n    runs-on: x\n    steps:\n      - run: ${run}\n`;
const LIB = 'pub fn one() -> i32 {\n    1\n}\n';

const workspace = (clippy: string): string =>
  tempWorkspace({
    'Cargo.toml': '[workspace]\nresolver = "2"\nmembers = ["ink", "dye"]\n',
    'ink/Cargo.toml': MANIFEST('ink'),
    'ink/src/lib.rs': LIB,
    'dye/Cargo.toml': MANIFEST('dye'),
    'dye/src/lib.rs': LIB,
    '.github/workflows/ci.yml': CI(clippy),
  });

test('lanes run as CI runs them; what is not installed is said, and is not a success', async () => {
  const root = workspace('cargo clippy --workspace -- -D warnings');
  const { exitCode, stdout, stderr } = await runOmni(root, ['gates', 'run', 'clippy', 'fmt', '--json']);
  expect(stderr).toContain('cargo clippy --workspace -- -D warnings   # clippy, as .github/workflows/ci.yml:6');
  const { gates } = gatesSchema.parse(JSON.parse(stdout));
  expect(gates.map(({ lane, state }) => [lane, state])).toEqual([
    ['clippy', 'success'],
    ['fmt', 'success'],
  ]);
  expect(exitCode).toBe(0);
  const bare = await runOmni(root, ['gates', 'run', 'audit', '--format', 'markdown']);
  expect(bare.stdout).toMatch(/^\| security \| audit \| (?:not-installed|failure) \|$/m);
  expect(bare.exitCode).toBe(1);
  expect((await runOmni(root, ['gates', 'run', 'clipy'])).exitCode).toBe(2);
}, 120_000);

test('a lane is proven where it turns red for every crate, and blind where it leaves one out', async () => {
  const root = workspace('cargo clippy -p ink -- -D warnings');
  const { exitCode, stdout } = await runOmni(root, ['gates', 'prove', 'clippy', 'fmt', 'test', 'deny', '--json']);
  const { proofs } = gateProofsSchema.parse(JSON.parse(stdout));
  expect(proofs).toMatchObject([
    { lane: 'clippy', state: 'blind', red: ['ink'], green: ['dye'] },
    { lane: 'fmt', state: 'proven', red: ['dye', 'ink'] },
    { lane: 'test', state: 'proven', red: ['dye', 'ink'] },
    { lane: 'deny', state: 'not-proven' },
  ]);
  expect(exitCode).toBe(1);
  expect(readFileSync(join(root, 'ink/src/lib.rs'), 'utf8')).toBe(LIB);
}, 240_000);

test('a preflight tells of tags, a dirty tree and outputs that do not build', async () => {
  const { root, commit, git, write } = tempRepository();
  commit({ 'Cargo.toml': MANIFEST('ink'), 'src/lib.rs': LIB, '.gitignore': 'target\nCargo.lock\n' });
  git('tag', 'v0.1.0');
  const preflight = async (...args: string[]) => {
    const { exitCode, stdout } = await runOmni(root, ['release', 'preflight', '--json', ...args]);
    const { steps, findings } = preflightSchema.parse(JSON.parse(stdout));
    return { exitCode, states: steps.map(({ state }) => state), rules: findings.map(({ rule }) => rule) };
  };
  expect(await preflight('--build')).toEqual({ exitCode: 0, states: ['success', 'success'], rules: [] });
  git('tag', 'v0.2.0');
  write({ 'src/lib.rs': 'pub fn one() -> i32 {}\n' });
  expect(await preflight('--build')).toEqual({
    exitCode: 1,
    states: ['failure', 'failure'],
    rules: ['tag-mismatch'],
  });
}, 120_000);
