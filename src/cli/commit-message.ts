import { type Io, remark } from './io.ts';

/** Says which commits were made. */
export function tellCommits(io: Io, commits: readonly string[]): void {
  const ids = commits.map((id) => id.slice(0, 12));
  remark(io, `Committed as ${ids.length === 1 ? ids[0] : `${ids.join(' (moves) and ')} (glue)`}.\n`);
}
