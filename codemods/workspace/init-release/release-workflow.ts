import type { ReleaseOutputs } from '../../../analyzers/release/outputs.ts';
import { lockedFlag, packageFlags, type ReleasePlan, stepIn } from './release-plan.ts';

/** Runs on a tag: verifies, builds the programs, drafts a release with their sums, and publishes crates where a person lets it. */
export function releaseWorkflow({ outputs }: ReleasePlan): string {
  const programs = outputs.filter((one) => one.programs.length > 0);
  const crates = outputs.filter((one) => one.crates.length > 0);
  return [
    'name: release',
    '',
    'on:',
    '  push:',
    "    tags: ['v[0-9]+.[0-9]+.[0-9]+*']",
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    '  verify:',
    '    uses: ./.github/workflows/release-verify.yml',
    '',
    ...(programs.length === 0 ? [] : buildJob(programs)),
    ...draftJob(programs.length > 0),
    ...(crates.length === 0 ? [] : publishJob(crates)),
  ].join('\n');
}

const TARGETS = [
  ['ubuntu-latest', 'x86_64-unknown-linux-gnu'],
  ['ubuntu-24.04-arm', 'aarch64-unknown-linux-gnu'],
  ['macos-latest', 'aarch64-apple-darwin'],
  ['windows-latest', 'x86_64-pc-windows-msvc'],
] as const;

function buildJob(outputs: readonly ReleaseOutputs[]): string[] {
  return [
    '  build:',
    '    needs: verify',
    '    strategy:',
    '      matrix:',
    '        include:',
    ...TARGETS.flatMap(([os, target]) => [`          - os: ${os}`, `            target: ${target}`]),
    '    runs-on: ${{ matrix.os }}',
    '    steps:',
    '      - uses: actions/checkout@v4',
    '      - run: rustup target add ${{ matrix.target }}',
    ...outputs.flatMap((one) => {
      const packages = [...new Set(one.programs.map(({ crate }) => crate))];
      return stepIn(
        one.root,
        `cargo build --release${lockedFlag(one)} --bins${packageFlags(packages)} --target \${{ matrix.target }}`,
      );
    }),
    '      - name: Pack the programs',
    '        shell: bash',
    '        run: |',
    '          mkdir -p dist/pack',
    '          suffix=""',
    '          if [ "$RUNNER_OS" = Windows ]; then suffix=.exe; fi',
    ...outputs.flatMap(({ root, programs }) =>
      programs.map(
        ({ name }) =>
          `          cp "${root === '' ? '' : `${root}/`}target/\${{ matrix.target }}/release/${name}$suffix" dist/pack/`,
      ),
    ),
    '          tar -C dist/pack -czf "dist/${{ github.event.repository.name }}-${{ matrix.target }}.tar.gz" .',
    '      - uses: actions/upload-artifact@v4',
    '        with:',
    '          name: ${{ matrix.target }}',
    '          path: dist/*.tar.gz',
    '          if-no-files-found: error',
    '',
  ];
}

const draftJob = (hasPrograms: boolean): string[] => [
  '  draft:',
  `    needs: [verify${hasPrograms ? ', build' : ''}]`,
  '    runs-on: ubuntu-latest',
  '    permissions:',
  '      contents: write',
  '    env:',
  '      GH_TOKEN: ${{ github.token }}',
  '    steps:',
  '      - uses: actions/checkout@v4',
  ...(hasPrograms
    ? [
        '      - uses: actions/download-artifact@v4',
        '        with:',
        '          path: dist',
        '          merge-multiple: true',
        '      - run: cd dist && sha256sum -- *.tar.gz > SHA256SUMS',
      ]
    : []),
  `      - run: gh release create "$GITHUB_REF_NAME" --draft --verify-tag --generate-notes${hasPrograms ? ' dist/*' : ''}`,
  '',
];

const publishJob = (outputs: readonly ReleaseOutputs[]): string[] => [
  '  publish:',
  '    needs: [verify, draft]',
  '    # Its reviewers let it go on: a published version can be yanked, never replaced.',
  '    environment: crates-io',
  '    runs-on: ubuntu-latest',
  '    env:',
  '      CARGO_REGISTRY_TOKEN: ${{ secrets.CARGO_REGISTRY_TOKEN }}',
  '    steps:',
  '      - uses: actions/checkout@v4',
  ...outputs.flatMap((one) => stepIn(one.root, `cargo publish${lockedFlag(one)}${packageFlags(one.crates)}`)),
  '',
];
