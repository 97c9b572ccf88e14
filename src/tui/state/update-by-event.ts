import type { EngineEvent } from '../engine/messages.ts';
import { dropPlans } from './drop-plans.ts';
import { moveTo } from './list.ts';
import { planState } from './plan-state.ts';
import { askPlan, type State, type Step, say, step } from './state.ts';
import { failed } from './update-by-failure.ts';
import { updateRun } from './update-run.ts';

const KEPT_DETAILS = 100;
const KEPT_LOG = 500;

type EventOf<Type> = Extract<EngineEvent, { type: Type }>;

/** What an answer or a piece of news from the engine makes of the state. Answers to what nobody asks any more are dropped. */
export function updateByEvent(state: State, event: EngineEvent, now: number): Step {
  switch (event.type) {
    case 'progress':
      return step(progressed(state, event, now));
    case 'rows':
      return step(withEarlyRows(state, event));
    case 'ranked':
      return step(ranked(state, event));
    case 'opened':
      return step({ ...opened(state, event), queued: [] }, HISTORY, ...state.queued.map(askPlan));
    case 'activity':
      return step({ ...state, months: event.months });
    case 'detail':
      return step({ ...state, details: withRecent(state.details, event.detail.path, event.detail) });
    case 'planned':
      return step(plannedFile(state, event));
    case 'preview':
      return step(withPreview(state, event));
    case 'saved':
      return step(saved(state, event));
    case 'surveyed':
    case 'mends':
      return step(surveyed(state, event));
    case 'mended':
      return step(mended(state, event), HISTORY);
    case 'announce':
    case 'applied':
      return step(updateRun(state, event, now), ...(event.type === 'applied' ? [HISTORY] : []));
    case 'history':
      return step(moveTo({ ...state, history: { ...state.history, entries: event.entries } }, cursorOf(state)));
    case 'undone': {
      const commit = event.commit === null ? '' : `, commit ${event.commit.slice(0, 12)}`;
      return step(say(dropPlans(state), 'fine', `undid ${event.id}: ${event.paths.length} files${commit}`), HISTORY);
    }
    case 'redone': {
      const commit = event.commit === null ? '' : `, commit ${event.commit.slice(0, 12)}`;
      return step(say(dropPlans(state), 'fine', `redid ${event.id}: ${event.paths.length} files${commit}`), HISTORY);
    }
    case 'committed':
      return step(committed(state, event));
    case 'failed':
      return step(failed(state, event));
  }
}

/** Until a ranking is there, that of an earlier session too, files by complexity alone. */
function withEarlyRows(state: State, { rows }: EventOf<'rows'>): State {
  const isRanked = (state.rows.file[0]?.rank ?? 0) > 0;
  return state.scan.opened || isRanked
    ? state
    : { ...state, rows: { ...state.rows, file: [...state.rows.file, ...rows] } };
}

function saved(state: State, { file }: EventOf<'saved'>): State {
  const plan = state.current === null ? undefined : state.plans.get(state.current);
  const plans = plan ? new Map(state.plans).set(plan.path, { ...plan, file }) : state.plans;
  return say({ ...state, plans }, 'fine', `saved ${file}`);
}

/** What will be written, for the screen that asked, if it is still open. */
function surveyed(state: State, event: EventOf<'surveyed' | 'mends'>): State {
  const { overlay } = state;
  if (event.type === 'surveyed' && overlay?.kind === 'apply')
    return { ...state, overlay: { ...overlay, survey: event.survey } };
  if (event.type === 'mends' && overlay?.kind === 'mend')
    return { ...state, overlay: { ...overlay, mends: event.mends } };
  return state;
}

/** What was written is told; plans of other files stay, the scan that follows drops none that still fits. */
function mended(state: State, { mended: count, receipt }: EventOf<'mended'>): State {
  const next = state.overlay?.kind === 'mend' ? { ...state, overlay: null } : state;
  return receipt === null
    ? say(next, 'warm', 'nothing was written: nothing could be fixed any more')
    : say(next, 'fine', `fixed ${count}: z undoes it (${receipt})`);
}

