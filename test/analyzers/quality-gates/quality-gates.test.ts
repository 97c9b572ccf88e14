import { expect, test } from 'vitest';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { qualityGates } from '../../../analyzers/quality-gates/index.ts';
import { judgeLanes } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { shellCommands } from '../../../analyzers/quality-gates/shell.ts';
import { unwrap } from '../../../analyzers/quality-gates/unwrap.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const crate = (name: string): string => `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n`;
const CRATES = {
  'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
  'a/Cargo.toml': crate('a'),
  'a/src/lib.rs': '',
  'b/Cargo.toml': crate('b'),
  'b/src/lib.rs': '',
};
const viewOf = (files: Readonly<Record<string, string>>, config = ''): View =>
  memoryView({ ...CRATES, ...files }, { config: parseConfig(config, 'omni-refactor.toml'), readManifests });
const hub = (steps: string, more = '', on = 'pull_request'): Record<string, string> => ({
  '.github/workflows/ci.yml': `on: ${on}\n${more}jobs:\n  gate:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`,
});
const run = (command: string): Record<string, string> =>
  hub(`      - run: |\n          ${command.replaceAll('\n', '\n          ')}\n`);
const verdictOf = (files: Readonly<Record<string, string>>, lane: string): string =>
  judgeLanes(viewOf(files))!.lanes.find((one) => one.lane === lane)!.verdict;

test('commands of a shell text: quotes, continuations, operators, folders, variables', () => {
  const text =
    'cd a\nFOO=1 cargo test \\\n  --doc && echo "a && b"\nexport RUSTFLAGS="-D warnings"\ncargo clippy # why\ncargo fmt || true\n';
  expect(
    shellCommands(text).map(({ words, line, swallowed, dir, env }) => [words.join(' '), line, swallowed, dir, env]),
  ).toEqual([
    ['cargo test --doc', 1, false, 'a', { FOO: '1' }],
    ['echo a && b', 2, false, 'a', {}],
    ['cargo clippy', 4, false, 'a', { RUSTFLAGS: '-D warnings' }],
    ['cargo fmt', 5, true, 'a', { RUSTFLAGS: '-D warnings' }],
  ]);
});

test.each([
  ['uv run cargo test', 'cargo test'],
  ['uvx nox -s clippy', 'nox -s clippy'],
  ['devenv shell -- just gate', 'just gate'],
  ['nix develop .#ci -c cargo test', 'cargo test'],
  ['env -u GITHUB_ACTIONS cargo nextest run', 'cargo nextest run'],
  ['secretspec run --profile ci -- devenv shell -- just gate', 'just gate'],
  ['timeout 10m cargo test', 'cargo test'],
  ['xvfb-run -a cargo test', 'cargo test'],
])('%s is %s', (command, inner) => {
  expect(unwrap(shellCommands(command)[0]!.words, {}).words.join(' ')).toBe(inner);
});

