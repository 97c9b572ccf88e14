import { expect, test } from 'vitest';
import { qualityGates } from '../../../analyzers/quality-gates/index.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const CRATES = {
  'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\ndefault-members = ["a"]\n',
  'a/Cargo.toml': '[package]\nname = "a"\n',
  'a/src/lib.rs': '',
  'b/Cargo.toml': '[package]\nname = "b"\n',
  'b/src/lib.rs': '',
};
const ci = (...commands: string[]): Record<string, string> => ({
  '.github/workflows/ci.yml': `on: pull_request\njobs:\n  a:\n    steps:\n${commands.map((one) => `      - run: ${one}\n`).join('')}`,
});
const CLIPPY = 'cargo clippy --workspace --all-targets -- -D warnings';

function twin(files: Readonly<Record<string, string>>, lane: string) {
  const { findings, details } = qualityGates.run(memoryView({ ...CRATES, ...files }, { readManifests }));
  const values = details.find(({ name }) => name === lane)!.values!;
  return { values, findings: findings.filter(({ rule }) => rule === 'gate-local-differs') };
}

test.each<[string, Record<string, string>, string, string]>([
  ['the same words', { ...ci(CLIPPY), justfile: `lint:\n    ${CLIPPY}\n` }, 'clippy', 'same'],
  [
    'in another order',
    { ...ci(CLIPPY), justfile: 'lint:\n    cargo clippy --all-targets --workspace -- -Dwarnings\n' },
    'clippy',
    'same',
  ],
  [
    'warnings by a variable',
    {
      ...ci(CLIPPY),
      justfile: "export RUSTFLAGS := '-Dwarnings'\nlint:\n    cargo clippy --workspace --all-targets\n",
    },
    'clippy',
    'same',
  ],
  ['CI runs the recipe', { ...ci('just lint'), justfile: `lint:\n    ${CLIPPY}\n` }, 'clippy', 'same'],
  [
    'no warnings denied',
    { ...ci(CLIPPY), justfile: 'lint:\n    cargo clippy --workspace --all-targets\n' },
    'clippy',
    'differs',
  ],
  ['default members alone', { ...ci('cargo test --workspace'), Makefile: 'test:\n\tcargo test\n' }, 'test', 'differs'],
  [
    'a failure swallowed',
    { ...ci('cargo test --workspace'), Makefile: 'test:\n\t-cargo test --workspace\n' },
    'test',
    'differs',
  ],
  [
    'other features',
    { ...ci('cargo test --workspace --all-features'), justfile: 'test:\n    cargo test --workspace\n' },
    'test',
    'differs',
  ],
  [
    'one of several tasks',
    { ...ci('cargo test --workspace'), justfile: 'quick:\n    cargo test -p a\nfull:\n    cargo test --workspace\n' },
    'test',
    'same',
  ],
  [
    'a session of nox',
    {
      ...ci('cargo test --workspace'),
      'noxfile.py': "@nox.session\ndef test(session):\n    session.run('cargo', 'test', '--workspace')\n",
    },
    'test',
    'same',
  ],
  [
    'a script of npm',
    { ...ci('cargo test --workspace'), 'package.json': '{"scripts":{"test":"cargo test -p a"}}' },
    'test',
    'differs',
  ],
  ['no task', ci(CLIPPY), 'clippy', 'none'],
  ['no lane', { justfile: `lint:\n    ${CLIPPY}\n` }, 'clippy', 'none'],
  [
    'a recipe that formats',
    { ...ci('cargo fmt --all -- --check'), justfile: 'fmt:\n    cargo fmt --all\n' },
    'fmt',
    'none',
  ],
  [
    'a computed crate',
    { ...ci('cargo test --workspace'), justfile: 'test crate:\n    cargo test -p `cat x`\n' },
    'test',
    'unknown',
  ],
])('%s', (_name, files, lane, wanted) => {
  const { values, findings } = twin(files, lane);
  expect(values.local).toBe(wanted);
  expect(findings.some(({ symbol }) => symbol === lane)).toBe(wanted === 'differs');
});

test('both places are named', () => {
  const { values, findings } = twin({ ...ci('true', CLIPPY), justfile: '\n\nlint:\n    cargo clippy\n' }, 'clippy');
  expect(values).toMatchObject({
    localTask: 'just lint',
    localPlace: 'justfile:4',
    ciCommand: CLIPPY,
    ciPlace: '.github/workflows/ci.yml:6',
  });
  expect(findings[0]!.place).toEqual({ path: 'justfile', line: 4 });
});