/** Back to the run, which says so. */
function committed(state: State, { commits }: EventOf<'committed'>): State {
  const { overlay } = state;
  const text = `committed as ${commits.map((id) => id.slice(0, 12)).join(' and ')}`;
  const run = overlay?.kind === 'commit' ? overlay.run : null;
  if (run?.ended && 'applied' in run.ended)
    return say({ ...state, overlay: { ...run, ended: { applied: { ...run.ended.applied, commits } } } }, 'fine', text);
  return say(state, 'fine', text);
}

const HISTORY = { type: 'ask', request: { type: 'history' } } as const;

const cursorOf = (state: State): number => (state.view === 'history' ? state.history.cursor.at : -1);

function progressed(state: State, { event }: EventOf<'progress'>, now: number): State {
  const run = updateRun(state, { type: 'progress', event }, now);
  if (event.type === 'command') {
    const log = [...run.log, event.command.join(' ')].slice(-KEPT_LOG);
    return { ...run, log };
  }
  if (run.overlay?.kind === 'run' && !run.overlay.ended) return run;
  if (event.type === 'note') return say(run, 'warm', event.text);
  if (event.type === 'phase' && SCANNING.has(event.phase))
    return {
      ...run,
      scan: { ...run.scan, phase: event.phase, ...(event.total === undefined ? {} : { done: 0, total: event.total }) },
    };
  if (event.type === 'step' && SCANNING.has(event.phase))
    return { ...run, scan: { ...run.scan, phase: event.phase, done: event.done, total: event.total } };
  return run;
}

const SCANNING: ReadonlySet<string> = new Set(['discover', 'facts', 'history', 'analyze']);

function ranked(state: State, { by, rows, first }: EventOf<'ranked'>): State {
  const all = first ? rows : [...state.rows[by], ...rows];
  return { ...state, rows: { ...state.rows, [by]: all } };
}

/** A scan has come to its end. Plans whose files changed since cannot be used any more; the others stay. */
function opened(state: State, { opened: found }: EventOf<'opened'>): State {
  const scan = { ...state.scan, phase: null, opened: found, problem: null };
  const notes = found.unfinished === null ? null : `the apply ${found.unfinished} did not finish: z undoes it`;
  const next: State = { ...state, scan, details: new Map(), asked: { detail: null, preview: null } };
  const settled = moveTo(next, state.view === 'hotspots' ? state.hotspots.cursor.at : 0);
  return notes === null ? settled : say(settled, 'hot', notes);
}

function plannedFile(state: State, { planned }: EventOf<'planned'>): State {
  const planning = new Set(state.planning);
  planning.delete(planned.path);
  const plan = planState(planned, state.plans.get(planned.path));
  const current = state.current === null || !state.plans.has(state.current) ? planned.path : state.current;
  const { limit, bound } = planned.plan;
  const next: State = { ...state, planning, current, plans: new Map(state.plans).set(planned.path, plan) };
  if (planned.source !== null) return say(next, 'fine', `loaded ${planned.source}`);
  return bound.lines > limit
    ? say(next, 'warm', `no plan gets below ${bound.lines} lines: ${bound.setBy[0]} sets that`)
    : next;
}

function withRecent<T>(map: ReadonlyMap<string, T>, key: string, value: T): Map<string, T> {
  const next = new Map(map);
  next.delete(key);
  next.set(key, value);
  const [oldest] = next.keys();
  if (next.size > KEPT_DETAILS && oldest !== undefined) next.delete(oldest);
  return next;
}

/** A preview of a plan that has been edited since is dropped. */
function withPreview(state: State, { path, preview, revision }: Extract<EngineEvent, { type: 'preview' }>): State {
  const plan = state.plans.get(path);
  if (!plan || plan.revision !== revision) return state;
  return { ...state, plans: new Map(state.plans).set(path, { ...plan, preview, previewed: revision }) };
}
