import { runsCheckInCi } from '../../../analyzers/status/workspace-guardrails.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Whether the workspace has ceilings that no file of CI holds anybody to. */
export const lacksCheck = (view: View): boolean => {
  const { fileLines, functionCognitive, moduleLines } = view.config.budget;
  return [fileLines, functionCognitive, moduleLines].some((limit) => limit !== null) && !runsCheckInCi(view);
};

/** A lost configuration would pass unseen without `--strict`. */
const COMMAND = 'npx --yes omni-refactor check --strict';

/** A workflow of its own: it needs Node alone, and no lane. Ends with a newline. */
export const CEILINGS_WORKFLOW = `name: ceilings

on:
  pull_request:
  merge_group:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  ceilings:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${COMMAND} --format github
`;

/** The same as a job of GitLab. @param stage null: the default one. Ends with a newline */
export const ceilingsJob = (name: string, stage: string | null): string =>
  [
    `${name}:`,
    '  image: node:22',
    ...(stage === null ? [] : [`  stage: ${JSON.stringify(stage)}`]),
    '  rules:',
    '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    '    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
    '  script:',
    `    - ${COMMAND}`,
    '',
  ].join('\n');
