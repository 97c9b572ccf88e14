import type { ReadStream, WriteStream } from 'node:tty';
import { createSlots } from '../paint/slots.ts';
import { paletteOf } from '../paint/theme.ts';
import { paintFrames } from '../paint-frames.ts';
import { showFrames } from '../show-frames.ts';
import { keyboard } from '../terminal/keyboard.ts';
import { Screen } from '../terminal/screen.ts';
import { type DiffOf, reviewFrame } from './review-frame.ts';
import { type AskedEdit, type ReviewState, reviewOf } from './review-state.ts';
import { reviewStates } from './review-states.ts';
import { updateReview } from './update-review.ts';

/** The terminal that a review is shown on. */
export interface ReviewTerminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
  readonly colour: boolean;
}

/**
 * Shows every edit and asks for it, until the user ends the review.
 * @returns how it ended, with an answer for each edit
 */
export async function openReview(
  { input, output, colour }: ReviewTerminal,
  edits: readonly AskedEdit[],
  diffOf: DiffOf,
  signal: AbortSignal,
): Promise<Pick<ReviewState, 'answers'> & { readonly ended: NonNullable<ReviewState['ended']> }> {
  const size = () => ({ columns: output.columns || 80, rows: output.rows || 24 });
  const slots = createSlots();
  const terminal = {
    write: (text: string) => output.write(text),
    columns: () => size().columns,
    rows: () => size().rows,
  };
  const screen = new Screen(terminal, slots.expand);
  screen.enter();
  const leave = (): void => screen.leave();
  process.once('exit', leave);

  const states = reviewStates(reviewOf(edits, size()));
  const keys = keyboard(input, (key) => {
    if (key === 'ctrl+z') suspend();
    else states.change((state) => updateReview(state, key));
  });
  const suspend = (): void => {
    keys.close();
    screen.leave();
    process.once('SIGCONT', () => {
      screen.enter();
      keys.open();
      screen.resized();
    });
    process.kill(0, 'SIGTSTP');
  };
  const resized = (): void => {
    screen.resized();
    states.change((state) => ({ ...state, size: size() }));
  };
  const cancel = (): void => states.change((state) => ({ ...state, ended: 'cancelled' }));
  keys.open();
  output.on('resize', resized);
  input.on('end', cancel);
  signal.addEventListener('abort', cancel, { once: true });

  const frame = (state: ReviewState) => reviewFrame(state, diffOf);
  const palette = colour ? paletteOf({}) : null;
  const shapes = paintFrames(states, slots, { palette, frame, refresh: () => screen.refresh() });
  const frames = showFrames(screen, shapes, Promise.resolve());
  try {
    return await states.ended;
  } finally {
    output.off('resize', resized);
    input.off('end', cancel);
    signal.removeEventListener('abort', cancel);
    process.off('exit', leave);
    keys.close();
    screen.leave();
    frames.unmount();
  }
}
