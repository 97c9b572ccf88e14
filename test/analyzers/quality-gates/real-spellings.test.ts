import { expect, test } from 'vitest';
import { judgeLanes } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const crate = (name: string, more = ''): string => `[package]\nname = "${name}"\nversion = "0.1.0"\n${more}`;
/** A root package with one member. */
const CRATES = {
  'Cargo.toml': crate('press', '[workspace]\nmembers = ["ink"]\n'),
  'Cargo.lock': '',
  'src/lib.rs': '',
  'ink/Cargo.toml': crate('ink'),
  'ink/src/lib.rs': '',
};
const job = (head: string, step: string, on = 'pull_request:'): Record<string, string> => ({
  '.github/workflows/ci.yml': `on:\n  ${on}\njobs:\n  one:\n${head}    steps:\n      - ${step}\n`,
});
const matrix = (values: string, goes: string): string =>
  `    continue-on-error: \${{ ${goes} }}\n    strategy:\n      matrix:\n${values}`;
const TEST = 'run: cargo test --workspace';

const verdict = (files: Readonly<Record<string, string | null>>, lane: string): string =>
  judgeLanes(memoryView(present({ ...CRATES, ...files }), { readManifests }))!.lanes.find((one) => one.lane === lane)!
    .verdict;

const present = (files: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null));

