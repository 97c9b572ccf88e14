import type { OpenedWorkspace } from '../engine/open-workspace.ts';

/** Counts and milliseconds by phase, for `--timings`. */
export function renderTimings({
  counts,
  timings,
  notes,
}: Pick<OpenedWorkspace, 'counts' | 'timings' | 'notes'>): string {
  const states = Object.entries(counts.byState)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
  const rows = Object.entries(timings).map(
    ([phase, ms]) => `  ${phase.padEnd(10)}${Math.round(ms).toString().padStart(8)} ms`,
  );
  return [
    `files      ${counts.files} (${states}); ${counts.sources} sources, ${counts.fromCache} from the cache, ${counts.read} read`,
    `nodes      ${counts.nodes}`,
    ...rows,
    ...notes.map((note) => `note: ${note}`),
    '',
  ].join('\n');
}
