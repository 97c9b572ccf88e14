import { dirname } from 'node:path/posix';
import { isRefactorError } from '../../../core/errors.ts';
import type { View } from '../../../workspace/view.ts';
import { type Runner, runStaged } from './run-cargo.ts';

export interface RustText {
  readonly path: string;
  readonly text: string;
  readonly edition: string;
}

/**
 * What rustfmt makes of each text, in its file's folder and therefore with its configuration; null where it cannot read the text.
 * The text goes through stdin: only so rustfmt leaves the modules that a file declares alone.
 * @param before the files that the stage holds in either state
 * @returns null if rustfmt is not installed
 */
export async function formatRust(
  runner: Runner,
  texts: readonly RustText[],
  before: View,
): Promise<Map<string, string | null> | null> {
  const formatted = new Map<string, string | null>();
  for (const { path, text, edition } of texts) {
    const command = ['rustfmt', '--edition', edition, '--emit', 'stdout', '--quiet'];
    const folder = existingFolder(dirname(path), before);
    try {
      const result = await runStaged(runner, command, folder, { input: text, describe: ({ stderr }) => stderr });
      formatted.set(path, result.exitCode === 0 ? result.stdout : null);
    } catch (error) {
      if (isRefactorError(error) && error.problem.code === 'program-not-found') return null;
      throw error;
    }
  }
  return formatted;
}

// A folder that the change creates is not there yet: its rustfmt.toml is the one above it.
function existingFolder(folder: string, before: View): string {
  let at = folder === '.' ? '' : folder;
  while (at !== '' && !before.files.some(({ path }) => path.startsWith(`${at}/`))) at = dirname(at).replace(/^\.$/, '');
  return at;
}
