import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { EngineEvent } from './messages.ts';

/** Rows in one message: so few that taking them over costs the screen no more than a few milliseconds. */
const PIECE = 1500;

/** Tells a ranking in pieces. */
export async function sendRows(
  emit: (event: EngineEvent) => void,
  by: 'file' | 'module',
  rows: readonly Hotspot[],
): Promise<void> {
  for (let i = 0; i === 0 || i < rows.length; i += PIECE) {
    emit({ type: 'ranked', by, rows: rows.slice(i, i + PIECE), first: i === 0 });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Tells the activity of the past year of the files that have one. */
export function sendActivity(emit: (event: EngineEvent) => void, rows: readonly Hotspot[]): void {
  const months = rows.flatMap(({ path, churn }) => (churn ? [[path, churn.trend] as const] : []));
  if (months.length > 0) emit({ type: 'activity', months: new Map(months) });
}