/** Each was read wrongly in a public repository first. */
test.each([
  ['fmt in the folder of the workspace is every member', 'fmt', job('', 'run: cargo fmt --check'), 'enforced'],
  ['fmt in the folder of a member is that one', 'fmt', job('', 'run: cd ink && cargo fmt --check'), 'partial'],
  ['rustfmt on all that git lists', 'fmt', job('', "run: rustfmt --check $(git ls-files '*.rs')"), 'enforced'],
  ['rustfmt on some of it', 'fmt', job('', "run: rustfmt --check $(git ls-files 'ink/*.rs')"), 'unknown'],
  [
    'one value of the matrix blocks',
    'test',
    job(matrix('        rust: [stable, nightly]\n', "matrix.rust != 'stable'"), TEST),
    'enforced',
  ],
  [
    'no value of the matrix blocks',
    'test',
    job(matrix('        rust: [beta, nightly]\n', "matrix.rust != 'stable'"), TEST),
    'advisory',
  ],
  [
    'a switch of the matrix',
    'test',
    job(matrix('        slack: [false]\n        include: [{ slack: true }]\n', 'matrix.slack'), TEST),
    'enforced',
  ],
  ['a switch that is on', 'test', job(matrix('        slack: [true]\n', 'matrix.slack'), TEST), 'advisory'],
  [
    'a name of the matrix in the command',
    'test',
    job('    strategy:\n      matrix:\n        of: [press, ink]\n', 'run: cargo test -p ${{ matrix.of }}'),
    'enforced',
  ],
  [
    'a variable of the workflow',
    'test',
    job('    env: { C: cargo }\n', 'run: ${{ env.C }} test --workspace ${{ env.NO }}'),
    'enforced',
  ],
  ['not for pull requests', 'test', job("    if: github.event_name != 'pull_request'\n", TEST), 'vacuous'],
  ['coverage of nextest', 'nextest', job('', 'run: cargo llvm-cov --no-report nextest --workspace'), 'enforced'],
  ['coverage of doctests', 'doctest', job('', 'run: cargo llvm-cov --no-report --doc --workspace'), 'enforced'],
  ['its own binary', 'audit', job('', 'run: cargo run --bin cargo-audit -- audit'), 'enforced'],
  [
    'advisories at each change of the lock file',
    'audit',
    job('', 'run: cargo audit', 'pull_request: { paths: Cargo.lock }'),
    'enforced',
  ],
  [
    'advisories at changes of one crate',
    'audit',
    job('', 'run: cargo audit', 'pull_request: { paths: ["ink/**"] }'),
    'partial',
  ],
  ['tests at changes of the lock file', 'test', job('', TEST, 'pull_request: { paths: Cargo.lock }'), 'partial'],
  [
    'branches by their push, forks by their pull request',
    'test',
    job(
      "    if: github.event_name == 'push' || github.event.pull_request.head.repo.full_name != github.repository\n",
      TEST,
      'push:\n  pull_request:',
    ),
    'enforced',
  ],
  [
    'forks alone',
    'test',
    job(
      "    if: github.event_name == 'push' || github.event.pull_request.head.repo.fork\n",
      TEST,
      'push: { branches: [main] }\n  pull_request:',
    ),
    'partial',
  ],
  [
    'a test of the shell about the matrix',
    'test',
    job(
      '    strategy:\n      matrix:\n        rust: [a, b]\n',
      'run: \'[[ "${{ matrix.rust }}" != b ]] || cargo test --workspace\'',
    ),
    'enforced',
  ],
  [
    'a test of the shell that no value of the matrix passes',
    'test',
    job(
      '    strategy:\n      matrix:\n        rust: [a, b]\n',
      'run: \'[ "${{ matrix.rust }}" = c ] && cargo test --workspace\'',
    ),
    'missing',
  ],
  ['a subshell gives its folder back', 'fmt', job('', 'run: (cd ink && cargo fmt --check)'), 'partial'],
  ['a subshell and what follows', 'fmt', job('', 'run: (cd ink && cargo build); cargo fmt --check'), 'enforced'],
  [
    'a loop over folders',
    'test',
    {
      ...job('', 'run: make tests'),
      Makefile:
        'tests:\n\tcargo test\n\tfor c in in*; do \\\n\t  cargo test --manifest-path $$c/Cargo.toml || exit 1; \\\n\tdone\n',
    },
    'enforced',
  ],
  ['a loop over names', 'test', job('', 'run: for c in press ink; do cargo test -p $c; done'), 'enforced'],
  ['a loop over what is computed', 'test', job('', 'run: for c in $(ls); do cargo test -p $c; done'), 'unknown'],
  ['a folder for each member', 'fmt', job('', 'run: cargo ws exec --no-bail cargo fmt -- --check'), 'enforced'],
  ['some members', 'fmt', job('', 'run: cargo ws exec --ignore ink cargo fmt -- --check'), 'unknown'],
  ['the version of a tool', 'clippy', job('', 'run: cargo clippy --version'), 'missing'],
  [
    'a workflow of the repository at the commit that runs',
    'test',
    {
      '.github/workflows/ci.yml': 'on: pull_request\njobs:\n  a:\n    uses: $/.github/workflows/t.yml\n',
      '.github/workflows/t.yml': `on: workflow_call\njobs:\n  b:\n    steps: [{ ${TEST} }]\n`,
    },
    'enforced',
  ],
  [
    'workspaces below tests and fuzz targets stand apart',
    'test',
    {
      ...job('', TEST),
      'tests/support/bad/Cargo.toml': crate('bad', '[workspace]\n'),
      'tests/support/bad/src/lib.rs': '',
      'fuzz/Cargo.toml': crate('press-fuzz', '[workspace]\n'),
      'fuzz/src/main.rs': '',
    },
    'enforced',
  ],
  [
    'only where two values of the matrix meet',
    'test',
    job(
      '    if: true\n    strategy:\n      matrix:\n        os: [a, b]\n        tag: [x, y]\n',
      "run: cargo test --workspace\n        if: matrix.os != 'a' && matrix.tag == 'y'",
    ),
    'enforced',
  ],
  [
    'where no two values of the matrix meet',
    'test',
    job(
      '    strategy:\n      matrix:\n        os: [a, b]\n        exclude: [{ os: b }]\n',
      "run: cargo test --workspace\n        if: matrix.os == 'b'",
    ),
    'vacuous',
  ],
  [
    'advisories may fail, the rest may not',
    'deny',
    job(
      "    continue-on-error: ${{ matrix.c == 'advisories' }}\n    strategy:\n      matrix:\n        c: [advisories, bans sources]\n",
      'uses: EmbarkStudios/cargo-deny-action@v2\n        with: { command: "check ${{ matrix.c }}" }',
    ),
    'partial',
  ],
  [
    'an action in a virtual machine',
    'test',
    job('', 'uses: vmactions/freebsd-vm@v1\n        with: { run: cargo test --workspace }'),
    'enforced',
  ],
  [
    'a job that needs one which never runs',
    'test',
    {
      '.github/workflows/ci.yml':
        "on: pull_request\njobs:\n  a:\n    if: github.event_name == 'push'\n    steps: [{ run: 'true' }]\n  b:\n    needs: a\n    steps: [{ run: cargo test --workspace }]\n",
    },
    'vacuous',
  ],
  [
    'a condition on what changed',
    'test',
    {
      '.github/workflows/ci.yml':
        "on: pull_request\njobs:\n  a:\n    outputs: { rust: '${{ steps.f.outputs.rust }}' }\n    steps: [{ id: f, uses: dorny/paths-filter@v3 }]\n  b:\n    needs: a\n    if: needs.a.outputs.rust == 'true'\n    steps: [{ run: cargo test --workspace }]\n",
    },
    'partial',
  ],
  [
    'an input of a reusable workflow',
    'test',
    {
      '.github/workflows/ci.yml':
        'on: pull_request\njobs:\n  a:\n    uses: ./.github/workflows/t.yml\n    with: { mode: full }\n',
      '.github/workflows/t.yml':
        "on:\n  workflow_call:\n    inputs:\n      mode: { type: string, default: none }\njobs:\n  t:\n    if: inputs.mode == 'full'\n    steps: [{ run: cargo test --workspace }]\n",
    },
    'enforced',
  ],
  [
    'the default of an input',
    'test',
    {
      '.github/workflows/ci.yml': 'on: pull_request\njobs:\n  a:\n    uses: ./.github/workflows/t.yml\n',
      '.github/workflows/t.yml':
        "on:\n  workflow_call:\n    inputs:\n      mode: { type: string, default: none }\njobs:\n  t:\n    if: inputs.mode == 'full'\n    steps: [{ run: cargo test --workspace }]\n",
    },
    'vacuous',
  ],
  [
    'arguments of a recipe',
    'clippy',
    { ...job('', 'run: just lint -D warnings'), justfile: 'lint *args:\n    cargo clippy --workspace -- {{ args }}\n' },
    'enforced',
  ],
  [
    'a recipe that sets a variable',
    'clippy',
    {
      ...job('', 'run: just lint'),
      justfile: "export RUSTFLAGS := '-D warnings'\nlint:\n    cargo clippy --workspace\n",
    },
    'enforced',
  ],
  [
    'an imported recipe runs beside the justfile',
    'test',
    {
      ...job('', 'run: just test'),
      justfile: "import 'ci/more.just'\n",
      'ci/more.just': 'test:\n    cd ink && cargo test\n    cargo test\n',
    },
    'enforced',
  ],
  [
    'a recipe of a module',
    'test',
    { ...job('', 'run: just ink test'), justfile: 'mod ink\n', 'ink/mod.just': 'test:\n    cargo test\n' },
    'partial',
  ],
  [
    'a pattern rule of make with a variable',
    'test',
    { ...job('', 'run: make test-all'), Makefile: 'ARGS_all := --workspace\ntest-%:\n\tcargo test $(ARGS_${*})\n' },
    'enforced',
  ],
  [
    'an alias of cargo',
    'clippy',
    {
      ...job('    env: { CARGO_BUILD_WARNINGS: deny }\n', 'run: cargo lint'),
      '.cargo/config.toml': '[alias]\nlint = "clippy --workspace --all-targets"\n',
    },
    'enforced',
  ],
  [
    'a script with its arguments',
    'test',
    { ...job('', 'run: ./ci.sh --workspace'), 'ci.sh': '#!/bin/sh\ncargo test "$@"\n' },
    'enforced',
  ],
  [
    'a program has no doctests',
    'doctest',
    { ...job('', 'run: cargo test'), 'ink/src/lib.rs': null, 'ink/src/main.rs': 'fn main() {}' },
    'enforced',
  ],
] as const)('%s', (_name, lane, files, wanted) => {
  expect(verdict(files, lane)).toBe(wanted);
});
