import { plural } from '../../report/fit-text.ts';
import { renderReceiptMarkdown } from '../../report/receipt/render-receipt-markdown.ts';
import type { Line } from '../paint/line.ts';
import type { State } from '../state/state.ts';
import { markdownLines } from './markdown-lines.ts';
import type { Content } from './pane.ts';

export function historyPane(state: State, height: number): Content {
  const { entries, cursor } = state.history;
  const shown = entries.slice(cursor.top, cursor.top + Math.max(1, height - 1));
  const lines = shown.map(
    ({ id, state: how, receipt }, i): Line => [
      ['mark', cursor.top + i === cursor.at ? '> ' : '  '],
      [how === 'applied' ? 'fine' : how === 'open' ? 'hot' : 'faint', how === 'open' ? 'unfinished' : how.padEnd(8)],
      ['plain', ` ${id}  ${receipt.appliedAt.slice(0, 16).replace('T', ' ')}  ${receipt.asked.join('+')}  `],
      ['path', receipt.files[0]?.path ?? ''],
      ['faint', receipt.files.length > 1 ? ` and ${receipt.files.length - 1} more` : ''],
    ],
  );
  return {
    title: [
      ['title', 'History'],
      ['plain', ` · ${plural(entries.length, 'apply', 'applies')}`],
    ],
    lines: lines.length > 0 ? lines : [[['faint', '  nothing was applied in this workspace yet']]],
    selected: lines.length > 0 ? cursor.at - cursor.top : null,
    top: cursor.top,
    of: entries.length,
  };
}

export function receiptPane(state: State, width: number): Content {
  const entry = state.history.entries[state.history.cursor.at];
  if (!entry) return { title: [['title', 'Receipt']], lines: [], selected: null, top: 0 };
  return {
    title: [
      ['title', 'Receipt '],
      ['plain', entry.id],
    ],
    lines: markdownLines(renderReceiptMarkdown(entry.receipt), width),
    selected: null,
    top: state.mainTop,
  };
}
