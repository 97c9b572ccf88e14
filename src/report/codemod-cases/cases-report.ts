import { createTwoFilesPatch } from 'diff';
import type { CaseFile, CaseResult } from '../../core/case-result.ts';
import { reportJson } from '../report-json.ts';
import { sanitize, sanitizeLines } from '../sanitize.ts';

const countOf = (cases: readonly CaseResult[], status: CaseResult['status']): number =>
  cases.filter((each) => each.status === status).length;

/** As `schemas/test.schema.json` says. @param receipt of --update */
export const casesJson = (cases: readonly CaseResult[], receipt: string | null): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'test',
    receipt,
    counts: {
      passed: countOf(cases, 'passed'),
      failed: countOf(cases, 'failed'),
      updated: countOf(cases, 'updated'),
      notRun: countOf(cases, 'not-run'),
    },
    cases: cases.map(({ path, codemod, status, why, files }) => ({ path, codemod, status, why, files: [...files] })),
  });

/** Each case on a line; of one that failed, what was expected (-) against what was made (+). */
export function renderCases(cases: readonly CaseResult[], receipt: string | null): string {
  const lines = cases.map(
    ({ path, status, why, files }) =>
      `${status.padEnd(8)} ${sanitize(path)}${why === null ? '' : `: ${sanitize(why)}`}\n${status === 'failed' ? files.map(diffOf).join('') : ''}`,
  );
  const counts = (['passed', 'failed', 'updated', 'not-run'] as const)
    .map((status) => [countOf(cases, status), status] as const)
    .filter(([count]) => count > 0)
    .map(([count, status]) => `${count} ${status}`);
  const written = receipt === null ? '' : ` Receipt ${receipt}. Undo with: omni-refactor undo`;
  return `${lines.join('')}${cases.length} cases: ${counts.join(', ')}.${written}\n`;
}

function diffOf({ path, expected, actual }: CaseFile): string {
  if (expected === null || actual === null)
    return `  ${sanitize(path)} ${expected === null ? 'was made, and is not expected' : 'is expected, and was not made'}\n`;
  const patch = createTwoFilesPatch(`expected/${path}`, `actual/${path}`, expected, actual, undefined, undefined, {
    context: 2,
  });
  const shown = sanitizeLines(patch.replace(/^=+\n/, ''));
  return shown.replace(/^(?=.)/gm, '  ');
}
