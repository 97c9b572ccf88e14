import type { Receipt } from '../../core/receipt.ts';
import type { State } from './state.ts';

/** The receipt of the run that has ended on this screen, once the history has it; null where nothing was written. */
export function writtenReceipt({ overlay, history }: State): Receipt | null {
  if (overlay?.kind !== 'run' || overlay.ended === null || !('applied' in overlay.ended)) return null;
  const { receipt } = overlay.ended.applied;
  return history.entries.find(({ id }) => id === receipt)?.receipt ?? null;
}
