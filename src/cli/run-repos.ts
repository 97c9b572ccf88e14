import { isAbsolute } from 'node:path';
import { throwIfCancelled } from '../core/cancelled.ts';
import { EXIT, type ExitCode, isRefactorError } from '../core/errors.ts';
import { readReceipt } from '../engine/apply/list-history.ts';
import { commitRun } from '../engine/repos/commit-run.ts';
import { prepareRepo } from '../engine/repos/prepare-repo.ts';
import { type RepoEntry, readRepos } from '../engine/repos/read-repos.ts';
import { RECEIPT_TRAILER } from '../engine/split/revert-commit.ts';
import type { Repository } from '../git/open-repository.ts';
import { plural } from '../report/fit-text.ts';
import { renderReceiptMarkdown } from '../report/receipt/render-receipt-markdown.ts';
import { type RepoRow, renderRepos, reposJson, reposMarkdown } from '../report/repos/repos-report.ts';
import { sanitize } from '../report/sanitize.ts';
import { SCHEMAS } from '../report/schemas.ts';
import { type Io, remark } from './io.ts';
import { readNamed } from './named-files.ts';
import { stateOf } from './with-state.ts';

export interface ReposOptions {
  /** The file that lists them. */
  readonly repos: string;
  readonly branch?: string;
  /** Where clones go. */
  readonly into?: string;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

/** Runs the codemods in the folder of `io`, and prints the report as JSON. */
export type RunThere = (io: Io) => Promise<ExitCode>;

/** Runs the same codemods in several repositories, one after the other, each on a branch of its own; one that fails does not stop the others. */
export async function runRepos(
  io: Io,
  codemods: readonly string[],
  { repos, branch = branchOf(codemods), into = '.', markdown, json }: ReposOptions,
  runThere: RunThere,
): Promise<ExitCode> {
  const entries = readRepos(readNamed(io, repos, REPOS_FILE), repos);
  const rows: RepoRow[] = [];
  for (const entry of entries) {
    throwIfCancelled(io.signal);
    remark(io, `${rows.length + 1} of ${entries.length} ${sanitize(entry.source)}\n`);
    rows.push(await runIn(io, entry, { branch, into, runThere }));
  }
  const report = { codemods, rows };
  io.stdout.write(json ? reposJson(report) : markdown ? reposMarkdown(report) : renderRepos(report));
  const isBad = ({ outcome, counts }: RepoRow): boolean =>
    outcome === 'failed' || outcome === 'not-shown' || (counts?.failed ?? 0) > 0;
  return rows.some(isBad) ? EXIT.findings : EXIT.fine;
}

const REPOS_FILE = 'a text file with a folder or an address of a repository on each line';

/** `omni-refactor/rename-prop`. */
const branchOf = ([first = '']: readonly string[]): string => `omni-refactor/${shortName(first) || 'run'}`;

/** Of `./codemods/rename-prop/codemod.ts` and `rename-prop.ts`: `rename-prop`. A file that is called as `new` calls all of them says nothing. */
function shortName(codemod: string): string {
  const words = codemod.split(/[\\/]/).filter((word) => word !== '' && word !== '.' && word !== '..');
  const name = (words.at(-1) ?? '').replace(/\.[^.]+$/, '');
  const folder = /^(?:rule|codemod|transform|index)$/.test(name) ? words.at(-2) : undefined;
  return (folder ?? name).replace(/[^\w-]+/g, '-');
}

async function runIn(
  io: Io,
  entry: RepoEntry,
  { branch, into, runThere }: { readonly branch: string; readonly into: string; readonly runThere: RunThere },
): Promise<RepoRow> {
  const { source } = entry;
  const prepared = await prepareRepo(entry, { cwd: io.cwd, into, branch, signal: io.signal });
  if ('why' in prepared) return failedRow(source, prepared.why);
  const { repository } = prepared;
  let stdout = '';
  const inner: Io = {
    ...io,
    cwd: repository.topLevel,
    stdout: { ...io.stdout, write: (text) => (stdout += text) },
  };
  try {
    await runThere(inner);
  } catch (error) {
    if (!isRefactorError(error)) throw error;
    throwIfCancelled(io.signal);
    return failedRow(source, `${error.problem.what}: ${error.problem.why}`);
  }
  const report = SCHEMAS.run.parse(JSON.parse(stdout));
  const row: RepoRow = {
    ...failedRow(source, null),
    outcome: report.outcome,
    counts: report.counts,
    failed: report.files.flatMap(({ path, status, why }) => (status === 'failed' ? [{ path, why: why ?? '' }] : [])),
    receipt: report.receipt,
  };
  return report.receipt === null
    ? row
    : { ...row, branch, commit: await commit(inner, repository, branch, report.receipt) };
}

const failedRow = (source: string, why: string | null): RepoRow => ({
  source,
  outcome: 'failed',
  why,
  counts: null,
  failed: [],
  branch: null,
  commit: null,
  receipt: null,
});

async function commit(io: Io, repository: Repository, branch: string, id: string): Promise<string> {
  const receipt = await readReceipt(await stateOf(io, repository.topLevel), id);
  // A file is handed to the run by its place on this machine, which means nothing to those who read the history.
  const names = receipt.codemods.map((name) => (isAbsolute(name) ? shortName(name) : name));
  const subject = `Run ${names.join(', ')} over ${plural(receipt.files.length, 'file')}`;
  const message = `${subject}\n\n${renderReceiptMarkdown(receipt)}\n${RECEIPT_TRAILER}: ${id}\n`;
  return commitRun(repository, branch, receipt, { message, signal: io.signal });
}
