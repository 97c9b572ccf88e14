import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { killGroup, rememberGroup } from './living-groups.ts';
import { environmentOf, notStarted, type ProgramOptions } from './start-program.ts';

export interface ServiceEnd {
  /** null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** A program that is talked to over its pipes for as long as somebody wants: it has no timeout of its own. */
export interface Service {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** When the process itself has ended; its pipes may still be held by what it started. */
  readonly exited: Promise<ServiceEnd>;
  /** To the whole process group. */
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Closes all pipes from this side, and forgets the group. */
  readonly release: () => void;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Starts a program in a process group of its own, with three pipes; never goes through a shell. Until `release` the group is killed when this
 * process ends. Throws RefactorError `program-not-found`, `program-not-started` or `folder-not-found`.
 */
export async function startService(options: Pick<ProgramOptions, 'command' | 'cwd' | 'env'>): Promise<Service> {
  const child = spawned(options);
  const { pid, stdin, stdout, stderr } = child;
  if (pid === undefined) {
    const error = await new Promise<NodeJS.ErrnoException>((resolve) => child.once('error', resolve));
    throw notStarted(options, error.code);
  }
  const exited = new Promise<ServiceEnd>((resolve) =>
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal })),
  );
  const forget = rememberGroup(pid);
  // A program that ends while it is written to is no failure of this one.
  for (const stream of [stdin, stdout, stderr]) stream.on('error', () => {});
  return {
    pid,
    stdin,
    stdout,
    stderr,
    exited,
    kill: (signal) => killGroup(pid, signal),
    release: () => {
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
      child.unref();
      forget();
    },
  };
}

function spawned(options: Pick<ProgramOptions, 'command' | 'cwd' | 'env'>): Child {
  const [program, ...args] = options.command;
  if (program === undefined) throw new TypeError('a command needs a program');
  try {
    return spawn(program, args, {
      cwd: options.cwd,
      env: environmentOf(options.env),
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    // What the system refuses for other reasons than these few is thrown at once: ENOTDIR, E2BIG.
    throw notStarted(options, (error as NodeJS.ErrnoException).code);
  }
}
