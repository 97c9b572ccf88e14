import type { Action } from '../../config/screen/key-table.ts';
import type { Finding } from '../../core/finding.ts';
import { rungsFor } from '../commands/apply-commands.ts';
import { selectedHotspot } from './hotspot-rows.ts';
import { currentPlan, listOf } from './list.ts';
import { placeAt } from './place-at.ts';
import { chosenUnits, groupAt, itemAt } from './plan-items.ts';
import type { Overlay, State } from './state.ts';
import { selectedFinding } from './visible-findings.ts';
import { writtenReceipt } from './written-receipt.ts';

type Why = (state: State) => string | null;

const NO_PLAN = 'no plan is open: go to the hotspots (1) and press p';
const plan = (state: State) => currentPlan(state);
const needsPlan: Why = (state) => (plan(state) ? null : state.planning.size > 0 ? 'the plan is on its way' : NO_PLAN);
const needsUnits: Why = (state) =>
  needsPlan(state) ?? (chosenUnits(plan(state)!).length > 0 ? null : 'put the cursor on a unit, or mark some');
const needsModule: Why = (state) =>
  needsPlan(state) ??
  (groupAt(plan(state)!) !== null
    ? null
    : 'put the cursor on a module: the facade cannot be renamed, merged or divided');
const needsRows: Why = (state) => (listOf(state).length > 0 ? null : 'the list is empty');
const needsScan: Why = (state) => (state.scan.opened ? null : 'wait until the workspace is read');
const needsGit: Why = (state) => (state.scan.opened?.branch == null ? 'this is no git repository' : null);
const needsModules: Why = (state) =>
  needsPlan(state) ?? (plan(state)!.plan.modules.length > 0 ? null : 'the plan moves nothing: mark units and press n');

function applying(state: State, path: string): string | null {
  const open = state.plans.get(path)!;
  if (open.preview?.status === 'refused')
    return `${path} is refused: ${open.preview.refusals[0]?.hazard} ${open.preview.refusals[0]?.why}`;
  if (open.preview?.status === 'failed') return `${path}: ${open.preview.problem.what}`;
  return rungsFor(state, [path]).length === 0
    ? `${open.context.outline.language} cannot be proven by this version yet`
    : null;
}

const rung =
  (wanted: 'B' | 'A' | 'M' | 'T'): Why =>
  (state) => {
    const { overlay } = state;
    if (overlay?.kind !== 'apply') return null;
    return rungsFor(state, overlay.paths).includes(wanted)
      ? null
      : `this version cannot prove ${wanted} for these files`;
  };

const isMendable = ({ scan }: State, { rule }: Finding): boolean => scan.opened?.mendable[rule] !== undefined;

function whyNotMended({ problem, mends, isWriting }: Extract<Overlay, { kind: 'mend' }>): string | null {
  if (isWriting) return 'it is being written';
  if (problem) return problem.what;
  if (mends === null) return 'wait until it is known what will be written';
  return mends.files.length > 0 ? null : (mends.refusals[0] ?? 'nothing would be written');
}

