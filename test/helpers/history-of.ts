import type { FileLines, History } from '../../src/git/history.ts';

/** A history of these commits, the newest first: one a month before 2026-01-15, by Ada and Bob in turn. */
export function historyOf(
  commits: readonly (readonly string[])[],
  lines: ReadonlyMap<string, FileLines> | null = null,
): History {
  const changes = new Map<string, number[]>();
  commits.forEach((paths, i) => {
    for (const path of paths) changes.set(path, [...(changes.get(path) ?? []), i]);
  });
  return {
    status: 'ok',
    head: 'abc',
    headDate: '2026-01-15',
    since: null,
    commits: commits.length,
    files: new Map(
      [...changes].map(([path, own]) => [
        path,
        { revisions: own.length, revisionsDecayed: 1, authors: 1, lastChange: '2026-01-15', changes: own },
      ]),
    ),
    log: commits.map((paths, i) => ({
      time: Date.UTC(2026, -i, 15) / 1000,
      author: i % 2 === 0 ? 'Ada' : 'Bob',
      weight: 2 ** -i,
      size: paths.length,
    })),
    lines:
      lines === null
        ? { status: 'not-read', reason: 'it was not asked for' }
        : { status: 'ok', since: '2025-01-15', files: lines },
  };
}
