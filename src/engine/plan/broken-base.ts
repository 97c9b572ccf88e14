import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { View } from '../../workspace/view.ts';
import { languageOfFile } from '../language-of.ts';

/** The first place of a source file that its language does not read, as a refusal: what is not understood is not divided. Null if there is none. */
export function brokenBase(view: View, path: string): Refusal | null {
  const file = view.file(path);
  if (file?.state !== 'text') return null;
  const error = languageOfFile(file)?.firstError(view, path) ?? null;
  if (error === null) return null;
  const { hazard, start, end } = error;
  const text = view.text(path);
  const line = lineAt(lineStartsOf(text), start);
  const snippet = text.slice(start, end).trim().split('\n')[0]!.slice(0, 60);
  return {
    hazard,
    path,
    start,
    end,
    why: `line ${line} has syntax that is not understood${snippet === '' ? '' : `: ${snippet}`}`,
    whatToDo: 'Fix it; for valid code that is newer than the grammar, wait for a newer version.',
  };
}
