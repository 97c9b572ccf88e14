import { basename, dirname } from 'node:path';
import { messagePlace } from './message-place.ts';
import type { CompilerMessage } from './read-messages.ts';

/**
 * Why a run of cargo failed, in the tool's own words: the compiler's first error in the workspace, else in what it depends on, else what cargo
 * says, with the last of its causes or what a build script panicked with.
 * @param all what the compiler said of any package
 * @param own the same of the workspace's packages
 */
export function failureReason(
  all: readonly CompilerMessage[],
  own: readonly CompilerMessage[],
  stderr: string,
): string {
  const error = own.find(isError);
  if (error) return `${error.message.message}${messagePlace(error.message)}`;
  const outside = all.find(isError);
  if (outside) return `${basename(dirname(outside.manifest))}: ${outside.message.message}`;
  const lines = stderr.split('\n').map((line) => line.trim());
  const first = lines.find((line) => line.startsWith('error')) ?? lines.find((line) => line !== '') ?? '';
  const cause = panicOf(lines) ?? lastCause(lines);
  return cause === null || first.includes(cause) ? first : `${first}: ${cause}`;
}

const isError = ({ message }: CompilerMessage): boolean => message.level.startsWith('error');

/** What stands below `thread 'main' panicked at build.rs:3:5:`. */
function panicOf(lines: readonly string[]): string | null {
  const at = lines.findIndex((line) => /^thread '.*panicked at /.test(line));
  return at === -1 ? null : (lines.slice(at + 1).find((line) => line !== '') ?? null);
}

/** The chain below `Caused by:` goes from what was wanted to what went wrong. */
function lastCause(lines: readonly string[]): string | null {
  const at = lines.lastIndexOf('Caused by:');
  return at === -1 ? null : (lines.slice(at + 1).find((line) => line !== '') ?? null);
}
