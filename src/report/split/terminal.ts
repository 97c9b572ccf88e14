import { changedPaths } from '../../core/change-set.ts';
import { countLines } from '../../core/lines.ts';
import type { SplitResult } from '../../engine/split/split-result.ts';
import { sanitize } from '../sanitize.ts';
import { renderEvidence, whyNotProven } from './evidence.ts';

/** How a split ended, in this order: outcome, files before and after, evidence by rung, what the codemod chose, what to do next. */
export function renderSplit(result: SplitResult, dryRun: boolean): string {
  if (result.outcome === 'unchanged') return 'Nothing to do: the plan moves nothing out of the file.\n';
  if (result.outcome === 'refused') return renderRefusals(result);
  const lines = [
    headline(result, dryRun),
    '',
    ...fileRows(result),
    '',
    ...renderEvidence(result),
    ...result.notes.map((note) => `note: ${sanitize(note)}`),
  ];
  if (result.receipt) lines.push('', `Receipt ${result.receipt.id}. Take it back with: omni-refactor undo`);
  else if (result.outcome === 'not-proven') lines.push('', ...whyNotProven(result));
  return `${lines.join('\n')}\n`;
}

function headline(result: SplitResult, dryRun: boolean): string {
  const asked = result.asked.join('+');
  if (result.outcome === 'not-proven') return `NOT PROVEN by ${asked}: nothing was written.`;
  return dryRun ? `PROVEN by ${asked} (dry run: nothing was written).` : `PROVEN by ${asked}, and written.`;
}

function fileRows({ before, after, changeSets }: SplitResult): string[] {
  const paths = [
    ...new Set(
      changeSets.flatMap((set) => [
        ...changedPaths(set),
        ...set.move.map(({ from }) => from),
        ...set.delete.map(({ path }) => path),
      ]),
    ),
  ].sort();
  const width = Math.max(...paths.map((path) => path.length));
  return paths.map((path) => `  ${sanitize(path).padEnd(width)}  ${size(before, path)} -> ${size(after, path)} lines`);
}

const size = (view: SplitResult['before'], path: string): string =>
  (view.file(path)?.state === 'text' ? String(countLines(view.text(path))) : '-').padStart(5);

function renderRefusals({ refusals, before }: SplitResult): string {
  const rows = refusals.map(({ hazard, path, start, why, whatToDo }) => {
    const line = before.file(path)?.state === 'text' ? before.text(path).slice(0, start).split('\n').length : 1;
    return `${hazard} ${sanitize(path)}:${line}\n  why: ${sanitize(why)}\n  do:  ${sanitize(whatToDo)}`;
  });
  return `REFUSED: nothing was written.\n\n${rows.join('\n')}\n`;
}
