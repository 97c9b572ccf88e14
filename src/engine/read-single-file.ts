import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { RefactorError } from '../core/errors.ts';
import { readBytes, stateOfBytes, stateWithoutReading } from '../workspace/read-content.ts';
import { reasonInWords } from '../workspace/state-words.ts';

/**
 * The text of one file of a workspace, without opening the rest of it.
 * @throws RefactorError `file-binary` | `file-not-utf8` | `file-too-large` | `file-unreadable` | `file-symlink`
 */
export function readSingleFile(root: string, path: string): string {
  const stat = lstatSync(join(root, path));
  const kind = stat.isSymbolicLink() ? 'symlink' : stat.isFile() ? 'file' : 'other';
  const state = stateWithoutReading({ path, kind, named: true, bytes: stat.size, mode: stat.mode & 0o777, blob: null });
  const bytes = state === null ? readBytes(root, path) : null;
  const known = state ?? (bytes === null ? 'unreadable' : stateOfBytes(bytes));
  if (known === 'text') return bytes!.toString('utf8');
  throw new RefactorError({
    code: `file-${known}`,
    what: `${path} cannot be read as source text`,
    why: reasonInWords(known),
    whatToDo: 'Name a readable text file in UTF-8.',
  });
}
