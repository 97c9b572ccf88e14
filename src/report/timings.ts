import type { OpenedWorkspace } from '../engine/open-workspace.ts';

/** Counts and milliseconds by phase, for `--timings`. */
export function renderTimings({ counts, timings }: Pick<OpenedWorkspace, 'counts' | 'timings'>): string {
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
    '',
  ].join('\n');
}
