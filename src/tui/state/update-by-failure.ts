import type { EngineEvent } from '../engine/messages.ts';
import { type State, say } from './state.ts';

/** What went wrong is told where it was asked for. */
export function failed(state: State, { request, problem }: Extract<EngineEvent, { type: 'failed' }>): State {
  const { overlay } = state;
  const text = `${problem.what}: ${problem.why}. ${problem.whatToDo}`;
  if (problem.code === 'cancelled' && request.type !== 'apply') return state;
  switch (request.type) {
    case 'open':
      return {
        ...say(state, 'hot', text),
        scan: { ...state.scan, phase: null, problem },
        planning: new Set([...state.planning].filter((path) => !state.queued.includes(path))),
        queued: [],
      };
    case 'apply':
      return overlay?.kind === 'run' && !overlay.ended
        ? { ...state, overlay: { ...overlay, ended: { problem } } }
        : say(state, 'hot', text);
    case 'survey':
      return overlay?.kind === 'apply' ? { ...state, overlay: { ...overlay, problem } } : state;
    case 'survey-mends':
    case 'mend':
    case 'commit':
      return overlay?.kind === 'mend' || overlay?.kind === 'commit'
        ? { ...state, overlay: { ...overlay, problem, isWriting: false } }
        : say(state, 'hot', text);
    case 'plan':
      return say(unplanned(state, request.path), 'hot', text);
    case 'detail':
      return problem.code === 'not-open-yet'
        ? { ...state, asked: { ...state.asked, detail: null } }
        : say(state, 'hot', text);
    default:
      return say(state, 'hot', text);
  }
}

/** A plan that cannot be made is waited for no more. */
function unplanned(state: State, path: string): State {
  const planning = new Set(state.planning);
  planning.delete(path);
  const [current = null] = state.plans.keys();
  const gone = state.current === path && !state.plans.has(path);
  return { ...state, planning, ...(gone ? { current } : {}) };
}
