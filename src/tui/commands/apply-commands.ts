import { RUNGS, type Rung } from '../../core/evidence.ts';
import { renderReceiptMarkdown } from '../../report/receipt/render-receipt-markdown.ts';
import type { ApplyFlags } from '../engine/messages.ts';
import { splitWords } from '../state/equal-command.ts';
import { moveTo } from '../state/list.ts';
import { EMPTY_RUN } from '../state/run-state.ts';
import { type State, type Step, say, step } from '../state/state.ts';
import { writtenReceipt } from '../state/written-receipt.ts';
import { writeMends } from './mend-commands.ts';

const DEFAULT_EVIDENCE: readonly Rung[] = ['S', 'B'];

/** Rungs that every one of some files' languages has. */
export function rungsFor(state: State, paths: readonly string[]): readonly Rung[] {
  const known = state.scan.opened?.rungs ?? {};
  return RUNGS.filter((rung) =>
    paths.every((path) => known[state.plans.get(path)?.context.outline.language ?? '']?.includes(rung)),
  );
}

function openApply(state: State, paths: readonly string[]): Step {
  const built = rungsFor(state, paths);
  const evidence = DEFAULT_EVIDENCE.filter((rung) => built.includes(rung));
  return surveyed({
    ...state,
    overlay: { kind: 'apply', paths, evidence, flags: NO_FLAGS, survey: null, problem: null, top: 0 },
  });
}

function surveyed(state: State): Step {
  const { overlay } = state;
  if (overlay?.kind !== 'apply') return step(state);
  const plans = overlay.paths.map((path) => state.plans.get(path)!.plan);
  return step(state, { type: 'ask', request: { type: 'survey', plans, evidence: overlay.evidence }, soon: 'survey' });
}

const toggle =
  (rung: Rung) =>
  (state: State): Step => {
    const { overlay } = state;
    if (overlay?.kind !== 'apply') return step(state);
    const has = overlay.evidence.includes(rung);
    const evidence = RUNGS.filter((each) => (each === rung ? !has : overlay.evidence.includes(each)));
    return surveyed({ ...state, overlay: { ...overlay, evidence } });
  };

const flag =
  (name: keyof ApplyFlags) =>
  (state: State): Step => {
    const { overlay } = state;
    if (overlay?.kind !== 'apply') return step(state);
    return step({ ...state, overlay: { ...overlay, flags: { ...overlay.flags, [name]: !overlay.flags[name] } } });
  };

const NO_FLAGS: ApplyFlags = { commit: false, notes: false, inPlace: false };

/** The confirmed action of the screen that is open. */
function write(state: State): Step {
  const { overlay } = state;
  if (overlay?.kind === 'undo')
    return step(say({ ...state, overlay: null }, 'plain', 'undoing …'), { type: 'ask', request: { type: 'undo' } });
  if (overlay?.kind === 'redo')
    return step(say({ ...state, overlay: null }, 'plain', 'redoing …'), { type: 'ask', request: { type: 'redo' } });
  if (overlay?.kind === 'commit')
    return step(
      { ...state, overlay: { ...overlay, isWriting: true } },
      { type: 'ask', request: { type: 'commit', id: overlay.receipt.id } },
    );
  if (overlay?.kind === 'mend') return writeMends(state);
  if (overlay?.kind !== 'apply') return step(state);
  const { paths, evidence } = overlay;
  const plans = paths.map((path) => state.plans.get(path)!.plan);
  const rungs = RUNGS.filter((rung) => evidence.includes(rung)).map((rung) => ({
    rung,
    state: 'waiting' as const,
    seconds: null,
    proofs: [],
    why: '',
  }));
  const last = state.lastRun?.rungs === rungs.map(({ rung }) => rung).join() ? state.lastRun : null;
  return step(
    { ...state, overlay: { ...EMPTY_RUN, paths, rungs, last }, message: null },
    {
      type: 'ask',
      request: { type: 'apply', plans, evidence, flags: overlay.flags, command: splitWords(state, overlay) },
    },
  );
}

export const APPLY_COMMANDS = {
  apply: (state: State): Step => openApply(state, [state.current!]),
  'apply-all': (state: State): Step => openApply(state, [...state.plans.keys()]),
  write,
  'rung-b': toggle('B'),
  'rung-a': toggle('A'),
  'rung-m': toggle('M'),
  'rung-t': toggle('T'),
  'flag-commit': flag('commit'),
  'flag-notes': flag('notes'),
  'flag-in-place': flag('inPlace'),
  'copy-receipt'(state: State): Step {
    const receipt = writtenReceipt(state)!;
    return step(say(state, 'fine', 'copied the text for the pull request'), {
      type: 'copy',
      text: renderReceiptMarkdown(receipt),
    });
  },
  commit(state: State): Step {
    const { overlay } = state;
    if (overlay?.kind !== 'run') return step(state);
    const receipt = writtenReceipt(state)!;
    return step({
      ...state,
      overlay: { kind: 'commit', run: overlay, receipt, problem: null, isWriting: false, top: 0 },
    });
  },
  'next-hotspot'(state: State): Step {
    const { cursor } = state.hotspots;
    const next: State = { ...state, overlay: null, view: 'hotspots', focus: 'list', mainTop: 0, message: null };
    return step(moveTo(next, cursor.at + 1));
  },
  output(state: State): Step {
    const { overlay } = state;
    return step(
      overlay?.kind === 'run' ? { ...state, overlay: { ...overlay, showOutput: !overlay.showOutput, top: 0 } } : state,
    );
  },
  cancel(state: State): Step {
    const { overlay } = state;
    if (overlay?.kind !== 'run') return step(state);
    return step({ ...state, overlay: { ...overlay, cancelling: true } }, { type: 'ask', request: { type: 'cancel' } });
  },
};
