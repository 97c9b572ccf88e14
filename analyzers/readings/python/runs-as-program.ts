import { pythonOutline } from '../../../src/languages/python/outline.ts';
import type { View } from '../../../src/workspace/view.ts';
import { runByPath } from '../../namings/script-lines.ts';

/** PEP 723: `uv run x.py` and its like read them from the file. */
export const HAS_REQUIREMENTS = /^# \/\/\/ script\s*$/m;

/** By what a file is seen to be run as a program, where its name is `__main__`; null for one that is only imported. */
export function runsAsProgram(view: View, path: string): string | null {
  if (/(^|\/)__main__\.py$/.test(path)) return '`python -m` runs it';
  const outline = view.facts(path, pythonOutline);
  if (outline.status !== 'failed' && outline.value.units.some(({ kind }) => kind === 'main'))
    return 'it has a block for that';
  if (HAS_REQUIREMENTS.test(view.text(path))) return 'it says what it requires, as scripts do';
  if (view.text(path).startsWith('#!') && (view.file(path)!.mode & 0o111) !== 0) return 'it can be executed';
  const started = startedBy(view, path);
  if (started !== null) return started;
  const line = runByPath(view, path);
  return line === null ? null : `${line.path}:${line.line} runs it by its path`;
}

/** The file that runs another by its path alone, and does not look beside it for what it imports; null if there is none. */
export const runWithoutFolder = (view: View, path: string): string | null =>
  startedBy(view, path, /\b(run_path|spec_from_file_location|SourceFileLoader)\b/);

/** The file that starts another by its path, as tests do; null if there is none. */
function startedBy(
  view: View,
  path: string,
  starts = /\b(subprocess|runpy|run_path|execv|spawn[lv]|os\.system)\b/,
): string | null {
  const tail = path.split('/').slice(-2).join('/');
  for (const file of view.files) {
    // A setup.py names it too, to read the version from it.
    if (file.state !== 'text' || !file.path.endsWith('.py') || /(^|\/)setup\.py$/.test(file.path)) continue;
    const text = view.text(file.path);
    if (!starts.test(text)) continue;
    const quoted = ["'", '"'].some((quote) => text.includes(`${tail}${quote}`));
    if (quoted) return `${file.path} names ${tail}`;
  }
  return null;
}
