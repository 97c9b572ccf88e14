import { RefactorError } from '../core/errors.ts';
import { collectOutput } from '../process/collect-output.ts';
import { type BytesResult, runForBytes } from '../process/run-for-bytes.ts';
import { type ProgramOptions, startProgram } from '../process/start-program.ts';

export interface GitOptions {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  readonly signal?: AbortSignal | undefined;
  /** More `-c name=value` settings. */
  readonly settings?: readonly string[];
  /** Laid over the quiet environment: `GIT_INDEX_FILE` for an index of one's own, an author. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Reads only: nothing that runs a program of the user's, asks a question, opens a connection or writes below `.git`. */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'core.untrackedCache=false',
  'log.showSignature=false',
  'diff.relative=false',
  'diff.orderFile=/dev/null',
  'mailmap.file=',
  'protocol.allow=never',
];

const ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_PAGER: 'cat',
  // Set while git runs a hook: they would point at another repository or at a half-made index.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_NAMESPACE: undefined,
  GIT_EXTERNAL_DIFF: undefined,
  GIT_TRACE: undefined,
  GIT_TRACE2: undefined,
};

/** Runs git for its output; a non-zero exit code is a result. Throws RefactorError `program-not-found` where git is not installed. */
export const tryGit = (args: readonly string[], options: GitOptions): Promise<BytesResult> =>
  runForBytes(programOf(args, options));

function programOf(args: readonly string[], options: GitOptions): ProgramOptions {
  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  return {
    command: ['git', '--no-pager', ...settings, ...args],
    cwd: options.cwd,
    env: { ...ENVIRONMENT, ...options.env },
    ...(options.input === undefined ? {} : { input: options.input }),
    ...(options.signal ? { signal: options.signal } : {}),
  };
}

/** Like `tryGit`, for commands that can only fail when the repository is damaged: throws RefactorError `git-failed`. */
export async function runGit(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const result = await tryGit(args, options);
  if (result.exitCode === 0) return result.stdout;
  throw gitFailed(args, lastLine(result.stderr) || `it ended with ${result.exitCode ?? result.signal}`);
}

const STDERR_CAP = 64 * 1024;

/** Like `runGit`, for output that is too much to hold: it is handed on as it comes. */
export async function streamGit(
  args: readonly string[],
  options: GitOptions,
  onChunk: (chunk: Buffer) => void,
): Promise<void> {
  const stderr = collectOutput(STDERR_CAP);
  const end = await startProgram(programOf(args, options), (stream, chunk) =>
    stream === 'stdout' ? onChunk(chunk) : stderr.add(chunk),
  );
  if (end.exitCode === 0) return;
  const complaint = lastLine(stderr.end().bytes.toString('utf8'));
  throw gitFailed(args, complaint || `it ended with ${end.exitCode ?? end.signal}`);
}

const gitFailed = (args: readonly string[], why: string): RefactorError =>
  new RefactorError({
    code: 'git-failed',
    what: `git ${args.join(' ')} failed`,
    why,
    whatToDo: 'Run the command by hand in the workspace; fix the repository if it fails there too.',
  });

export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
