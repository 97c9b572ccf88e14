import { changedPaths } from '../../core/change-set.ts';
import { countLines } from '../../core/lines.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { SplitResult } from '../../engine/split/split-result.ts';
import { sanitize } from '../sanitize.ts';
import { claimWords } from './claim-words.ts';
import { renderEvidence } from './evidence.ts';
import { whatWasShown } from './what-was-shown.ts';
import { whyNotProven } from './why-not-proven.ts';

/** How a split ended, in this order: outcome, files before and after, evidence by rung, what the codemod chose, what to do next. */
export function renderSplit(result: SplitResult, dryRun: boolean): string {
  if (result.outcome === 'unchanged') return renderUnchanged(result);
  if (result.outcome === 'refused') return renderRefusals(result);
  const lines = [
    ...headline(result, dryRun),
    '',
    ...fileRows(result),
    '',
    ...renderEvidence(result),
    ...leftOutRows(result),
    ...result.notes.map((note) => `note: ${sanitize(note)}`),
  ];
  if (result.receipt) lines.push('', `Receipt ${result.receipt.id}. Undo with: omni-refactor undo`);
  else if (result.outcome === 'not-proven') lines.push('', ...whyNotProven(result));
  return `${lines.join('\n')}\n`;
}

function renderUnchanged(result: SplitResult): string {
  const idle = result.leftOut.filter(({ outcome }) => outcome === 'not-worth');
  const others = leftOutRows({ ...result, leftOut: result.leftOut.filter((one) => !idle.includes(one)) });
  if (idle.length > 0)
    return `${[...idle.map(({ path, why }) => `Not worth it: ${sanitize(path)}: ${sanitize(why)}.`), 'Nothing to do. To split it all the same: --anyway', ...others].join('\n')}\n`;
  const why = result.plans.length > 0 ? 'the plan moves nothing out of the file' : 'the file has nothing of that kind';
  return `${[`Nothing to do: ${why}.`, ...others].join('\n')}\n`;
}

const ENDS = { refused: 'refused', 'not-proven': 'not proven, ', 'not-worth': 'not worth it, ' } as const;

function headline(result: SplitResult, dryRun: boolean): string[] {
  const asked = result.asked.join('+');
  if (result.outcome === 'not-proven') return [`NOT PROVEN by ${asked}: nothing was written.`];
  const end = dryRun ? ' (dry run: nothing was written).' : ', and written.';
  return [`PROVEN by ${asked}${end}`, `Shown: ${whatWasShown(result)}.`];
}

/** Files that the others went on without; a refusal with all of its places. */
const leftOutRows = ({ leftOut, before }: SplitResult): string[] =>
  leftOut.flatMap(({ path, outcome, why, refusals }) => [
    `left out ${sanitize(path)}: ${ENDS[outcome]}${outcome === 'refused' ? '' : sanitize(why)}`,
    ...refusals.flatMap((refusal) => refusalRow(refusal, before).split('\n')).map((row) => `  ${row}`),
  ]);

/** Files with their lines; for those that no rung covers, what does. */
function fileRows({ before, after, changeSets, decision }: SplitResult): string[] {
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
  const claims = new Map(decision.claims.map((claim) => [claim.path, claim]));
  return paths.map((path) => {
    const row = `  ${sanitize(path).padEnd(width)}  ${size(before, path)} -> ${size(after, path)} lines`;
    const claim = claims.get(path);
    return claim === undefined || claim.by === 'rungs' ? row : `${row}  ${claimWords(claim)}`;
  });
}

const size = (view: SplitResult['before'], path: string): string =>
  (view.file(path)?.state === 'text' ? String(countLines(view.text(path))) : '-').padStart(5);

const renderRefusals = ({ refusals, before }: SplitResult): string =>
  `REFUSED: nothing was written.\n\n${refusals.map((refusal) => refusalRow(refusal, before)).join('\n')}\n`;

function refusalRow({ hazard, path, start, why, whatToDo }: Refusal, before: SplitResult['before']): string {
  const line = before.file(path)?.state === 'text' ? before.text(path).slice(0, start).split('\n').length : 1;
  return `${hazard} ${sanitize(path)}:${line}\n  why: ${sanitize(why)}\n  do:  ${sanitize(whatToDo)}`;
}
