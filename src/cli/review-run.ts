import { cancelled } from '../core/cancelled.ts';
import { RefactorError } from '../core/errors.ts';
import type { RunResult } from '../core/run-result.ts';
import { changeSetOf, editsToReview, type ReviewedEdit, takenOnly } from '../engine/run/review-edits.ts';
import { sanitize, sanitizeLines } from '../report/sanitize.ts';
import { renderDiff } from '../report/split/diff.ts';
import { isTooSmall } from '../tui/state/too-small.ts';
import type { View } from '../workspace/view.ts';
import { type Io, wantsColor } from './io.ts';

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

const QUESTION =
  'Take this edit? y yes, n no, f and s: all or none of its file from here, a and q: all or none from here ';

/**
 * Asks for every edit: in a screen, or line by line on stderr where the terminal has no room for one. Nothing is written by it.
 * Throws RefactorError `cancelled` on Ctrl-C.
 */
export async function reviewRun(io: Io, view: View, result: RunResult): Promise<RunResult> {
  const asked = editsToReview(view, result.changeSet);
  const { terminal } = io;
  const isShown =
    terminal !== undefined &&
    asked.length > 0 &&
    !isTooSmall({ columns: terminal.output.columns || 80, rows: terminal.output.rows || 24 });
  const taken = isShown
    ? await askOnScreen(io, terminal, view, { result, asked })
    : await askByLine(io, view, result, asked);
  return takenOnly(view, result, taken);
}

/** Throws RefactorError `cancelled`. */
async function askOnScreen(
  io: Io,
  terminal: NonNullable<Io['terminal']>,
  view: View,
  { result, asked }: { readonly result: RunResult; readonly asked: readonly ReviewedEdit[] },
): Promise<readonly ReviewedEdit[]> {
  const [{ openReview }, { diffLines }] = await Promise.all([
    import('../tui/review/open-review.ts'),
    import('../tui/engine/diff-lines.ts'),
  ]);
  const made = new Map<number, ReturnType<typeof diffLines>>();
  const diffOf = (index: number): ReturnType<typeof diffLines> => {
    const known = made.get(index);
    if (known) return known;
    const edit = asked[index]!;
    const set = changeSetOf(result.changeSet, edit);
    const lines = diffLines(view, view.overlay(set), [set]);
    // The title of the pane names the file; where it goes stands above the diff.
    const shown = edit.movedTo === null ? lines.slice(1) : lines;
    made.set(index, shown);
    return shown;
  };
  const colour = wantsColor(io, io.stderr);
  const { ended, answers } = await openReview({ ...terminal, colour }, asked, diffOf, io.signal);
  if (ended === 'cancelled') throw cancelled();
  return ended === 'quit' ? [] : asked.filter((_, i) => answers[i] === 'taken');
}

async function askByLine(
  io: Io,
  view: View,
  result: RunResult,
  asked: readonly ReviewedEdit[],
): Promise<readonly ReviewedEdit[]> {
  const taken: ReviewedEdit[] = [];
  for (let i = 0; i < asked.length; ) {
    const edit = asked[i]!;
    const set = changeSetOf(result.changeSet, edit);
    const diff = sanitizeLines(renderDiff(view, view.overlay(set), [set]));
    io.stderr.write(`\n${i + 1} of ${asked.length}  ${sanitize(edit.path)}:${edit.line}\n${diff}${QUESTION}`);
    const key = await answerOf(io);
    io.stderr.write(`${key}\n`);
    const { takes, upTo } = ANSWERS[key];
    const end = upTo(asked, i);
    if (takes) taken.push(...asked.slice(i, end));
    i = end;
  }
  return taken;
}

interface Answer {
  readonly takes: boolean;
  /** Behind the last edit that the answer is for. */
  readonly upTo: (asked: readonly ReviewedEdit[], index: number) => number;
}

const one: Answer['upTo'] = (_, index) => index + 1;
const all: Answer['upTo'] = ({ length }) => length;
const ofFile: Answer['upTo'] = (asked, index) => {
  const end = asked.findIndex(({ path }, i) => i > index && path !== asked[index]!.path);
  return end === -1 ? asked.length : end;
};

const ANSWERS = {
  y: { takes: true, upTo: one },
  n: { takes: false, upTo: one },
  f: { takes: true, upTo: ofFile },
  s: { takes: false, upTo: ofFile },
  a: { takes: true, upTo: all },
  q: { takes: false, upTo: all },
} satisfies Readonly<Record<string, Answer>>;

const isAnswer = (key: string): key is keyof typeof ANSWERS => Object.hasOwn(ANSWERS, key);

/** Other keys mean nothing. */
async function answerOf(io: Io): Promise<keyof typeof ANSWERS> {
  for (;;) {
    const key = (await io.nextKey!(io.signal)).toLowerCase();
    if (isAnswer(key)) return key;
  }
}
