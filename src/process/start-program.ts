import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { cancelled, throwIfCancelled } from '../core/cancelled.ts';
import { RefactorError } from '../core/errors.ts';
import { killGroup, rememberGroup } from './living-groups.ts';

export interface ProgramOptions {
  /** The program and its arguments; never goes through a shell. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** Laid over this process's environment; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
  readonly input?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

export interface ProgramEnd {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly seconds: number;
  readonly timedOut: boolean;
}

type Listener = (stream: 'stdout' | 'stderr', chunk: Buffer) => void;

const TERM_TO_KILL_MS = 1_000;
const PIPE_GRACE_MS = 1_000;

/**
 * Starts a program in a process group of its own and hands its output on, chunk by chunk. On timeout or abort the whole group gets
 * SIGTERM, a second later SIGKILL. Throws RefactorError `program-not-found`, `program-not-started`, `folder-not-found` or `cancelled`.
 */
export async function startProgram(options: ProgramOptions, onChunk: Listener): Promise<ProgramEnd> {
  throwIfCancelled(options.signal);
  const [program, ...args] = options.command;
  if (program === undefined) throw new TypeError('a command needs a program');
  const started = performance.now();
  const child = spawnGroup(options, program, args);
  const { pid, stdout, stderr } = child;
  if (pid === undefined) throw notStarted(options, await codeOfError(child));
  const closed = new Promise<Pick<ProgramEnd, 'exitCode' | 'signal'>>((resolve) =>
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal })),
  );

  const forget = rememberGroup(pid);
  const timers: NodeJS.Timeout[] = [];
  let timedOut = false;
  // A process that left the group can still hold the pipes: they are closed from this side then.
  const closePipes = (): void => {
    stdout.destroy();
    stderr.destroy();
  };
  const kill = (): void => {
    killGroup(pid, 'SIGTERM');
    timers.push(
      setTimeout(() => {
        killGroup(pid, 'SIGKILL');
        timers.push(setTimeout(closePipes, PIPE_GRACE_MS));
      }, TERM_TO_KILL_MS),
    );
  };
  if (options.timeoutMs !== undefined)
    timers.push(
      setTimeout(() => {
        timedOut = true;
        kill();
      }, options.timeoutMs),
    );
  options.signal?.addEventListener('abort', kill, { once: true });
  child.once('exit', () => timers.push(setTimeout(endLeftovers, PIPE_GRACE_MS)));
  const endLeftovers = (): void => {
    killGroup(pid, 'SIGKILL');
    timers.push(setTimeout(closePipes, PIPE_GRACE_MS));
  };
  stdout.on('data', (chunk: Buffer) => onChunk('stdout', chunk));
  stderr.on('data', (chunk: Buffer) => onChunk('stderr', chunk));
  try {
    const end = await closed;
    if (timedOut || options.signal?.aborted) killGroup(pid, 'SIGKILL');
    if (options.signal?.aborted) throw cancelled();
    return {
      ...end,
      seconds: (performance.now() - started) / 1000,
      timedOut,
    };
  } finally {
    options.signal?.removeEventListener('abort', kill);
    for (const timer of timers) clearTimeout(timer);
    forget();
  }
}

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

/** Without a pid where it could not be started: an error event follows. */
function spawnGroup(options: ProgramOptions, program: string, args: readonly string[]): Child {
  const { cwd, input } = options;
  try {
    const settings = { cwd, env: environmentOf(options.env), detached: true } as const;
    if (input === undefined) return spawn(program, args, { ...settings, stdio: ['ignore', 'pipe', 'pipe'] });
    const child = spawn(program, args, { ...settings, stdio: ['pipe', 'pipe', 'pipe'] });
    // A program need not read its input to the end.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    return child;
  } catch (error) {
    // What the system refuses for other reasons than these few is thrown at once: ENOTDIR, E2BIG.
    throw notStarted(options, (error as NodeJS.ErrnoException).code);
  }
}

const codeOfError = (child: Child): Promise<string | undefined> =>
  new Promise((resolve) => child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code)));

/** This process's environment with an overlay on it; `undefined` takes a variable away. */
export function environmentOf(overlay: ProgramOptions['env']): Record<string, string> {
  const merged = { ...process.env, ...overlay };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Why a program could not be started, in three parts. @param code of the system, `ENOENT` */
export function notStarted(options: Pick<ProgramOptions, 'command' | 'cwd'>, code: string | undefined): RefactorError {
  const program = options.command[0]!;
  if (!existsSync(options.cwd))
    return new RefactorError({
      code: 'folder-not-found',
      what: `${program} cannot be started in ${options.cwd}`,
      why: 'there is no such folder',
      whatToDo: 'Check the path.',
    });
  if (code === 'ENOENT')
    return new RefactorError({
      code: 'program-not-found',
      what: `${program} cannot be started`,
      why: 'no such program is installed, or it is not on the PATH',
      whatToDo: `Install ${program}, or put it on the PATH.`,
    });
  return new RefactorError({
    code: 'program-not-started',
    what: `${program} cannot be started`,
    why: `the system reported ${code ?? 'no reason'}`,
    whatToDo: 'Check that the file is executable.',
  });
}
