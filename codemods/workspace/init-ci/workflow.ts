import type { LaneState } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { GROUP_OF, LANE_GROUPS, laneCommand, rootsFor } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import type { View } from '../../../src/workspace/view.ts';

/** A workflow that holds pull requests to lanes, one job each, and a job that tells the states at a glance. Ends with a newline. */
export function workflow(view: View, lanes: readonly Lane[], enforced: readonly LaneState[]): string {
  const isWatching = lanes.some((lane) => GROUP_OF[lane] === 'security');
  return [
    'name: quality gates',
    '',
    'on:',
    '  pull_request:',
    '  merge_group:',
    '  push:',
    '    branches: [main, master]',
    ...(isWatching ? ['  # Advisories come without a change here.', '  schedule:', "    - cron: '17 5 * * 1'"] : []),
    '',
    'permissions:',
    '  contents: read',
    '',
    'env:',
    '  CARGO_TERM_COLOR: always',
    '',
    'jobs:',
    ...lanes.flatMap((lane) => [...jobOf(view, lane), '']),
    ...summaryJob(lanes, enforced),
    '',
  ].join('\n');
}

/** What a runner lacks for a lane. */
const TOOLS: Readonly<Record<Lane, readonly string[]>> = {
  clippy: ['      - run: rustup component add clippy'],
  fmt: ['      - run: rustup component add rustfmt'],
  nextest: installed('nextest'),
  test: [],
  doctest: [],
  deny: installed('cargo-deny'),
  audit: installed('cargo-audit'),
};

function installed(tool: string): string[] {
  return ['      - uses: taiki-e/install-action@v2', '        with:', `          tool: ${tool}`];
}

function jobOf(view: View, lane: Lane): string[] {
  const command = laneCommand(view, lane).join(' ');
  return [
    `  ${lane}:`,
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...TOOLS[lane],
    ...rootsFor(view, lane).flatMap((root) => [
      ...(lane === 'audit' && !hasLock(view, root) ? stepOf('cargo generate-lockfile', root) : []),
      ...stepOf(command, root),
    ]),
  ];
}

const stepOf = (command: string, root: string): string[] => [
  `      - run: ${command}`,
  ...(root === '' ? [] : [`        working-directory: ${JSON.stringify(root)}`]),
];

const hasLock = (view: View, root: string): boolean =>
  view.file(root === '' ? 'Cargo.lock' : `${root}/Cargo.lock`) !== undefined;

/** Runs whatever the lanes came to, and fails with them: the one check that a branch rule has to require. */
function summaryJob(lanes: readonly Lane[], enforced: readonly LaneState[]): string[] {
  const rows = LANE_GROUPS.flatMap((group) => [
    ...lanes.filter((lane) => GROUP_OF[lane] === group).map((lane) => rowOf(group, lane, `$${variableOf(lane)}`)),
    ...enforced
      .filter(({ lane }) => GROUP_OF[lane] === group)
      .map(({ lane, place }) => rowOf(group, lane, place === null ? 'elsewhere' : `in ${place.path}`)),
  ]);
  return [
    '  gates:',
    '    name: lint, test and security',
    '    if: always()',
    `    needs: [${lanes.join(', ')}]`,
    '    runs-on: ubuntu-latest',
    '    env:',
    ...lanes.map((lane) => `      ${variableOf(lane)}: \${{ needs.${lane}.result }}`),
    '    steps:',
    '      - name: Tell the states at a glance',
    '        run: |',
    '          {',
    "            echo '| | gate | state |'",
    "            echo '| --- | --- | --- |'",
    ...rows.map((row) => `            echo "${row}"`),
    '          } >> "$GITHUB_STEP_SUMMARY"',
    '      - name: Fail where a gate did',
    '        run: |',
    ...lanes.map((lane) => `          test "$${variableOf(lane)}" = success`),
  ];
}

const rowOf = (group: string, lane: Lane, state: string): string => `| ${group} | ${lane} | ${state} |`;

const variableOf = (lane: Lane): string => lane.toUpperCase();
