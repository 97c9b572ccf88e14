import type { PublicItem } from './public-items.ts';

export const API_START = '<!-- omni-refactor:api -->';
export const API_END = '<!-- /omni-refactor:api -->';

/** The list between the marks, without them, each line ended: one row an item. */
export function printApi(items: readonly PublicItem[]): string {
  if (items.length === 0) return 'Nothing is exported.\n';
  return items
    .map(({ kind, name, summary }) => `- \`${kind} ${name}\`${summary === '' ? '' : `: ${summary}`}\n`)
    .join('');
}

/** Where the list stands in a README; null without marks, or where they do not stand once each in order. */
export function apiBlock(text: string): { readonly start: number; readonly end: number } | null {
  const start = text.indexOf(API_START);
  const end = text.indexOf(API_END);
  if (start === -1 || end < start || text.indexOf(API_START, start + 1) !== -1) return null;
  const line = text.indexOf('\n', start);
  return line === -1 || line > end ? null : { start: line + 1, end };
}
