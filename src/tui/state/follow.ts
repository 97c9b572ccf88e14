import { selectedHotspot } from './hotspot-rows.ts';
import { currentPlan } from './list.ts';
import { type State, type Step, step } from './state.ts';
import { functionOf, selectedFinding } from './visible-findings.ts';

function describedPath(state: State): string | undefined {
  if (state.view === 'hotspots') return selectedHotspot(state)?.path;
  const finding = selectedFinding(state);
  return finding && functionOf(finding)?.path;
}

/** Selection drives what is shown: asks for what the right pane needs and has not, once. */
export function follow(state: State): Step {
  if (!state.scan.opened || state.scan.phase !== null) return step(state);
  if (state.view === 'hotspots' || state.view === 'checks') {
    const path = describedPath(state);
    if (path === undefined || state.details.has(path) || state.asked.detail === path) return step(state);
    return step(
      { ...state, asked: { ...state.asked, detail: path } },
      { type: 'ask', request: { type: 'detail', path }, soon: 'detail' },
    );
  }
  const plan = currentPlan(state);
  if (state.view !== 'plan' || !plan || plan.previewed === plan.revision) return step(state);
  const key = `${plan.path} ${plan.revision}`;
  if (state.asked.preview === key) return step(state);
  const { plan: wanted, revision } = plan;
  return step(
    { ...state, asked: { ...state.asked, preview: key } },
    { type: 'ask', request: { type: 'preview', plan: wanted, revision }, soon: 'preview' },
  );
}
