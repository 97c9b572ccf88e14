import type { History } from '../../src/git/history.ts';
import { COUPLING_RULES } from './coupling.ts';
import { changesIn, type Span } from './function-churn.ts';

/** For each range of a file's lines the commits that changed it. Commits of more than 30 files show nothing, and do not count. */
export interface SpanChanges {
  /** ISO day. */
  readonly since: string;
  readonly commits: readonly (readonly number[])[];
}

/** @returns why there is no result, where the history of lines was not read or takes no part */
export function spanChanges(history: History, path: string, spans: readonly Span[]): SpanChanges | string {
  if (history.status !== 'ok') return history.reason;
  const { lines, log } = history;
  if (lines.status !== 'ok') return lines.reason;
  const file = lines.files.get(path);
  const isSmall = (commit: number): boolean => log[commit]!.size <= COUPLING_RULES.commitFiles;
  return { since: lines.since, commits: spans.map((span) => (file ? changesIn(file, span).filter(isSmall) : [])) };
}
