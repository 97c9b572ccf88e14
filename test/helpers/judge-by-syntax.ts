import { NOTHING_ACCEPTED } from '../../src/core/evidence.ts';
import { SILENT } from '../../src/core/progress.ts';
import type { Decision } from '../../src/core/verdict.ts';
import { wayBetween } from '../../src/engine/move/way-between.ts';
import { proveSteps } from '../../src/engine/prove/prove-steps.ts';
import { changesBetween } from '../../src/engine/verdict/changes-between.ts';
import { claimPaths } from '../../src/engine/verdict/claim-paths.ts';
import { decide } from '../../src/engine/verdict/decide.ts';
import { readManifests } from '../../src/workspace/read-manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { memoryView } from './memory-view.ts';

const CARGO = '[package]\nname = "case"\nversion = "0.1.0"\nedition = "2021"\n';

/** The files of a case as a workspace. */
export const caseView = (language: string, files: Readonly<Record<string, string>>): View =>
  memoryView({ ...(language === 'rust' ? { 'Cargo.toml': CARGO } : {}), ...files }, { readManifests });

/** What `verify` says by S alone of a change, whoever made it. */
export async function judgeBySyntax(before: View, after: View): Promise<Decision> {
  const asked = ['S'] as const;
  const evidence = await proveSteps(wayBetween(before, after), {
    before,
    after,
    asked,
    accepts: NOTHING_ACCEPTED,
    testCommand: null,
    stage: null,
    onProgress: SILENT,
    signal: new AbortController().signal,
  });
  return decide(claimPaths(before, after, changesBetween(before, after)), evidence, asked, NOTHING_ACCEPTED);
}
