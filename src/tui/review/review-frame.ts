import { plural } from '../../report/fit-text.ts';
import { columns, fitLine, type Line, type Span } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import type { Frame } from '../panes/frame.ts';
import { type Content, fitPane } from '../panes/pane.ts';
import type { Layout, Pane } from '../state/layout.ts';
import type { Size } from '../state/state.ts';
import { isTooSmall, LEAST } from '../state/too-small.ts';
import { type Answer, countAnswers, currentEdit, type ReviewState } from './review-state.ts';
import { atTheEnd, REVIEW_KEYS } from './update-review.ts';

/** The diff of an edit with lines around it, by its index. */
export type DiffOf = (index: number) => readonly Line[];

/** Header, message and hints. */
const AROUND = 3;
const PORTRAIT_COLUMNS = 84;
/** Below this the list of files has no room. */
const TWO_PANES = 20;

/** Where the list of files and the diff stand: the diff gets most of the room. */
function reviewLayout({ columns: width, rows }: Size, files: number): Layout {
  const height = Math.max(2, rows - AROUND);
  const portrait = width <= PORTRAIT_COLUMNS;
  if (rows < TWO_PANES || isTooSmall({ columns: width, rows }))
    return { portrait, list: null, main: { width, height } };
  if (portrait) {
    const list = Math.max(3, Math.min(files + 1, Math.floor(height * 0.3)));
    return { portrait, list: { width, height: list }, main: { width, height: height - list } };
  }
  const list = Math.max(28, Math.min(48, Math.floor(width * 0.34)));
  return { portrait, list: { width: list, height }, main: { width: width - list - 1, height } };
}

/** What the review looks like at its size. Pure but for the diffs that it is given; every row is exactly as wide as its place. */
export function reviewFrame(state: ReviewState, diffOf: DiffOf): Frame {
  const { size } = state;
  const files = filesOf(state);
  const layout = reviewLayout(size, files.length);
  const around = {
    header: fitLine(headerLine(state), size.columns),
    portrait: layout.portrait,
    message: fitLine(messageLine(state), size.columns),
    hints: fitLine(hintLine(state), size.columns),
  };
  const main = (pane: Pane): Content => {
    if (isTooSmall(size)) return tooSmall(size);
    return state.asking === 'help' ? helpContent() : diffContent(state, diffOf, pane);
  };
  return {
    ...around,
    list: layout.list && fitPane(listContent(state, files, layout.list.height), layout.list, false),
    main: layout.main && fitPane(main(layout.main), layout.main, true),
  };
}

interface FileRow {
  readonly path: string;
  /** Index of its first edit, and behind its last one. */
  readonly from: number;
  readonly to: number;
}

/** The files of the edits, which stand in their order. */
function filesOf({ edits }: ReviewState): FileRow[] {
  const rows: FileRow[] = [];
  for (const [i, { path }] of edits.entries()) {
    const last = rows.at(-1);
    if (last?.path === path) rows[rows.length - 1] = { ...last, to: i + 1 };
    else rows.push({ path, from: i, to: i + 1 });
  }
  return rows;
}

const headerLine = (state: ReviewState): Line => [
  ['title', ' Review '],
  ['faint', '│ '],
  ['plain', `edit ${currentEdit(state) + 1} of ${state.edits.length}`],
  ['faint', ' │ '],
  ['fine', `${countAnswers(state, 'taken')} taken`],
  ['faint', ' · '],
  ['warm', `${countAnswers(state, 'left')} left`],
  ['faint', ` · ${countAnswers(state, null)} open`],
];

function messageLine(state: ReviewState): Line {
  if (state.asking === 'quit')
    return [['warm', ' No edit is taken and nothing is written: q ends the review, esc stays.']];
  if (state.asking === 'write') return [['warm', ` ${atTheEnd(state)}`]];
  return [['faint', ' Nothing is written before the review has ended.']];
}