const CLIPPY = 'cargo clippy --workspace --all-targets';
test.each<[string, Record<string, string>, string, string]>([
  ['-- -D warnings', run(`${CLIPPY} -- -D warnings`), 'clippy', 'enforced'],
  ['-- -Dwarnings', run(`${CLIPPY} -- -Dwarnings`), 'clippy', 'enforced'],
  ['--deny warnings', run(`${CLIPPY} -- --deny warnings`), 'clippy', 'enforced'],
  ['-- -D clippy::all', run(`${CLIPPY} -- -D clippy::all`), 'clippy', 'enforced'],
  ['a toolchain in front', run('cargo +nightly clippy --workspace -- -D warnings'), 'clippy', 'enforced'],
  [
    'RUSTFLAGS of the workflow',
    hub(`      - run: ${CLIPPY}\n`, 'env: { RUSTFLAGS: "--deny warnings" }\n'),
    'clippy',
    'enforced',
  ],
  [
    'RUSTFLAGS by GITHUB_ENV',
    hub(`      - run: echo "RUSTFLAGS=-D warnings" >> $GITHUB_ENV\n      - run: ${CLIPPY}\n`),
    'clippy',
    'enforced',
  ],
  ['CARGO_BUILD_WARNINGS', run(`CARGO_BUILD_WARNINGS=deny ${CLIPPY}`), 'clippy', 'enforced'],
  [
    'build.warnings of cargo',
    { ...run(CLIPPY), '.cargo/config.toml': '[build]\nwarnings = "deny"\n' },
    'clippy',
    'enforced',
  ],
  ['nothing denies', run(CLIPPY), 'clippy', 'advisory'],
  ['only one lint is denied', run(`${CLIPPY} -- -D clippy::dbg_macro`), 'clippy', 'advisory'],
  ['|| true', run(`${CLIPPY} -- -D warnings || true`), 'clippy', 'advisory'],
  [
    'continue-on-error',
    hub(`      - run: ${CLIPPY} -- -D warnings\n        continue-on-error: true\n`),
    'clippy',
    'advisory',
  ],
  ['one crate', run('cargo clippy -p a -- -D warnings'), 'clippy', 'partial'],
  [
    'both crates by two commands',
    run('cargo clippy -p a -- -D warnings\ncargo clippy -p b -- -D warnings'),
    'clippy',
    'enforced',
  ],
  ['one crate by its folder', run('cd a\ncargo clippy -- -D warnings'), 'clippy', 'partial'],
  ['without the one that is excluded', run('cargo clippy --workspace --exclude b -- -D warnings'), 'clippy', 'partial'],
  ['a crate that is not there', run('cargo clippy -p none -- -D warnings'), 'clippy', 'vacuous'],
  ['if: false', hub(`      - run: ${CLIPPY} -- -D warnings\n        if: false\n`), 'clippy', 'vacuous'],
  ['pushes alone', hub(`      - run: ${CLIPPY} -- -D warnings\n`, '', 'push'), 'clippy', 'missing'],
  [
    'a step for pushes alone',
    hub(`      - if: github.event_name == 'push'\n        run: ${CLIPPY} -- -D warnings\n`),
    'clippy',
    'vacuous',
  ],
  [
    'a path filter without manifests',
    {
      '.github/workflows/ci.yml': `on:\n  pull_request:\n    paths: ["**.rs"]\njobs:\n  g:\n    steps: [{ run: "${CLIPPY} -- -D warnings" }]\n`,
    },
    'clippy',
    'partial',
  ],
  [
    'a path filter that sees all of Rust',
    {
      '.github/workflows/ci.yml': `on:\n  pull_request:\n    paths: ["**.rs", "**/Cargo.toml"]\njobs:\n  g:\n    steps: [{ run: "${CLIPPY} -- -D warnings" }]\n`,
    },
    'clippy',
    'enforced',
  ],
  [
    'docs are ignored',
    {
      '.github/workflows/ci.yml': `on:\n  pull_request:\n    paths-ignore: ["docs/**"]\njobs:\n  g:\n    steps: [{ run: "${CLIPPY} -- -D warnings" }]\n`,
    },
    'clippy',
    'enforced',
  ],
  [
    'a job that another one decides on',
    hub(`      - if: needs.changes.outputs.code == 'true'\n        run: ${CLIPPY} -- -D warnings\n`),
    'clippy',
    'unknown',
  ],
  [
    'an action',
    hub('      - uses: actions-rs/clippy-check@v1\n        with: { args: "--workspace -- -D warnings" }\n'),
    'clippy',
    'enforced',
  ],
  ['fmt --check', run('cargo fmt --all -- --check'), 'fmt', 'enforced'],
  ['fmt without --check', run('cargo fmt --all'), 'fmt', 'advisory'],
  ['cargo test runs doctests too', run('cargo test --workspace'), 'doctest', 'enforced'],
  ['nextest runs none', run('cargo nextest run --workspace'), 'doctest', 'missing'],
  ['nextest is a test', run('cargo nextest run --workspace'), 'test', 'enforced'],
  ['--no-run', run('cargo test --workspace --no-run'), 'test', 'vacuous'],
  ['cargo deny', run('cargo deny check'), 'deny', 'enforced'],
  ['licences alone', run('cargo deny check licenses'), 'deny', 'partial'],
  ['the action of cargo-deny', hub('      - uses: EmbarkStudios/cargo-deny-action@v2\n'), 'deny', 'enforced'],
  [
    'an installer runs nothing',
    hub('      - uses: taiki-e/install-action@v2\n        with: { tool: cargo-deny }\n'),
    'deny',
    'missing',
  ],
  ['audit-check', hub('      - uses: rustsec/audit-check@v2\n'), 'audit', 'enforced'],
  [
    'a workflow of another repository',
    { '.github/workflows/ci.yml': 'on: pull_request\njobs:\n  g:\n    uses: org/ci/.github/workflows/rust.yml@v1\n' },
    'audit',
    'unknown',
  ],
  [
    'a reusable workflow',
    {
      '.github/workflows/ci.yml': 'on: pull_request\njobs:\n  g:\n    uses: ./.github/workflows/gate.yml\n',
      '.github/workflows/gate.yml': 'on: workflow_call\njobs:\n  g:\n    steps: [{ run: cargo audit }]\n',
    },
    'audit',
    'enforced',
  ],
  [
    'a cycle of workflows',
    { '.github/workflows/ci.yml': 'on: pull_request\njobs:\n  g:\n    uses: ./.github/workflows/ci.yml\n' },
    'audit',
    'missing',
  ],
  [
    'a composite action',
    {
      ...hub('      - uses: ./.github/actions/gate\n'),
      '.github/actions/gate/action.yml': 'runs:\n  using: composite\n  steps: [{ run: cargo audit, shell: bash }]\n',
    },
    'audit',
    'enforced',
  ],
  [
    'just',
    {
      ...run('just gate'),
      justfile:
        'flags := "-D warnings"\n\ngate: fmt (lint "x")\n    cargo audit\n\nfmt:\n    cargo fmt --all --check\nlint what:\n    @cargo clippy --workspace -- {{flags}}\n',
    },
    'clippy',
    'enforced',
  ],
  ['just, an ignored failure', { ...run('just'), justfile: 'gate:\n  -cargo audit\n' }, 'audit', 'advisory'],
  [
    'just, imported',
    { ...run('just gate'), justfile: "import 'ci.just'\n", 'ci.just': 'gate:\n    cargo audit\n' },
    'audit',
    'enforced',
  ],
  [
    'make',
    { ...run('make gate'), Makefile: '.PHONY: gate\ngate: audit\n\naudit:\n\tcargo audit\n' },
    'audit',
    'enforced',
  ],
  [
    'npm run',
    { ...run('npm run gate'), 'package.json': '{ "scripts": { "gate": "cargo audit" } }' },
    'audit',
    'enforced',
  ],
  [
    'nox',
    {
      ...run('uvx nox -s lint'),
      'noxfile.py':
        '@nox.session\ndef lint(session):\n    session.run("cargo", "audit", external=True)\n\n@nox.session\ndef other(session):\n    session.run("cargo", "deny", "check")\n',
    },
    'audit',
    'enforced',
  ],
  ['a script', { ...run('./ci/gate.sh'), 'ci/gate.sh': '#!/bin/bash\nset -e\ncargo audit\n' }, 'audit', 'enforced'],
  ['bash -c', run('bash -euo pipefail -c "cargo audit"'), 'audit', 'enforced'],
  [
    'GitLab',
    {
      '.gitlab-ci.yml':
        '.base: &base\n  before_script: [rustup show]\ngate:\n  extends: .base\n  script:\n    - cargo audit\n',
    },
    'audit',
    'enforced',
  ],
  [
    'GitLab, the last of several bases wins',
    {
      '.gitlab-ci.yml':
        '.none: { script: [echo none] }\n.audit: { script: [cargo audit] }\ngate:\n  extends: [.none, .audit]\n',
    },
    'audit',
    'enforced',
  ],
  [
    'GitLab, a base before the last is lost',
    {
      '.gitlab-ci.yml':
        '.none: { script: [echo none] }\n.audit: { script: [cargo audit] }\ngate:\n  extends: [.audit, .none]\n',
    },
    'audit',
    'missing',
  ],
  [
    'GitLab, what a job says itself wins over its bases',
    {
      '.gitlab-ci.yml':
        '.a: { script: [echo a] }\n.b: { script: [echo b] }\ngate:\n  extends: [.a, .b]\n  script: cargo audit\n',
    },
    'audit',
    'enforced',
  ],
  [
    'GitLab, tables of bases are merged key by key',
    {
      '.gitlab-ci.yml':
        '.main: { only: { refs: [main] } }\n.rust: { only: { changes: [Cargo.toml] } }\ngate:\n  extends: [.main, .rust]\n  script: cargo audit\n',
    },
    'audit',
    'vacuous',
  ],
  [
    'GitLab, a job adds to the one of that name in an included file',
    {
      '.gitlab-ci.yml': 'include: ci/gate.yml\ngate:\n  allow_failure: true\n',
      'ci/gate.yml': 'gate:\n  script: cargo audit\n',
    },
    'audit',
    'advisory',
  ],
  [
    'GitLab, allowed to fail',
    { '.gitlab-ci.yml': 'gate:\n  allow_failure: true\n  script: cargo audit\n' },
    'audit',
    'advisory',
  ],
  [
    'GitLab, not for merge requests',
    { '.gitlab-ci.yml': 'gate:\n  script: cargo audit\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n' },
    'audit',
    'vacuous',
  ],
  ['no CI at all', {}, 'audit', 'unknown'],
  ['a broken workflow', { '.github/workflows/ci.yml': 'on: [\n' }, 'audit', 'unknown'],
])('%s', (_, files, lane, verdict) => {
  expect(verdictOf(files, lane)).toBe(verdict);
});

