import type { Size } from '../state/state.ts';

/** An edit as the screen asks for it. */
export interface AskedEdit {
  readonly path: string;
  /** 1-based, in the file as it is. */
  readonly line: number;
}

/** What was said of an edit; null: nothing yet. */
export type Answer = 'taken' | 'left' | null;

export interface ReviewState {
  readonly size: Size;
  readonly edits: readonly AskedEdit[];
  readonly answers: readonly Answer[];
  /** The edit that is shown, as an index; the number of edits where all were answered. */
  readonly at: number;
  /** Lines that the diff is scrolled by. */
  readonly top: number;
  readonly asking: 'edits' | 'help' | 'quit' | 'write';
  /** How it ended; null while it goes on. */
  readonly ended: 'write' | 'quit' | 'cancelled' | null;
}

export const reviewOf = (edits: readonly AskedEdit[], size: Size): ReviewState => ({
  size,
  edits,
  answers: edits.map(() => null),
  at: 0,
  top: 0,
  asking: 'edits',
  ended: null,
});

/** The edit that keys are for: the last one where all were answered. */
export const currentEdit = ({ at, edits }: ReviewState): number => Math.min(at, edits.length - 1);

export const countAnswers = ({ answers }: ReviewState, answer: Answer): number =>
  answers.filter((one) => one === answer).length;
