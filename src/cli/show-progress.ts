import { type OnProgress, type Phase, SILENT } from '../core/progress.ts';
import { sanitize } from '../report/sanitize.ts';
import type { Io } from './io.ts';

const WORDS: Readonly<Record<Phase, string>> = {
  discover: 'Finding files',
  facts: 'Reading files',
  history: 'Reading history',
  analyze: 'Analysing',
  plan: 'Planning',
  run: 'Running codemods',
  stage: 'Copying to the staging area',
  baseline: 'Building the state before',
  prove: 'Proving',
  write: 'Writing',
  undo: 'Undoing',
};

export interface Progress {
  readonly onProgress: OnProgress;
  /** Wipes the line; call it before anything else is printed. */
  readonly clear: () => void;
}

const looksOn = ({ onProgress, stderr, env, verbose, quiet }: Io): boolean =>
  onProgress === undefined && stderr.isTTY && env.TERM !== 'dumb' && !verbose && !quiet;

/** One line on stderr, rewritten at most ten times a second; where stderr is not a terminal, a line for each step that takes long. */
export function showProgress(io: Io): Progress {
  const note: OnProgress = (event) => {
    if (event.type === 'note') io.stderr.write(`${sanitize(event.text)}\n`);
  };
  if (!looksOn(io)) return { onProgress: unpainted(io, note), clear: () => {} };
  let painted = false;
  let last = 0;
  const paint = (text: string): void => {
    const width = Math.max(20, (io.stderr.columns ?? 80) - 1);
    io.stderr.write(`\r\u001B[2K${text.slice(0, width)}`);
    painted = true;
  };
  const clear = (): void => {
    if (painted) io.stderr.write('\r\u001B[2K');
    painted = false;
  };
  return {
    onProgress: (event) => {
      if (event.type === 'note') {
        clear();
        note(event);
      } else if (event.type === 'phase') paint(`${WORDS[event.phase]} …`);
      else if (event.type === 'command') paint(`$ ${sanitize(event.command.join(' '))}`);
      else if (event.type === 'step') {
        const now = Date.now();
        if (now - last < 100 && event.done < event.total) return;
        last = now;
        paint(`${WORDS[event.phase]} ${event.done}/${event.total}`);
      }
    },
    clear,
  };
}

const unpainted = (io: Io, note: OnProgress): OnProgress => io.onProgress ?? (io.quiet ? SILENT : stepLines(io, note));

const LONGEST = 200;

/** Copies, and every program that is run for a proof: a log shows what a run of minutes is at. */
const stepLines =
  (io: Io, note: OnProgress): OnProgress =>
  (event) => {
    note(event);
    if (event.type === 'phase' && event.phase === 'stage') io.stderr.write(`${WORDS.stage} …\n`);
    if (event.type !== 'command') return;
    const where = event.cwd === '.' || event.cwd === '' ? '' : `  (in ${sanitize(event.cwd)})`;
    const typed = sanitize(event.command.join(' '));
    io.stderr.write(`$ ${typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed}${where}\n`);
  };
