import type { SplitResult } from '../../engine/split/split-result.ts';
import { reportJson } from '../report-json.ts';
import { renderDiff } from './diff.ts';

/** `split --json`: outcome, plan, change sets with the provenance of every byte, evidence, and the receipt's id if it was written. */
export function splitJson(result: SplitResult): string {
  const { outcome, plans, refusals, leftOut, notes, changeSets, asked, evidence, decision } = result;
  const diff = changeSets.length > 0 ? renderDiff(result.before, result.after, changeSets) : '';
  const receipt = result.receipt?.id ?? null;
  const { claims, gaps, accepted } = decision;
  const judged = { claims, gaps, accepted };
  const fields = { outcome, asked, refusals, leftOut, notes, plans, changeSets, evidence, ...judged, receipt, diff };
  return reportJson({ schemaVersion: 1, kind: 'split', ...fields });
}
