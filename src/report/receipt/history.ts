import type { HistoryEntry } from '../../engine/apply/list-history.ts';
import { sanitize } from '../sanitize.ts';

/** One row an apply: id, state, when, evidence, files. */
export function renderHistory(entries: readonly HistoryEntry[]): string {
  if (entries.length === 0) return 'Nothing was applied in this workspace yet.\n';
  return entries
    .map(({ receipt, ...entry }) => {
      const files = receipt.files.map(({ path }) => sanitize(path));
      const more = files.length > 3 ? ` and ${files.length - 3} more` : '';
      return `${entry.id}  ${receipt.appliedAt.slice(0, 16).replace('T', ' ')}  ${stateWords(entry).padEnd(10)}  ${receipt.asked.join('+').padEnd(5)}  ${files.slice(0, 3).join(', ')}${more}\n`;
    })
    .join('');
}

function stateWords({ state, undoable, redoable }: Omit<HistoryEntry, 'receipt'>): string {
  if (state === 'open') return 'unfinished';
  if (state === 'undone') return redoable ? 'undone (redo)' : 'undone';
  return undoable ? 'applied' : 'applied (too old to undo)';
}
