import { lineAt, lineStartsOf } from '../../core/lines.ts';
import { selectedHotspot } from './hotspot-rows.ts';
import { currentPlan } from './list.ts';
import { itemAt } from './plan-items.ts';
import type { State } from './state.ts';
import { selectedFinding } from './visible-findings.ts';

/** The file and line (from 1) that the cursor is on, for the editor; null where it is on none. */
export function placeAt(state: State): { readonly path: string; readonly line: number } | null {
  if (state.view === 'hotspots') {
    const row = selectedHotspot(state);
    return row ? { path: row.worst?.path ?? row.path, line: row.worst?.line ?? 1 } : null;
  }
  if (state.view === 'checks') {
    const finding = selectedFinding(state);
    return finding ? { path: finding.place.path, line: finding.place.line ?? 1 } : null;
  }
  const plan = currentPlan(state);
  if (state.view !== 'plan' || !plan) return null;
  const item = itemAt(plan);
  const unit = item?.kind === 'group' || item === undefined ? undefined : plan.context.unitOf.get(item.id);
  return { path: plan.path, line: unit ? lineAt(lineStartsOf(plan.context.text), unit.body.start) : 1 };
}
