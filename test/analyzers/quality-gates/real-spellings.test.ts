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

const verdict = (files: Readonly<Record<string, string>>, lane: string): string =>
  judgeLanes(memoryView({ ...CRATES, ...files }, { readManifests }))!.lanes.find((one) => one.lane === lane)!.verdict;

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
    'partial',
  ],
  [
    'a switch of the matrix',
    'test',
    job(matrix('        slack: [false]\n        include: [{ slack: true }]\n', 'matrix.slack'), TEST),
    'enforced',
  ],
  ['a switch that is on', 'test', job(matrix('        slack: [true]\n', 'matrix.slack'), TEST), 'partial'],
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
] as const)('%s', (_name, lane, files, wanted) => {
  expect(verdict(files, lane)).toBe(wanted);
});
