import { z } from 'zod';
import { PUBLISHES } from '../../../analyzers/release/judge-repository.ts';
import { releaseOutputs, wheels } from '../../../analyzers/release/outputs.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import type { View } from '../../../src/workspace/view.ts';
import { defineCodemod } from '../../define-codemod.ts';
import { scaffold } from '../scaffold.ts';
import { releaseWorkflow } from './release-workflow.ts';
import { runbook } from './runbook.ts';
import { verifyWorkflow } from './verify-workflow.ts';

/** Begins the way to a release: what is verified before, what brings the outputs out, and what is done when a step fails. */
export const initRelease = defineCodemod<Record<string, never>>({
  id: 'workspace/init-release',
  languages: ['rust', 'python'],
  title: 'Write the workflows that verify and publish a release, and the runbook',
  examples: [],
  options: z.strictObject({}),
  run(view) {
    const outputs = releaseOutputs(view);
    if (outputs.length === 0)
      return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: ['there is no crate here to release'] };
    const publishing = releasingWorkflow(view);
    const plan = { outputs, wheels: wheels(view), workflow: publishing ?? RELEASE };
    const { create, notes } = scaffold(view, [
      { path: '.github/workflows/release-verify.yml', text: verifyWorkflow(plan) },
      { path: RELEASE, text: releaseWorkflow(plan), unless: publishing === null ? [] : [publishing] },
      { path: 'RELEASING.md', text: runbook(plan), unless: ['docs/RELEASING.md', 'RELEASE.md', 'docs/RELEASE.md'] },
    ]);
    return { status: 'changed', changeSet: { ...EMPTY_CHANGE_SET, create }, notes };
  },
});

const RELEASE = '.github/workflows/release.yml';
const DRAFTS =
  /\bgh\s+release\s+create\b|softprops\/action-gh-release|\bdist\s+host\b|goreleaser|release-plz|maturin-action[\s\S]{0,300}?\bcommand:\s*(?:publish|upload)\b/;

/** A workflow that brings something out already: a second one would publish twice. */
const releasingWorkflow = (view: View): string | null =>
  view.files.find(
    ({ path, state }) =>
      state === 'text' &&
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      path !== RELEASE &&
      [PUBLISHES, DRAFTS].some((pattern) => pattern.test(view.text(path))),
  )?.path ?? null;
