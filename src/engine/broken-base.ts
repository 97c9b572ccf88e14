import type { HazardId } from '../core/hazards/index.ts';
import { lineAt, lineStartsOf } from '../core/lines.ts';
import type { Refusal } from '../core/refusal.ts';
import { firstError } from '../languages/first-error.ts';
import { type Language, languageOf } from '../languages/language.ts';
import type { View } from '../workspace/view.ts';

const HAZARD: Readonly<Record<Language, HazardId>> = { rust: 'R60', python: 'H37', javascript: 'J13' };

/** The first place of a source file that its grammar does not read, as a refusal: what is not understood is not divided. Null if there is none. */
export function brokenBase(view: View, path: string): Refusal | null {
  const file = view.file(path);
  if (file?.state !== 'text' || file.grammar === null) return null;
  const syntax = view.syntax(path);
  const error = firstError(syntax);
  if (error === null) return null;
  const { start, end, text } = syntax;
  const at = start[error]!;
  const line = lineAt(lineStartsOf(text), at);
  const said = text.slice(at, end[error]).trim().split('\n')[0]!.slice(0, 60);
  return {
    hazard: HAZARD[languageOf(file.grammar)],
    path,
    start: at,
    end: end[error]!,
    why: `line ${line} has syntax that is not understood${said === '' ? '' : `: ${said}`}`,
    whatToDo: 'Mend it; for valid code that is newer than the grammar, wait for a newer version.',
  };
}