test('crates and counts of a lane can be read by a program', () => {
  const { details } = qualityGates.run(viewOf(run('cargo clippy -p a -- -D warnings')));
  expect(details.find(({ name }) => name === 'clippy')!.values).toMatchObject({
    lane: 'clippy',
    verdict: 'partial',
    covered: ['a'],
    missing: ['b'],
    total: 2,
  });
});

test('a declared lane has to be enforced; of others only what pretends to be one is told', () => {
  const findings = (files: Record<string, string>, config = ''): string[] =>
    qualityGates
      .run(viewOf(files, config))
      .findings.map(({ rule, symbol, severity }) => `${rule} ${symbol} ${severity}`);
  expect(findings(run('cargo audit'))).toEqual([]);
  expect(findings(run('cargo audit'), '[quality-gates]\nlanes = ["audit", "deny"]\n')).toEqual([
    'gate-not-enforced deny error',
  ]);
  expect(findings(run('cargo audit || true'))).toEqual(['gate-weak audit warning']);
});

test.each<[string, Record<string, string>, string[]]>([
  ['gone', run('cargo fmt --all --check'), ['clippy was enforced at the merge base and is missing: a, b left out']],
  [
    'narrowed',
    run('cargo clippy -p a -- -D warnings'),
    ['clippy was enforced at the merge base and is partial: b left out'],
  ],
  [
    'advisory',
    run(`${CLIPPY} -- -D warnings || true`),
    ['clippy was enforced at the merge base and is advisory: a, b left out'],
  ],
  ['another spelling', run(`RUSTFLAGS=-Dwarnings ${CLIPPY}`), []],
])('a lane that a branch leaves %s', (_, files, whats) => {
  const before = viewOf(run(`${CLIPPY} -- -D warnings`));
  const { findings } = runChecks(viewOf(files), [qualityGates], before);
  expect(findings.filter(({ rule }) => rule === 'gate-narrowed').map(({ what }) => what)).toEqual(whats);
});
