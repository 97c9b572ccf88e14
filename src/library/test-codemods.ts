import { resolve } from 'node:path';
import type { CaseResult } from '../core/case-result.ts';
import { testSuites } from '../engine/run/codemod-cases/test-suites.ts';

/**
 * Runs the cases of every codemod below a folder, as `omni-refactor test FOLDER` does. Executes the codemods; writes nothing.
 * Throws RefactorError `codemod-not-loaded`, `case-not-read`, `cancelled`.
 * @returns a result for each case; paths are from the folder
 */
export async function testCodemods(
  folder: string,
  options: { readonly timeLimit?: number; readonly signal?: AbortSignal } = {},
): Promise<readonly CaseResult[]> {
  const root = resolve(folder);
  const tested = await testSuites({
    root,
    folder: root,
    mayExecute: true,
    threads: 1,
    timeLimit: options.timeLimit ?? 20_000,
    onPrint: () => {},
    signal: options.signal ?? new AbortController().signal,
  });
  return tested.map(({ result }) => result);
}
