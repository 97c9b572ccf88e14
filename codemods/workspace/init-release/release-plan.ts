import type { ReleaseOutputs } from '../../../analyzers/release/outputs.ts';
import type { Distribution } from '../../../src/workspace/manifests.ts';

/** What a release of the repository brings out. */
export interface ReleasePlan {
  readonly outputs: readonly ReleaseOutputs[];
  readonly wheels: readonly Distribution[];
  /** The workflow that brings it out. */
  readonly workflow: string;
}

/** A step of a workflow that runs in a folder. */
export const stepIn = (root: string, command: string): string[] => [
  `      - run: ${command}`,
  ...(root === '' ? [] : [`        working-directory: ${JSON.stringify(root)}`]),
];

export const lockedFlag = ({ isLocked }: ReleaseOutputs): string => (isLocked ? ' --locked' : '');

export const packageFlags = (names: readonly string[]): string => names.map((name) => ` -p ${name}`).join('');
