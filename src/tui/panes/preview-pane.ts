import { FACADE, planReferences } from '../../../analyzers/modules/edit/plan-references.ts';
import { plural } from '../../report/fit-text.ts';
import type { Preview, PreviewFile } from '../engine/messages.ts';
import type { Line, Span } from '../paint/line.ts';
import { wrap } from '../paint/wrap.ts';
import { currentPlan } from '../state/list.ts';
import { itemAt } from '../state/plan-items.ts';
import { FACADE_KEY, type PlanState } from '../state/plan-state.ts';
import { type State, TABS } from '../state/state.ts';
import type { Content } from './pane.ts';
import { planSummary } from './plan-pane.ts';

/** What the plan leads to, seen from where the cursor is. */
export function previewPane(state: State, width: number): Content {
  const open = currentPlan(state);
  if (!open) return { title: [['title', 'Preview']], lines: [], selected: null, top: 0 };
  const title: Span[] = TABS.flatMap((tab): Span[] => [
    [tab === state.tab ? 'title' : 'faint', tab === state.tab ? `[${tab}] ` : `${tab} `],
  ]);
  // Said in the title: a line above the text would move it, twice at every key.
  const isStale = state.tab !== 'references' && state.tab !== 'reasons' && open.previewed !== open.revision;
  if (isStale && open.preview) title.push(['warm', '· being made anew']);
  const head = [planSummary(open)];
  const body = bodyOf(state, open, width);
  return { title, head: [...head, ...body.head], lines: body.lines, selected: null, top: body.start + state.mainTop };
}

interface Body {
  readonly head: readonly Line[];
  readonly lines: readonly Line[];
  /** Line that is shown first before anything is scrolled. */
  readonly start: number;
}

function bodyOf(state: State, open: PlanState, width: number): Body {
  if (state.tab === 'references') return { head: [], lines: referenceLines(open), start: 0 };
  if (state.tab === 'reasons') return { head: [], lines: reasonLines(open, width), start: 0 };
  const { preview } = open;
  if (!preview) return { head: [], lines: [[['faint', 'making the preview …']]], start: 0 };
  if (preview.status !== 'ready') return { head: [], lines: problemLines(preview, width), start: 0 };
  if (state.tab === 'diff')
    return {
      head: [],
      lines: [...preview.notes.flatMap((note) => wrap(`note: ${note}`, width, 'faint')), ...preview.diff],
      start: 0,
    };
  const file = fileAt(open, preview.files);
  // Until the preview is made anew it does not know of a module that has just been named.
  if (!file && open.previewed !== open.revision)
    return { head: [], lines: [[['faint', 'making the preview …']]], start: 0 };
  if (!file) return { head: [], lines: [[['faint', 'this module gets no file']]], start: 0 };
  const item = itemAt(open);
  const start = item?.kind === 'unit' ? (file.unitLines[item.id] ?? 0) : 0;
  return { head: [fileLine(file)], lines: numbered(file.code), start: Math.max(0, start - 2) };
}

const fileLine = ({ path, kind, before, lines }: PreviewFile): Line => [
  [kind === 'created' ? 'added' : 'warm', kind === 'created' ? '+ ' : '~ '],
  ['path', path],
  ['plain', before === null ? `  new, ${plural(lines, 'line')}` : `  ${before} → ${plural(lines, 'line')}`],
];

const numbered = (code: readonly Line[]): Line[] =>
  code.map((line, i): Line => [['faint', `${String(i + 1).padStart(5)}  `], ...line]);

/** The file of the module under the cursor; the facade otherwise. */
function fileAt({ plan, context, ...rest }: PlanState, files: readonly PreviewFile[]): PreviewFile | undefined {
  const item = itemAt({ plan, context, ...rest });
  const group = item === undefined || item.kind === 'refused' ? FACADE_KEY : item.group;
  if (group === FACADE_KEY) return files.find(({ kind }) => kind === 'facade');
  const path = context.language.modulePath(plan.base[0]!.path, group, plan.layout);
  return (
    files.find((file) => file.path === path) ??
    files.find(
      (file) =>
        file.path
          .split('/')
          .at(-1)!
          .replace(/\.[^.]+$/, '') === group,
    )
  );
}

