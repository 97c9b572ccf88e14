import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One process as the system lists it; pid and start together are its identity, since a pid is given again. */
export interface ListedProcess {
  readonly pid: number;
  /** The first 15 characters of its name, as it may have set it itself. */
  readonly name: string;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks since the machine started. */
  readonly start: number;
}

/** Every process but zombies. Empty where the system has no /proc: macOS, Windows. */
export function readProcesses(): ListedProcess[] {
  return namesIn('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
}

/** Null where it is gone, or a zombie. */
export function readProcess(pid: number): ListedProcess | null {
  const stat = textOf(`/proc/${pid}/stat`);
  // The name stands in parentheses and may hold some itself.
  const open = stat.indexOf('(');
  const close = stat.lastIndexOf(')');
  if (open < 0 || close < 0) return null;
  const [state, parent, group, session, ...rest] = stat.slice(close + 2).split(' ');
  if (state === 'Z' || state === 'X') return null;
  return {
    pid,
    name: stat.slice(open + 1, close),
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    start: Number(rest[15]),
  };
}

/** Whether the environment that it was started with holds `NAME=value`. False where it may not be read. */
export const startedWith = (pid: number, entry: string): boolean =>
  textOf(`/proc/${pid}/environ`).split('\0').includes(entry);

/** What its standard streams are, `socket:[123]`: two processes that share a pipe have the same one. */
export const standardStreamsOf = (pid: number): string[] =>
  [0, 1, 2].flatMap((fd) => linkOf(`/proc/${pid}/fd/${fd}`) ?? []);

/** The same of all that it has open. */
export const openFilesOf = (pid: number): string[] =>
  namesIn(`/proc/${pid}/fd`).flatMap((name) => linkOf(`/proc/${pid}/fd/${name}`) ?? []);

// A process may end between any two of these: what is gone has no names, no text and no link.
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function linkOf(file: string): string | null {
  try {
    return readlinkSync(file);
  } catch {
    return null;
  }
}
