import { RefactorError } from '../core/errors.ts';
import type { RunResult } from '../core/run-result.ts';
import { changeSetOf, editsToReview, type ReviewedEdit, takenOnly } from '../engine/run/review-edits.ts';
import { sanitize, sanitizeLines } from '../report/sanitize.ts';
import { renderDiff } from '../report/split/diff.ts';
import type { View } from '../workspace/view.ts';
import type { Io } from './io.ts';

/** Throws RefactorError `usage` where nobody can answer. */
export function requireTerminal(io: Io): void {
  if (io.nextKey !== undefined && io.stderr.isTTY) return;
  throw new RefactorError({
    code: 'usage',
    what: '--review asks for every edit, and there is nobody to ask',
    why: 'input or error output is no terminal',
    whatToDo: 'Run it on a terminal, or see the edits by --dry-run --diff.',
  });
}

const QUESTION = 'Take this edit? y yes, n no, a this and all behind it, q none of those behind it ';

/** Shows every edit with its diff on stderr, and asks. Nothing is written by it. Throws RefactorError `cancelled` on Ctrl-C. */
export async function reviewRun(io: Io, view: View, result: RunResult): Promise<RunResult> {
  const asked = editsToReview(view, result.changeSet);
  const taken: ReviewedEdit[] = [];
  for (const [i, edit] of asked.entries()) {
    const set = changeSetOf(result.changeSet, edit);
    const diff = sanitizeLines(renderDiff(view, view.overlay(set), [set]));
    io.stderr.write(`\n${i + 1} of ${asked.length}  ${sanitize(edit.path)}:${edit.line}\n${diff}${QUESTION}`);
    const key = await answerOf(io);
    io.stderr.write(`${key}\n`);
    if (key === 'y') taken.push(edit);
    if (key === 'a') taken.push(...asked.slice(i));
    if (key === 'a' || key === 'q') break;
  }
  return takenOnly(view, result, taken);
}

type Answer = 'y' | 'n' | 'a' | 'q';

const isAnswer = (key: string): key is Answer => key.length === 1 && 'ynaq'.includes(key);

/** Other keys mean nothing. */
async function answerOf(io: Io): Promise<Answer> {
  for (;;) {
    const key = (await io.nextKey!(io.signal)).toLowerCase();
    if (isAnswer(key)) return key;
  }
}
