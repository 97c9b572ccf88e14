import { lockedFlag, packageFlags, type ReleasePlan, stepIn } from './release-plan.ts';

/** What has to hold before anything is brought out; pull requests run it, and the release workflow calls it. */
export function verifyWorkflow({ outputs, wheels }: ReleasePlan): string {
  const packaged = outputs.filter(({ crates }) => crates.length > 0);
  const named = outputs.find(({ crates, programs }) => crates.length + programs.length > 0) ?? outputs[0]!;
  const first = named.programs[0]?.crate ?? named.crates.at(-1) ?? null;
  return [
    'name: release verify',
    '',
    'on:',
    '  pull_request:',
    '  workflow_call:',
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    '  build:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...outputs.flatMap((one) => stepIn(one.root, `cargo build --workspace --release${lockedFlag(one)}`)),
    '',
    '  test:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...outputs.flatMap((one) => stepIn(one.root, `cargo test --workspace${lockedFlag(one)}`)),
    ...(packaged.length === 0
      ? []
      : [
          '',
          '  package:',
          '    runs-on: ubuntu-latest',
          '    steps:',
          '      - uses: actions/checkout@v4',
          ...packaged.flatMap((one) => stepIn(one.root, `cargo package${lockedFlag(one)}${packageFlags(one.crates)}`)),
        ]),
    ...(wheels.length === 0
      ? []
      : [
          '',
          '  wheels:',
          '    runs-on: ubuntu-latest',
          '    steps:',
          '      - uses: actions/checkout@v4',
          '      - uses: actions/setup-python@v5',
          '        with:',
          "          python-version: '3.x'",
          '      - run: python -m pip install maturin',
          ...wheels.flatMap(({ dir }) => stepIn(dir, 'maturin build --release')),
        ]),
    ...(first === null ? [] : tagJob(named.root, first)),
    '',
  ].join('\n');
}

/** A tag that names another version than the manifest would bring out what nobody asked for. */
const tagJob = (root: string, crate: string): string[] => [
  '',
  '  tag:',
  "    if: github.ref_type == 'tag'",
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - uses: actions/checkout@v4',
  '      - name: The tag names the version of the manifest',
  ...(root === '' ? [] : [`        working-directory: ${JSON.stringify(root)}`]),
  '        run: |',
  `          version=$(cargo metadata --no-deps --format-version 1 | jq -r '.packages[] | select(.name == "${crate}") | .version')`,
  '          test "${GITHUB_REF_NAME#v}" = "$version"',
];
