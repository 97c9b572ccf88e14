import { parseDocument } from 'yaml';
import type { LaneState } from '../../../analyzers/quality-gates/judge-lanes.ts';
import { GROUP_OF, LANE_GROUPS, laneCommand, rootsFor } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';
import type { View } from '../../../src/workspace/view.ts';

export const GITLAB_FILE = '.gitlab-ci.yml';

/** Whether GitLab runs the pipelines of the repository: its file or folder is there, and no workflow of GitHub. */
export const isGitlab = (view: View): boolean =>
  view.files.some(({ path }) => path === GITLAB_FILE || path.startsWith('.gitlab/')) &&
  !view.files.some(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path));

/** A pipeline that jobs can be added to, or why they cannot. */
export type Standing =
  | { readonly kind: 'open'; readonly stage: string | null; readonly names: ReadonlySet<string> }
  | { readonly kind: 'closed'; readonly why: string };

/** What stands in the file, as far as new jobs have to fit in: its stages and the names that are taken. */
export function standingIn(text: string): Standing {
  const document = parseDocument(text, { merge: true, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return { kind: 'closed', why: error.message.split('\n')[0]! };
  const table: unknown = document.toJSON() ?? {};
  if (typeof table !== 'object' || table === null || Array.isArray(table))
    return { kind: 'closed', why: 'it is not a map' };
  const stages: unknown = (table as { readonly stages?: unknown }).stages;
  const names = Array.isArray(stages) ? stages.filter((one): one is string => typeof one === 'string') : ['test'];
  const fitting =
    names.find((one) => one === 'test') ?? names.find((one) => /test|check|lint|verify|quality/i.test(one));
  return { kind: 'open', stage: fitting ?? names[0] ?? null, names: new Set(Object.keys(table)) };
}

/** Jobs that hold merge requests to lanes, and one that shows their states at a glance. Ends with a newline. */
export function gitlabJobs(
  view: View,
  lanes: readonly Lane[],
  enforced: readonly LaneState[],
  { stage, names }: Extract<Standing, { kind: 'open' }>,
): string {
  const nameOf = (wanted: string): string => (names.has(wanted) ? nameOf(`${wanted}-here`) : wanted);
  const base = nameOf('.quality-gate');
  const jobs = lanes.map((lane) => ({ lane, name: nameOf(`gate-${lane}`) }));
  return [
    `${base}:`,
    '  image: rust:latest',
    '  interruptible: true',
    '  rules:',
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    '',
    ...jobs.flatMap(({ lane, name }) => [...jobOf(view, lane, name, base, stage), '']),
    ...summaryJob(nameOf('gates'), base, jobs, enforced),
    '',
  ].join('\n');
}

/** What the image lacks for a lane. */
const TOOLS: Readonly<Record<Lane, readonly string[]>> = {
  clippy: ['rustup component add clippy'],
  fmt: ['rustup component add rustfmt'],
  nextest: ['cargo install --locked cargo-nextest'],
  test: [],
  doctest: [],
  deny: ['cargo install --locked cargo-deny'],
  audit: ['cargo install --locked cargo-audit'],
};

function jobOf(view: View, lane: Lane, name: string, base: string, stage: string | null): string[] {
  const command = laneCommand(view, lane).join(' ');
  const commands = rootsFor(view, lane).flatMap((root) => {
    const before = lane === 'audit' && !hasLock(view, root) ? ['cargo generate-lockfile'] : [];
    return [...before, command].map((one) => (root === '' ? one : `(cd '${root}' && ${one})`));
  });
  const row = `| ${GROUP_OF[lane]} | ${lane} | $CI_JOB_STATUS |`;
  return [
    `${name}:`,
    `  extends: ${base}`,
    ...(stage === null ? [] : [`  stage: ${JSON.stringify(stage)}`]),
    `  before_script: ${JSON.stringify(TOOLS[lane])}`,
    '  script:',
    ...commands.map((one) => `    - ${one}`),
    '  after_script:',
    `    - mkdir -p gates && echo "${row}" > gates/${lane}.md`,
    '  artifacts:',
    '    when: always',
    '    paths: [gates/]',
  ];
}

const hasLock = (view: View, root: string): boolean =>
  view.file(root === '' ? 'Cargo.lock' : `${root}/Cargo.lock`) !== undefined;

/** Runs whatever the lanes came to; a merge request shows its table by a link. */
function summaryJob(
  name: string,
  base: string,
  jobs: readonly { readonly lane: Lane; readonly name: string }[],
  enforced: readonly LaneState[],
): string[] {
  const ordered = LANE_GROUPS.flatMap((group) => jobs.filter(({ lane }) => GROUP_OF[lane] === group));
  const elsewhere = enforced.map(
    ({ lane, place }) => `| ${GROUP_OF[lane]} | ${lane} | ${place === null ? 'elsewhere' : `in ${place.path}`} |`,
  );
  return [
    `${name}:`,
    `  extends: ${base}`,
    '  stage: .post',
    '  before_script: []',
    '  needs:',
    ...jobs.map((one) => `    - job: ${one.name}`),
    '  rules:',
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    '      when: always',
    '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    '      when: always',
    '  script:',
    '    - |',
    '      {',
    "        echo '| | gate | state |'",
    "        echo '| --- | --- | --- |'",
    ...ordered.map(
      ({ lane }) => `        cat gates/${lane}.md || echo '| ${GROUP_OF[lane]} | ${lane} | did not run |'`,
    ),
    ...elsewhere.map((row) => `        echo '${row}'`),
    '      } | tee gates.md',
    '  artifacts:',
    '    expose_as: quality gates',
    '    paths: [gates.md]',
  ];
}