const WHY: Partial<Record<Action, Why>> = {
  plan: (state) => (state.hotspots.marks.size > 0 || selectedHotspot(state) ? null : 'no file is under the cursor'),
  fix(state) {
    const finding = selectedFinding(state);
    if (!finding) return 'no finding is under the cursor';
    return (
      needsScan(state) ?? (isMendable(state, finding) ? null : `${finding.rule} is fixed by hand: ${finding.whatToDo}`)
    );
  },
  'fix-all': (state) =>
    needsScan(state) ??
    (state.scan.opened!.findings.some((finding) => isMendable(state, finding))
      ? null
      : 'no finding can be fixed by the program'),
  mend(state) {
    const finding = selectedFinding(state);
    if (!finding) return 'no finding is under the cursor';
    return finding.rule === 'file-lines' ? null : `${finding.rule} is not fixed by a split: ${finding.whatToDo}`;
  },
  mark: (state) =>
    (state.view === 'plan' ? needsPlan(state) : null) ??
    needsRows(state) ??
    (itemKind(state) === 'refused' ? 'it cannot be moved' : null),
  'mark-all': (state) => (state.view === 'plan' ? needsPlan(state) : null) ?? needsRows(state),
  range: needsPlan,
  move: needsUnits,
  'new-module': needsUnits,
  keep: needsUnits,
  rename: needsModule,
  merge: (state) =>
    needsModule(state) ?? (plan(state)!.plan.modules.length > 1 ? null : 'there is no other module to merge it with'),
  divide: needsModule,
  'undo-edit': (state) => needsPlan(state) ?? (plan(state)!.past.length > 0 ? null : 'nothing was edited'),
  'redo-edit': (state) => needsPlan(state) ?? (plan(state)!.future.length > 0 ? null : 'there is no edit to redo'),
  fold: needsPlan,
  unfold: needsPlan,
  'next-tab': needsPlan,
  'previous-tab': needsPlan,
  limit: needsPlan,
  save: needsPlan,
  load: needsPlan,
  'next-plan': (state) => needsPlan(state) ?? (state.plans.size > 1 ? null : 'only one plan is open'),
  'previous-plan': (state) => needsPlan(state) ?? (state.plans.size > 1 ? null : 'only one plan is open'),
  'close-plan': needsPlan,
  apply: (state) => needsModules(state) ?? needsScan(state) ?? applying(state, state.current!),
  'apply-all': (state) =>
    needsPlan(state) ??
    needsScan(state) ??
    [...state.plans.keys()].map((path) => applying(state, path)).find((why) => why !== null) ??
    null,
  write(state) {
    const { overlay } = state;
    if (overlay?.kind === 'mend') return whyNotMended(overlay);
    if (overlay?.kind === 'commit')
      return overlay.isWriting ? 'it is being committed' : (overlay.problem?.what ?? null);
    if (overlay?.kind !== 'apply') return null;
    if (overlay.problem) return overlay.problem.what;
    if (!overlay.survey) return 'wait until it is known what will be written';
    return overlay.survey.refusals[0] ?? (overlay.evidence.length > 0 ? null : 'nothing would be proven');
  },
  'rung-b': rung('B'),
  'rung-a': rung('A'),
  'rung-m': rung('M'),
  'rung-t': rung('T'),
  cancel: ({ overlay }) =>
    overlay?.kind !== 'run' || overlay.ended
      ? 'it has ended'
      : overlay.phase === 'write'
        ? 'it is being written'
        : null,
  'copy-receipt': (state) => (writtenReceipt(state) ? null : 'nothing was written by this run'),
  'next-hotspot': ({ overlay }) => (overlay?.kind === 'run' && overlay.ended ? null : 'it still runs: c cancels'),
  close({ overlay }) {
    if ((overlay?.kind === 'mend' || overlay?.kind === 'commit') && overlay.isWriting) return 'it is being written';
    return overlay?.kind === 'run' && !overlay.ended ? 'it still runs: c cancels' : null;
  },
  undo: (state) =>
    needsScan(state) ??
    (state.history.entries.some(({ undoable }) => undoable) ? null : 'nothing was applied that could be undone'),
  redo: (state) =>
    needsScan(state) ??
    (state.history.entries.some(({ redoable }) => redoable) ? null : 'nothing was undone that could be brought back'),
  commit(state) {
    const { overlay } = state;
    if (!writtenReceipt(state)) return 'nothing was written by this run';
    if (
      overlay?.kind === 'run' &&
      overlay.ended &&
      'applied' in overlay.ended &&
      overlay.ended.applied.commits.length > 0
    )
      return 'it is committed already';
    return needsGit(state);
  },
  'break-cycles': (state) =>
    needsPlan(state) ??
    needsScan(state) ??
    (state.scan.opened!.breaksCycles.includes(plan(state)!.context.outline.language)
      ? null
      : 'only the imports of Python run in a cycle: nothing has to be broken here'),
  edit: (state) => (placeAt(state) ? null : 'no file is under the cursor'),
  'open-main': needsRows,
  filter: ({ view, overlay }) => (view === 'history' && overlay === null ? 'the history has no filter' : null),
};

const itemKind = (state: State): string | undefined => {
  const open = state.view === 'plan' ? plan(state) : undefined;
  return open && itemAt(open)?.kind;
};

/** Why a command can do nothing now, for the user to read; null if it can. */
export const whyDisabled = (state: State, command: Action): string | null => WHY[command]?.(state) ?? null;
