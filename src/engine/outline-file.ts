import { dirname, resolve } from 'node:path';
import { RefactorError } from '../core/errors.ts';
import type { Outline } from '../core/unit.ts';
import { extractFacts } from '../languages/extract-facts.ts';
import { grammarOf, languageOf } from '../languages/language.ts';
import { OUTLINES } from '../languages/outline.ts';
import { findWorkspace, workspacePath } from './find-workspace.ts';
import { readSingleFile } from './read-single-file.ts';

export interface OutlinedFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
}

/** The outline of one file, read by itself. Throws RefactorError for whatever is not a source file of the workspace. */
export function outlineFile({ cwd, root, file }: { cwd: string; root: string | null; file: string }): OutlinedFile {
  const absolute = resolve(cwd, file);
  const workspace = root === null ? nearestWorkspace(cwd, absolute) : findWorkspace(resolve(cwd, root));
  const path = workspacePath(workspace, cwd, file);
  const grammar = grammarOf(path);
  if (grammar === null) throw unknownLanguage(file);
  const text = readSingleFile(workspace, path);
  const fact = OUTLINES[languageOf(grammar)];
  const result = extractFacts(text, grammar, [fact]).get(fact.id)!;
  if (result.status === 'failed') throw new Error(result.reason);
  return { path, text, outline: result.value as Outline };
}

/** The current folder's workspace if the file lies in it, else that of the file: a look at a file elsewhere needs no change of folder. */
function nearestWorkspace(cwd: string, absolute: string): string {
  const here = findWorkspace(cwd);
  if (absolute.startsWith(`${here}/`)) return here;
  try {
    return findWorkspace(dirname(absolute));
  } catch {
    return here;
  }
}

const unknownLanguage = (file: string): RefactorError =>
  new RefactorError({
    code: 'unknown-language',
    what: `${file} is in no language that is read`,
    why: 'its extension names neither Rust, Python, JavaScript nor TypeScript',
    whatToDo: 'Name a file ending in .rs, .py, .ts, .tsx, .js or a relative of these.',
  });
