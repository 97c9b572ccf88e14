import { type OnProgress, type Phase, SILENT } from '../core/progress.ts';
import type { StepTimes } from '../engine/prove/step-times.ts';
import { sanitize } from '../report/sanitize.ts';
import { countSteps, type StepCount } from './count-steps.ts';
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
  /** The proof came to its end: what its programs took is kept for the estimate of the next. */
  readonly ended: () => void;
}

const looksOn = ({ onProgress, stderr, env, verbose, quiet }: Io): boolean =>
  onProgress === undefined && stderr.isTTY && env.TERM !== 'dumb' && !verbose && !quiet;

/**
 * One line on stderr, rewritten at most ten times a second; where stderr is not a terminal, a line for each step that takes long.
 * @param times of earlier proofs of the same; absent where no proof is shown
 */
export function showProgress(io: Io, times: StepTimes | null = null): Progress {
  const count = countSteps(times?.earlier ?? []);
  const ended = (): void => {
    count.end(Date.now());
    if (count.steps().length > 0) times?.keep(count.steps());
  };
  if (looksOn(io)) return { ...painted(io, count), ended };
  const onProgress = io.onProgress ?? (io.quiet ? SILENT : stepLines(io, count));
  return { onProgress, clear: () => {}, ended };
}

const note =
  ({ stderr }: Io): OnProgress =>
  (event) => {
    if (event.type === 'note') stderr.write(`${sanitize(event.text)}\n`);
  };

const TICK_MS = 1_000;

function painted(io: Io, count: StepCount): Pick<Progress, 'onProgress' | 'clear'> {
  let isPainted = false;
  let last = 0;
  let ticking: NodeJS.Timeout | undefined;
  const paint = (text: string): void => {
    const width = Math.max(20, (io.stderr.columns ?? 80) - 1);
    io.stderr.write(`\r\u001B[2K${text.slice(0, width)}`);
    isPainted = true;
  };
  const clear = (): void => {
    clearInterval(ticking);
    if (isPainted) io.stderr.write('\r\u001B[2K');
    isPainted = false;
  };
  const paintStep = (command: string): void => {
    const head = count.begin(command, Date.now());
    const line = (): void => paint(`${head} ${count.told(Date.now())}  $ ${command}`);
    line();
    ticking = setInterval(line, TICK_MS).unref();
  };
  return {
    onProgress: (event) => {
      if (event.type === 'output') return;
      if (event.type !== 'step') clearInterval(ticking);
      if (event.type === 'note') {
        clear();
        note(io)(event);
      } else if (event.type === 'phase') paint(`${WORDS[event.phase]} …`);
      else if (event.type === 'command') paintStep(sanitize(event.command.join(' ')));
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

const LONGEST = 200;

/** Copies, and every program that is run for a proof: a log shows what a run of minutes is at, and for how long it still may be. */
const stepLines =
  (io: Io, count: StepCount): OnProgress =>
  (event) => {
    note(io)(event);
    if (event.type === 'phase' && event.phase === 'stage') io.stderr.write(`${WORDS.stage} …\n`);
    if (event.type !== 'command') return;
    const where = event.cwd === '.' || event.cwd === '' ? '' : `  (in ${sanitize(event.cwd)})`;
    const typed = sanitize(event.command.join(' '));
    const now = Date.now();
    const head = count.begin(typed, now);
    io.stderr.write(
      `${head} ${count.told(now)}  $ ${typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed}${where}\n`,
    );
  };
