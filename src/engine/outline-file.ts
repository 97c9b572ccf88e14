import { dirname, resolve } from 'node:path';
import { DIALECTS } from '../../analyzers/complexity/dialects/dialects.ts';
import { type DialectFunction, measureDialect } from '../../analyzers/complexity/dialects/measure-dialect.ts';
import type { DialectId } from '../../analyzers/complexity/dialects/table.ts';
import type { FileMetrics } from '../../analyzers/complexity/metrics.ts';
import { innerMetricsFact, metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { RefactorError } from '../core/errors.ts';
import type { Outline } from '../core/unit.ts';
import { extractFactsFrom } from '../languages/extract-facts.ts';
import type { FactResult } from '../languages/fact.ts';
import { grammarOf, languageOf } from '../languages/language.ts';
import { OUTLINES } from '../languages/outline.ts';
import { parse } from '../languages/parse.ts';
import { checkDialect } from './check-dialect.ts';
import { findWorkspace, workspacePath } from './find-workspace.ts';
import { readSingleFile } from './read-single-file.ts';

export interface OutlinedFile {
  /** Relative to the workspace. */
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
  /** Null where they were not asked for. */
  readonly metrics: FileMetrics | null;
  readonly dialect: DialectReport | null;
}

export interface DialectReport {
  readonly id: DialectId;
  readonly peer: string;
  readonly functions: readonly DialectFunction[];
}

export interface OutlineTarget {
  readonly cwd: string;
  readonly root: string | null;
  readonly file: string;
  /** `inner`: with named functions inside functions by themselves. */
  readonly metrics?: boolean | 'inner';
  /** Complexity of its functions as that tool counts it. */
  readonly dialect?: DialectId | null;
}

/** The outline of one file, read by itself. Throws RefactorError for whatever is not a source file of the workspace. */
export function outlineFile({ cwd, root, file, metrics = false, dialect = null }: OutlineTarget): OutlinedFile {
  const absolute = resolve(cwd, file);
  const workspace = root === null ? nearestWorkspace(cwd, absolute) : findWorkspace(resolve(cwd, root));
  const path = workspacePath(workspace, cwd, file);
  const grammar = grammarOf(path);
  if (grammar === null) throw unknownLanguage(file);
  const text = readSingleFile(workspace, path);
  const fact = OUTLINES[languageOf(grammar)];
  if (dialect !== null) checkDialect(dialect, languageOf(grammar));
  const syntax = parse(text, grammar);
  const measured = metrics === 'inner' ? innerMetricsFact : metricsFact;
  const facts = extractFactsFrom(syntax, metrics ? [fact, measured] : [fact]);
  return {
    path,
    text,
    outline: told<Outline>(facts, fact.id),
    metrics: metrics ? told<FileMetrics>(facts, measured.id) : null,
    dialect: dialect && { id: dialect, peer: DIALECTS[dialect].peer, functions: measureDialect(syntax, dialect) },
  };
}

function told<Value>(facts: ReadonlyMap<string, FactResult<unknown>>, id: string): Value {
  const result = facts.get(id)!;
  if (result.status === 'failed') throw new Error(result.reason);
  return result.value as Value;
}

/** The current folder's workspace if the file lies in it, else that of the file: a look at a file elsewhere needs no change of folder. */
function nearestWorkspace(cwd: string, absolute: string): string {
  const workspace = findWorkspace(cwd);
  if (absolute.startsWith(`${workspace}/`)) return workspace;
  try {
    return findWorkspace(dirname(absolute));
  } catch {
    return workspace;
  }
}

const unknownLanguage = (file: string): RefactorError =>
  new RefactorError({
    code: 'unknown-language',
    what: `${file} is in no language that is read`,
    why: 'its extension names neither Rust, Python, JavaScript nor TypeScript',
    whatToDo: 'Name a file ending in .rs, .py, .ts, .tsx, .js or a relative of these.',
  });