function problemLines(preview: Exclude<Preview, { status: 'ready' }>, width: number): Line[] {
  if (preview.status === 'nothing') return [[['plain', 'The plan moves nothing out of the file.']]];
  if (preview.status === 'failed') {
    const { what, why, whatToDo } = preview.problem;
    return [[['hot', `✗ ${what}`]], ...wrap(`why: ${why}`, width), ...wrap(`do:  ${whatToDo}`, width)];
  }
  return [
    [['hot', `✗ refused: ${plural(preview.refusals.length, 'hazard')}`]],
    ...preview.refusals.flatMap(({ hazard, place, why, whatToDo }): Line[] => [
      [],
      [
        ['hot', hazard],
        ['path', ` ${place}`],
      ],
      ...wrap(`why: ${why}`, width, 'plain', '  '),
      ...wrap(`do:  ${whatToDo}`, width, 'plain', '  '),
    ]),
  ];
}

function referenceLines({ plan, context }: PlanState): Line[] {
  const { cut, circles, inside } = planReferences(plan, context);
  const circle: Line[] = circles.map((names) => [
    [
      context.language.circular ? 'faint' : 'hot',
      `cycle: ${names.join(' ⇄ ')}${context.language.circular ? ' (fine in Rust)' : ': imports would run in a cycle'}`,
    ],
  ]);
  return [
    [['plain', `${inside} reads stay inside their file; these cross:`]],
    [],
    ...cut.map(
      ({ from, to, reads, pairs }): Line => [
        ['plain', String(reads).padStart(5)],
        [from === FACADE ? 'title' : 'name', `  ${from === FACADE ? 'facade' : from}`],
        ['plain', ' → '],
        [to === FACADE ? 'title' : 'name', to === FACADE ? 'facade' : to],
        ['faint', `  ${plural(pairs, 'pair')}`],
      ],
    ),
    ...(circle.length > 0 ? [[] as Line, ...circle] : []),
  ];
}

function reasonLines({ plan, context }: PlanState, width: number): Line[] {
  const byWhy = new Map<string, string[]>();
  for (const { unit, why } of plan.keep) byWhy.set(why, [...(byWhy.get(why) ?? []), unit]);
  const { lines: bound, setBy } = plan.bound;
  return [
    setBy.length === 0
      ? [['fine', `every file can be within the limit of ${plan.limit} lines`]]
      : [['warm', `no plan gets below ${bound} lines (limit ${plan.limit}): ${setBy[0]} sets that`]],
    [],
    ...plan.modules.flatMap(({ name, why }, m): Line[] => [
      [
        ['name', name],
        ['faint', `  ~${plan.predicted.files[m + 1]?.lines ?? 0} lines`],
      ],
      ...wrap(why, width, 'plain', '  '),
    ]),
    [],
    [['title', 'Stays in the facade']],
    ...[...byWhy].flatMap(([why, units]): Line[] =>
      wrap(`${plural(units.length, 'unit')}: ${why}`, width, 'plain', '  '),
    ),
    ...(plan.refused.length > 0 ? [[] as Line, [['title', 'Refused']] as Line] : []),
    ...plan.refused.flatMap(({ unit, refusal }) =>
      wrap(`${refusal.hazard} ${unit}: ${refusal.why}; ${refusal.whatToDo}`, width, 'warm', '  '),
    ),
    ...hazardLines(
      context.outline.hazards.map(({ id, why }) => `${id}: ${why}`),
      width,
    ),
  ];
}

const hazardLines = (hazards: readonly string[], width: number): Line[] =>
  hazards.length === 0
    ? []
    : [[], [['title', 'Hazards of the file']], ...hazards.flatMap((text) => wrap(text, width, 'warm', '  '))];
