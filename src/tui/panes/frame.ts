import { grouped } from '../../report/fit-text.ts';
import { contextOf } from '../keys/context-of.ts';
import { fitLine, type Line, type Row, type Span } from '../paint/line.ts';
import { layoutOf, type Pane } from '../state/layout.ts';
import { type State, VIEWS } from '../state/state.ts';
import { isTooSmall, LEAST } from '../state/too-small.ts';
import { checksPane } from './checks-pane.ts';
import { commitPane, undoPane } from './confirm-pane.ts';
import { historyPane } from './history-pane.ts';
import { hotspotsPane } from './hotspots-pane.ts';
import { mainContent } from './main-content.ts';
import { mendPane } from './mend-pane.ts';
import { applyPane, helpPane, hintLine, logPane, pickerPane } from './overlay-pane.ts';
import { type Content, fitPane } from './pane.ts';
import { planPane } from './plan-pane.ts';
import { runPane } from './run-pane.ts';

/** One screen: the rows of each pane, ready to be painted side by side or below one another. */
export interface Frame {
  readonly header: Row;
  readonly portrait: boolean;
  readonly list: readonly Row[] | null;
  readonly main: readonly Row[] | null;
  readonly message: Row;
  readonly hints: Row;
}

/** What the state looks like at its size. Pure; every row is exactly as wide as its place. */
export function frameOf(state: State): Frame {
  const { columns } = state.size;
  const layout = layoutOf(state);
  const whole = wholePane(state);
  const around = {
    header: fitLine(headerLine(state), columns),
    portrait: layout.portrait,
    message: fitLine(messageLine(state), columns),
    hints: fitLine(hintLine(state), columns),
  };
  if (whole) {
    const pane = { width: columns, height: Math.max(2, state.size.rows - 3) };
    return { ...around, list: fitPane(whole(pane), pane, true), main: null };
  }
  const { overlay, focus } = state;
  const side = (pane: Pane): Content =>
    overlay?.kind === 'picker' ? pickerPane(state, overlay) : mainContent(state, pane.width - 1);
  return {
    ...around,
    list:
      layout.list &&
      fitPane(listContent(state, layout.list), layout.list, focus === 'list' && overlay?.kind !== 'picker'),
    main: layout.main && fitPane(side(layout.main), layout.main, focus === 'main' || overlay?.kind === 'picker'),
  };
}

function listContent(state: State, { width, height }: Pane): Content {
  if (state.view === 'hotspots') return hotspotsPane(state, width, height);
  if (state.view === 'plan') return planPane(state, width, height);
  return state.view === 'checks' ? checksPane(state, height) : historyPane(state, height);
}

/** What is lost by leaving cannot be asked on a screen of its own here. */
const tooSmallPane = ({ size: { columns, rows }, overlay }: State): Content => ({
  title: [['title', 'Too small']],
  lines: [
    [['warm', `needs ${LEAST.columns}x${LEAST.rows}, has ${columns}x${rows}; q quits`]],
    ...(overlay?.kind === 'quit' ? [[['hot', 'plans were not saved: Q quits, esc stays'] as Span]] : []),
  ],
  selected: null,
  top: 0,
});

/** Screens that take all the room between header and hints. */
function wholePane(state: State): ((pane: Pane) => Content) | null {
  const { overlay, size } = state;
  if (isTooSmall(size)) return () => tooSmallPane(state);
  switch (overlay?.kind) {
    case 'help':
      return () => helpPane(state, overlay);
    case 'log':
      return () => logPane(state, overlay);
    case 'apply':
      return ({ width }) => applyPane(state, overlay, width);
    case 'mend':
      return ({ width }) => mendPane(overlay, width);
    case 'run':
      return ({ width }) => runPane(overlay, width);
    case 'undo':
    case 'redo':
      return ({ width }) => undoPane(overlay, width);
    case 'commit':
      return ({ width }) => commitPane(overlay, width);
    default:
      return null;
  }
}

const VIEW_NAMES = { hotspots: 'hotspots', plan: 'plan', checks: 'checks', history: 'history' } as const;

function headerLine(state: State): Line {
  const { scan } = state;
  const tabs = VIEWS.map(
    (view, i): Span => [
      view === state.view ? 'title' : 'faint',
      view === state.view ? `[${i + 1} ${VIEW_NAMES[view]}] ` : `${i + 1} ${VIEW_NAMES[view]}${countOf(state, view)} `,
    ],
  );
  return [
    ['title', ` ${state.name} `],
    ['faint', '│ '],
    ...tabs,
    ['faint', '│ '],
    [scan.problem ? 'hot' : 'faint', scanText(state)],
  ];
}

function countOf(state: State, view: (typeof VIEWS)[number]): string {
  if (view === 'plan' && state.plans.size > 0) return ` (${state.plans.size})`;
  if (view === 'checks' && state.scan.opened) return ` (${state.scan.opened.findings.length})`;
  return view === 'history' && state.history.entries.length > 0 ? ` (${state.history.entries.length})` : '';
}

const PHASES: Readonly<Record<string, string>> = {
  discover: 'finding files …',
  history: 'reading history …',
  analyze: 'ranking …',
};

function scanText({ scan }: State): string {
  if (scan.problem) return scan.problem.what;
  if (scan.phase === 'facts') return `reading ${grouped(scan.done)}/${grouped(scan.total)}`;
  if (scan.phase !== null) return PHASES[scan.phase] ?? scan.phase;
  const { opened } = scan;
  if (!opened) return '';
  const failed = opened.failed.length > 0 ? ` · ${opened.failed.length} unreadable` : '';
  return `${opened.branch ?? 'no git'} · ${grouped(opened.sources)} sources${failed}${opened.history === null ? '' : ` · no history: ${opened.history}`}`;
}

const ASKING = {
  rename: 'new name',
  'new-module': 'name of the new module',
  save: 'save the plan as',
  load: 'load the plan',
  limit: 'lines that no file should exceed',
} as const;

function messageLine(state: State): Line {
  const { overlay, message } = state;
  if (overlay?.kind === 'prompt')
    return [
      ['title', ` ${ASKING[overlay.purpose]}: `],
      ['warm', `${overlay.text}▏`],
      ['hot', overlay.problem === null ? '' : `  ${overlay.problem}`],
    ];
  if (overlay?.kind === 'quit') return [['warm', ' Plans were edited and not saved. Q quits, esc stays.']];
  if (message) return [[message.tone, ` ${message.text}`]];
  return contextOf(state) === 'filter' ? [['faint', ' words in any order; enter keeps the filter']] : [];
}
