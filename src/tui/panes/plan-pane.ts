import { planReferences } from '../../../analyzers/modules/edit/plan-references.ts';
import { notWorth } from '../../../analyzers/modules/predict/not-worth.ts';
import { countLines } from '../../core/lines.ts';
import { grouped, plural } from '../../report/fit-text.ts';
import type { Line, Span } from '../paint/line.ts';
import { currentPlan } from '../state/list.ts';
import { type PlanItem, planItems } from '../state/plan-items.ts';
import { FACADE_KEY, type PlanState } from '../state/plan-state.ts';
import type { State } from '../state/state.ts';
import type { Content } from './pane.ts';

/** The plan's list: modules with their sizes, units below them. */
export function planPane(state: State, width: number, height: number): Content {
  const open = currentPlan(state);
  if (!open) return { title: [['title', 'Plan']], lines: emptyLines(state), selected: null, top: 0 };
  const items = planItems(open);
  const { cursor } = open;
  const shown = items.slice(cursor.top, cursor.top + Math.max(1, height - 1));
  return {
    title: titleOf(state, open),
    lines:
      shown.length > 0
        ? shown.map((item, i) => itemLine(open, item, cursor.top + i, width))
        : [[['faint', '  nothing fits the filter: esc drops it']]],
    selected: cursor.at - cursor.top,
    top: cursor.top,
    of: items.length,
  };
}

const emptyLines = (state: State): Line[] =>
  state.planning.size > 0
    ? [
        [
          [
            'faint',
            `planning ${[...state.planning].join(', ')} ${state.queued.length > 0 ? 'once the workspace is read ' : ''}…`,
          ],
        ],
      ]
    : [[['faint', 'No plan is open. Go to the hotspots (1) and press p on a file.']]];

function titleOf(state: State, open: PlanState): Line {
  const { plan, past, filter, marks, anchor, file } = open;
  const paths = [...state.plans.keys()];
  const of = paths.length > 1 ? ` ${paths.indexOf(open.path) + 1} of ${paths.length}` : '';
  return [
    ['title', `Plan${of} `],
    ['path', plan.base[0]!.path.split('/').at(-1)!],
    ['plain', ` · ${plural(plan.modules.length, 'module')} · limit ${plan.limit}`],
    ...(notWorth(plan, countLines(open.context.text)) === null ? [] : [['warm', ' · not worth it'] as Span]),
    ...(past.length > 0 ? [['warm', file === null ? ` · ${plural(past.length, 'edit')}` : ' · saved'] as Span] : []),
    ...(marks.size > 0 ? [['mark', ` · ${marks.size} marked`] as Span] : []),
    ...(anchor === null ? [] : [['mark', ' · range'] as Span]),
    ...(filter === '' && !state.typing ? [] : [['warm', ` · /${filter}${state.typing ? '▏' : ''}`] as Span]),
  ];
}

function itemLine(open: PlanState, item: PlanItem, index: number, width: number): Line {
  const pointer = index === open.cursor.at ? '>' : ' ';
  if (item.kind === 'refused')
    return [
      ['mark', pointer],
      ['hot', ' ✗ '],
      ['plain', item.id],
      ['faint', `  ${item.why}`],
    ];
  return item.kind === 'group' ? groupLine(open, item, pointer) : unitLine(open, item, index, width);
}

function groupLine(
  { plan, marks, folded, filter }: PlanState,
  item: Extract<PlanItem, { kind: 'group' }>,
  pointer: string,
): Line {
  const facade = item.group === FACADE_KEY;
  const over = item.lines > plan.limit;
  const all = item.units.length > 0 && item.units.every((id) => marks.has(id));
  return [
    ['mark', `${pointer}${all ? '*' : ' '}`],
    ['plain', folded.has(item.group) && filter === '' ? '▸ ' : '▾ '],
    [facade ? 'title' : 'name', facade ? 'facade' : item.group],
    [over ? 'hot' : 'plain', `  ~${grouped(item.lines)} lines${over ? ' !' : ''}`],
    ['faint', `  ${plural(item.units.length, 'unit')}`],
  ];
}

function unitLine(open: PlanState, item: Extract<PlanItem, { kind: 'unit' }>, index: number, width: number): Line {
  const { marks, cursor, anchor, context } = open;
  const pointer = index === cursor.at ? '>' : ' ';
  const inRange = anchor !== null && index >= Math.min(anchor, cursor.at) && index <= Math.max(anchor, cursor.at);
  const unit = context.unitOf.get(item.id);
  const stuck = context.fixed.has(item.id);
  const hazards = [...new Set(unit?.hazards.map(({ id }) => id) ?? [])].join(' ');
  const size = String(unit?.lines ?? 0).padStart(5);
  return [
    ['mark', `${pointer}${marks.has(item.id) ? '*' : inRange ? '+' : ' '}`],
    ['faint', `${size}  `],
    [stuck ? 'faint' : 'plain', item.id],
    ['faint', stuck ? '  (stays)' : ''],
    ['warm', hazards === '' || width < 50 ? '' : `  ${hazards}`],
  ];
}

/** What a plan comes to, in one line: the largest file, the references that it cuts, which cycles remain. */
export function planSummary({ plan, context }: PlanState): Line {
  const largest = Math.max(0, ...plan.predicted.files.map(({ lines }) => lines));
  const { cut, circles, inside } = planReferences(plan, context);
  const crossing = cut.reduce((sum, { reads }) => sum + reads, 0);
  const circular = circles.length > 0 && !context.language.circular;
  return [
    [largest > plan.limit ? 'hot' : 'fine', `largest ~${grouped(largest)}`],
    ['plain', ` · ${grouped(crossing)} of ${grouped(crossing + inside)} reads cross files`],
    ...(circular ? [['hot', ` · cycle: ${circles.map((names) => names.join(' ⇄ ')).join('; ')}`] as Span] : []),
    ...(plan.bound.lines > plan.limit ? [['warm', ` · bound ${grouped(plan.bound.lines)}`] as Span] : []),
  ];
}
