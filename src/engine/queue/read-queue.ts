import { RefactorError } from '../../core/errors.ts';

/** One line of a queue: a file to divide, or a plan for one, as it is written there. */
export interface QueueEntry {
  readonly text: string;
  readonly kind: 'file' | 'plan';
  /** From 1. */
  readonly line: number;
}

/**
 * A path on each line, of a source or of a plan (`.yaml`, `.yml`, `.json`). Blank lines and those that begin with # are left out, repeated ones
 * too. Throws RefactorError `nothing-named` where nothing is left.
 * @param name the queue file, for messages
 */
export function readQueue(text: string, name: string): QueueEntry[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const entries = lines.flatMap((line, i): QueueEntry[] => {
    const path = line.trim();
    if (path === '' || path.startsWith('#') || lines.slice(0, i).some((one) => one.trim() === path)) return [];
    return [{ text: path, kind: /\.(?:ya?ml|json)$/i.test(path) ? 'plan' : 'file', line: i + 1 }];
  });
  if (entries.length > 0) return entries;
  throw new RefactorError({
    code: 'nothing-named',
    what: `${name} names nothing to split`,
    why: 'it holds no line but blank ones and comments',
    whatToDo: 'Write the path of a file or of a plan on each line.',
  });
}
