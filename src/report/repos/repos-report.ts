import { escapeCell, escapeCode } from '../escape-markdown.ts';
import { padEnd, widthOf } from '../fit-text.ts';
import { reportJson } from '../report-json.ts';
import { sanitize } from '../sanitize.ts';

/** How a run in one of several repositories ended. */
export interface RepoRow {
  /** As the list names it. */
  readonly source: string;
  readonly outcome: 'applied' | 'would-change' | 'nothing' | 'not-shown' | 'failed';
  /** Why it failed. */
  readonly why: string | null;
  readonly counts: RepoCounts | null;
  /** Files that failed, with their reasons. */
  readonly failed: readonly { readonly path: string; readonly why: string }[];
  /** Null where nothing was written. */
  readonly branch: string | null;
  readonly commit: string | null;
  readonly receipt: string | null;
}

interface RepoCounts {
  readonly found: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface ReposReport {
  readonly codemods: readonly string[];
  readonly rows: readonly RepoRow[];
}

/** `run --repos --json`. Ends with a newline. */
export const reposJson = ({ codemods, rows }: ReposReport): string =>
  reportJson({ schemaVersion: 1, kind: 'run-repos', codemods: [...codemods], rows: [...rows] });

/** A row for each repository. Ends with a newline. */
export function renderRepos({ rows }: ReposReport): string {
  const width = Math.max(0, ...rows.map(({ source }) => widthOf(sanitize(source))));
  const lines = rows.map((row) => `${padEnd(sanitize(row.source), width)}  ${sanitize(wordsOf(row))}`);
  const applied = rows.filter(({ outcome }) => outcome === 'applied').length;
  return `${[...lines, '', `${applied} of ${rows.length} repositories changed`].join('\n')}\n`;
}

function wordsOf({ outcome, why, counts, branch, commit, receipt }: RepoRow): string {
  if (outcome === 'failed' || counts === null) return `failed: ${why}`;
  const failed = counts.failed === 0 ? '' : `, ${counts.failed} failed`;
  const size = `${counts.changed} of ${counts.found} files${failed}`;
  if (outcome === 'applied') return `${size}, branch ${branch}, commit ${commit?.slice(0, 12)}, receipt ${receipt}`;
  if (outcome === 'not-shown') return `${size}: what --evidence asked for could not be shown, nothing was written`;
  return outcome === 'nothing' ? `nothing to do${failed}` : `${size} would change`;
}

/** A section for each repository, for its pull request. Ends with a newline. */
export function reposMarkdown({ codemods, rows }: ReposReport): string {
  const sections = rows.map((row) => {
    const { source, counts, failed } = row;
    const totals =
      counts === null
        ? []
        : [
            '',
            '| found | changed | unchanged | skipped | failed |',
            '| --- | --- | --- | --- | --- |',
            `| ${counts.found} | ${counts.changed} | ${counts.unchanged} | ${counts.skipped} | ${counts.failed} |`,
          ];
    const reasons = failed.map(({ path, why }) => `- ${escapeCode(path)}: ${escapeCell(why)}`);
    return [
      `## ${escapeCode(source)}`,
      '',
      escapeCell(wordsOf(row)),
      ...totals,
      ...(reasons.length > 0 ? ['', ...reasons] : []),
    ].join('\n');
  });
  return `${[`# ${codemods.map(escapeCode).join(', ')}`, ...sections].join('\n\n')}\n`;
}
