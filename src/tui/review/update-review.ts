import { type Answer, countAnswers, currentEdit, type ReviewState } from './review-state.ts';

export interface ReviewKey {
  readonly keys: readonly string[];
  /** As the hints say it. */
  readonly hint: string;
  /** As the help says it. */
  readonly about: string;
  readonly act: (state: ReviewState) => ReviewState;
}

const PAGE = 10;

/** Answers for some edits that begin with the one shown, and goes on to the first behind them that has no answer. */
function answered(state: ReviewState, answer: Answer, isMeant: (index: number) => boolean): ReviewState {
  const here = currentEdit(state);
  const answers = state.answers.map((one, i) => (i === here || (i > here && isMeant(i)) ? answer : one));
  const next = answers.findIndex((one, i) => i > here && one === null);
  const first = next === -1 ? answers.indexOf(null) : next;
  const at = first === -1 ? state.edits.length : first;
  return { ...state, answers, at, top: 0, asking: first === -1 ? 'write' : 'edits' };
}

const one = (): boolean => false;
const all = (): boolean => true;
const ofFile = (state: ReviewState) => (index: number) =>
  state.edits[index]!.path === state.edits[currentEdit(state)]!.path;

const shown = (state: ReviewState, at: number): ReviewState => ({
  ...state,
  at: Math.max(0, Math.min(at, state.edits.length - 1)),
  top: 0,
});

const scrolled = (state: ReviewState, by: number): ReviewState => ({ ...state, top: Math.max(0, state.top + by) });

/** The keys of the review, in the order in which hints and help name them. */
export const REVIEW_KEYS: readonly ReviewKey[] = [
  { keys: ['y'], hint: 'take', about: 'take this edit', act: (state) => answered(state, 'taken', one) },
  { keys: ['n'], hint: 'leave', about: 'leave it as it is', act: (state) => answered(state, 'left', one) },
  {
    keys: ['f'],
    hint: 'take file',
    about: 'take this edit and those behind it in its file',
    act: (state) => answered(state, 'taken', ofFile(state)),
  },
  {
    keys: ['s'],
    hint: 'leave file',
    about: 'leave this edit and those behind it in its file',
    act: (state) => answered(state, 'left', ofFile(state)),
  },
  {
    keys: ['a'],
    hint: 'take all',
    about: 'take this edit and all behind it',
    act: (state) => answered(state, 'taken', all),
  },
  {
    keys: ['b', 'k', 'up', 'left'],
    hint: 'back',
    about: 'back to the edit above, to answer it anew',
    act: (state) => shown(state, (state.asking === 'write' ? state.edits.length : state.at) - 1),
  },
  {
    keys: ['j', 'down', 'right'],
    hint: '',
    about: 'to the edit below, without an answer',
    act: (state) => shown(state, state.at + 1),
  },
  {
    keys: ['pagedown', 'space', 'ctrl+d'],
    hint: '',
    about: 'scroll the diff down',
    act: (state) => scrolled(state, PAGE),
  },
  { keys: ['pageup', 'ctrl+u'], hint: '', about: 'scroll the diff up', act: (state) => scrolled(state, -PAGE) },
  {
    keys: ['w'],
    hint: 'write',
    about: 'end the review: what is taken goes on, what has no answer is left',
    act: (state) => ({ ...state, asking: 'write' }),
  },
  {
    keys: ['q'],
    hint: 'quit',
    about: 'end the review without any edit',
    act: (state) => ({ ...state, asking: 'quit' }),
  },
  { keys: ['?'], hint: 'keys', about: 'these keys', act: (state) => ({ ...state, asking: 'help' }) },
];

/** What a key makes of a review. Keys without a meaning change nothing. */
export function updateReview(state: ReviewState, key: string): ReviewState {
  if (key === 'ctrl+c') return { ...state, ended: 'cancelled' };
  if (state.asking === 'help') return { ...state, asking: 'edits' };
  if (state.asking === 'quit') return key === 'q' ? { ...state, ended: 'quit' } : back(state, key);
  if (state.asking === 'write' && (key === 'w' || key === 'enter')) return { ...state, ended: 'write' };
  if (state.asking === 'write' && key === 'escape') return back(state, key);
  const found = REVIEW_KEYS.find(({ keys }) => keys.includes(key));
  if (found === undefined) return state;
  return found.act(state.asking === 'write' ? { ...state, asking: 'edits' } : state);
}

/** Only `esc` and the keys for going back leave a question. */
const back = (state: ReviewState, key: string): ReviewState =>
  key === 'escape' || key === 'b' ? { ...shown(state, currentEdit(state)), asking: 'edits' } : state;

/** What the question at the end says. */
export const atTheEnd = (state: ReviewState): string => {
  const [taken, left, open] = (['taken', 'left', null] as const).map((answer) => countAnswers(state, answer));
  const unanswered = open === 0 ? '' : `, ${open} without an answer are left too`;
  return `${taken} taken, ${left} left${unanswered}: w ends the review with that, esc goes back`;
};
