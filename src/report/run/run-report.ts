import type { Evidence } from '../../core/evidence.ts';
import { countOf, type RunFile, type RunResult } from '../../core/run-result.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

/** How a run ended. `shown`: what was asked to be shown of the change. */
export interface RunReport {
  readonly result: RunResult;
  readonly outcome: 'applied' | 'would-change' | 'nothing' | 'not-shown';
  readonly receipt: string | null;
  readonly shown: Evidence;
}

const counts = (result: RunResult) => ({
  found: result.files.length,
  changed: countOf(result, 'changed'),
  unchanged: countOf(result, 'unchanged'),
  skipped: countOf(result, 'skipped'),
  failed: countOf(result, 'failed'),
});

/** As `schemas/run.schema.json` says. */
export const runJson = ({ result, outcome, receipt, shown }: RunReport): string =>
  reportJson({
    schemaVersion: 1,
    kind: 'run',
    outcome,
    codemods: result.codemods,
    receipt,
    counts: counts(result),
    files: result.files.flatMap(({ status, ...file }) =>
      status === 'unchanged'
        ? []
        : [
            {
              path: file.path,
              status,
              why: file.why,
              whole: file.whole,
              unstable: file.unstable,
              movedTo: file.movedTo,
            },
          ],
    ),
    stats: result.stats,
    reports: result.reports,
    shown: shown.proofs.map(({ rung, path, verdict, why }) => ({ rung, path, verdict, why })),
  });

/** Failures first, each with its reason; then what changed, why files were skipped, and totals that add up. */
export function renderRun(report: RunReport): string {
  const { result, shown } = report;
  const of = (status: RunFile['status']): readonly RunFile[] => result.files.filter((file) => file.status === status);
  const lines = [
    ...of('failed').map(({ path, why }) => `failed   ${sanitize(path)}: ${sanitize(why!)}`),
    ...of('changed').map((file) => `changed  ${sanitize(file.path)}${remarks(file)}`),
    ...result.reports.map(({ path, text }) => `report   ${sanitize(path)}: ${sanitize(text)}`),
    ...shown.proofs
      .filter(({ verdict }) => verdict !== 'proven')
      .map(({ rung, path, verdict, why }) => `${rung} ${verdict}  ${sanitize(path)}: ${sanitize(why)}`),
  ];
  const skipped = tally(of('skipped').map(({ why }) => why!));
  const stats = Object.entries(result.stats).sort();
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...skipped.map(([why, count]) => `${count} skipped: ${sanitize(why)}`),
    ...stats.map(([name, count]) => `${count} ${sanitize(name)}`),
    totals(counts(result)),
    closing(report),
    '',
  ].join('\n');
}

const totals = ({ found, changed, unchanged, skipped, failed }: ReturnType<typeof counts>): string =>
  `${found} found = ${changed} changed + ${unchanged} unchanged + ${skipped} skipped + ${failed} failed`;

const remarks = ({ whole, unstable, movedTo }: RunFile): string =>
  [
    movedTo === null ? '' : `; moved to ${sanitize(movedTo)}`,
    ...whole.map(({ step, why }) => `; the whole print of ${sanitize(step)} was taken: ${sanitize(why)}`),
    ...unstable.map((step) => `; ${sanitize(step)} would change it again`),
  ].join('');

function tally(reasons: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const reason of reasons) found.set(reason, (found.get(reason) ?? 0) + 1);
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function closing({ outcome, receipt, shown }: RunReport): string {
  const rungs = [...new Set(shown.proofs.map(({ rung }) => rung))];
  if (outcome === 'applied')
    return `Applied${rungs.length > 0 ? `; shown: ${rungs.join(', ')}` : '; nothing was proven'}. Receipt ${receipt}. Undo with: omni-refactor undo`;
  if (outcome === 'would-change') return 'Nothing was written.';
  if (outcome === 'not-shown') return 'Nothing was written: what --evidence asked for could not be shown.';
  return 'Nothing to do.';
}