function hintLine({ asking, size }: ReviewState): Line {
  if (asking === 'help')
    return [
      ['name', ' any key'],
      ['plain', ' back'],
    ];
  const pairs = HINTS[asking].map(([key, hint]): Span[] => [
    ['name', ` ${key}`],
    ['plain', ` ${hint} `],
  ]);
  // What does not fit is in the help; the last two always stand.
  const end = pairs.slice(-2);
  const widthOf = (spans: readonly Span[]): number => spans.reduce((sum, [, text]) => sum + columns(text), 0);
  const shown: Span[][] = [];
  for (const pair of pairs.slice(0, -2)) if (widthOf([...shown, pair, ...end].flat()) <= size.columns) shown.push(pair);
  return [...shown, ...end].flat();
}

const HINTS = {
  edits: REVIEW_KEYS.filter(({ hint }) => hint !== '').map(({ keys, hint }) => [keys[0]!, hint]),
  quit: [
    ['q', 'quit'],
    ['esc', 'back'],
  ],
  write: [
    ['w', 'write'],
    ['b', 'back'],
    ['q', 'quit'],
    ['?', 'keys'],
  ],
} as const;

const MARKS = { taken: '✓', left: '✗', none: '·' } as const;

/** A mark, how many of its edits were taken, its path. */
function listContent(state: ReviewState, files: readonly FileRow[], height: number): Content {
  const here = currentEdit(state);
  const selected = files.findIndex(({ from, to }) => from <= here && here < to);
  const lines = files.map(({ path, from, to }, i): Line => {
    const answers = state.answers.slice(from, to);
    const taken = answers.filter((one) => one === 'taken').length;
    const mark = answers.includes(null) ? MARKS.none : taken > 0 ? MARKS.taken : MARKS.left;
    return [
      ['plain', `${i === selected ? '>' : ' '} `],
      [mark === MARKS.taken ? 'fine' : mark === MARKS.left ? 'warm' : 'faint', mark],
      ['plain', ` ${taken}/${to - from} `],
      ['path', path],
    ];
  });
  const top = Math.max(0, selected - Math.floor((height - 1) / 2));
  return { title: [['title', plural(files.length, 'file')]], lines, selected, top };
}

const SAID: Readonly<Record<NonNullable<Answer>, Span>> = { taken: ['fine', ' ✓ taken'], left: ['warm', ' ✗ left'] };

function diffContent(state: ReviewState, diffOf: DiffOf, { width, height }: Pane): Content {
  const at = currentEdit(state);
  const { path, line } = state.edits[at]!;
  const answer = state.answers[at] ?? null;
  const lines = diffOf(at).flatMap((one) => broken(one, width));
  return {
    title: [['path', `${path}:${line}`], ...(answer === null ? [] : [SAID[answer]])],
    lines,
    selected: null,
    top: Math.min(state.top, Math.max(0, lines.length - (height - 1))),
  };
}

/** A line of a diff at the width of the pane: nothing of it may be out of sight. Further rows are set in, so that no sign of theirs is one of the diff. */
function broken(line: Line, width: number): Line[] {
  const rows: Line[] = [];
  for (const [tone, text] of line) {
    let row = '';
    for (const letter of text.replaceAll('\t', '    ')) {
      if (columns(row) + columns(letter) > width) {
        rows.push([[tone, row]]);
        row = '    ';
      }
      row += letter;
    }
    rows.push([[tone, row]]);
  }
  return rows;
}

const helpContent = (): Content => ({
  title: [['title', 'Keys']],
  lines: [
    ...REVIEW_KEYS.map(
      ({ keys, about }): Line => [
        ['name', `  ${keys.join(' ').padEnd(22)} `],
        ['plain', about],
      ],
    ),
    [
      ['name', `  ${'ctrl+c'.padEnd(22)} `],
      ['plain', 'end the run'],
    ],
  ],
  selected: null,
  top: 0,
});

const tooSmall = ({ columns: width, rows }: Size): Content => ({
  title: [['title', 'Too small']],
  lines: wrap(`needs ${LEAST.columns}x${LEAST.rows}, has ${width}x${rows}; ctrl+c ends the run`, width, 'warm'),
  selected: null,
  top: 0,
});
