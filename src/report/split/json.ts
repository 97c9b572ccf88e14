import type { SplitResult } from '../../engine/split/split-result.ts';
import { renderDiff } from './diff.ts';

/** `split --json`: outcome, plan, change sets with the provenance of every byte, evidence, and the receipt's id if it was written. */
export function splitJson(result: SplitResult): string {
  const { outcome, plans, refusals, notes, changeSets, asked, evidence, receipt } = result;
  const diff = changeSets.length > 0 ? renderDiff(result.before, result.after, changeSets) : '';
  return `${JSON.stringify({ schemaVersion: 1, outcome, asked, refusals, notes, plans, changeSets, evidence, receipt: receipt?.id ?? null, diff }, null, 2)}\n`;
}
