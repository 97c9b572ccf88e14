import { resolve } from 'node:path';
import { explainAsDialect } from '../../analyzers/complexity/dialects/measure-dialect.ts';
import type { DialectId } from '../../analyzers/complexity/dialects/table.ts';
import { type Explanation, explainFunctions, explainInner } from '../../analyzers/complexity/explain.ts';
import { RefactorError } from '../core/errors.ts';
import { languageOf, likelyGrammar } from '../languages/language.ts';
import { parse } from '../languages/parse.ts';
import { checkDialect } from './check-dialect.ts';
import { findWorkspace, workspacePath } from './find-workspace.ts';
import { readSingleFile } from './read-single-file.ts';

export interface ExplainedFile {
  /** Relative to the workspace. */
  readonly path: string;
  /** In source order; several where twins under `cfg` share a symbol. */
  readonly functions: readonly Explanation[];
  /** True if the file has syntax errors: the values are as far as it could be read. */
  readonly partial: boolean;
  /** Another tool, whose values these are; null for our own. */
  readonly dialect: DialectId | null;
}

export interface ExplainTarget {
  readonly cwd: string;
  readonly root: string | null;
  /** `src/parser.rs:Parser::next`, `pkg/core.py:load`, or the line of a function: `src/parser.rs:120`. */
  readonly target: string;
  readonly dialect?: DialectId | null;
}

/** Why a function has its values. Throws RefactorError `explain-target` or whatever is wrong with the file. */
export function explainFile({ cwd, root, target, dialect = null }: ExplainTarget): ExplainedFile {
  const index = target.indexOf(':');
  if (index < 1 || index === target.length - 1)
    throw refuse(
      target,
      'a file and a function are needed',
      'Write FILE:FUNCTION, such as src/parser.rs:Parser::next.',
    );
  const workspace = findWorkspace(resolve(cwd, root ?? '.'));
  const path = workspacePath(workspace, cwd, target.slice(0, index));
  const grammar = likelyGrammar(path);
  if (grammar === null)
    throw refuse(target, 'its extension names no language that is read', 'Name a Rust, Python or TypeScript file.');
  const syntax = parse(readSingleFile(workspace, path), grammar);
  if (dialect !== null) checkDialect(dialect, languageOf(grammar));
  const all = dialect === null ? explainFunctions(syntax) : explainAsDialect(syntax, dialect);
  const wanted = target.slice(index + 1);
  const outer = named(all, wanted);
  const functions = outer.length > 0 || dialect !== null ? outer : named(explainInner(syntax), wanted);
  if (functions.length > 0) return { path, functions, partial: syntax.errors.length > 0, dialect };
  throw refuse(target, `${path} has no function ${wanted}`, hintFor(all, wanted));
}

/** By symbol, by the last name where that is enough, or by line. */
function named(all: readonly Explanation[], wanted: string): Explanation[] {
  if (/^\d+$/.test(wanted)) return all.filter(({ line }) => line === Number(wanted));
  const exact = all.filter(({ symbol }) => symbol === wanted);
  if (exact.length > 0) return exact;
  const short = all.filter(({ symbol }) => symbol.endsWith(`::${wanted}`) || symbol.endsWith(`.${wanted}`));
  return new Set(short.map(({ symbol }) => symbol)).size === 1 ? short : [];
}

const MOST_HINTS = 8;

function hintFor(all: readonly Explanation[], wanted: string): string {
  const last = wanted.split(/::|\./).at(-1)!;
  const near = all.filter(({ symbol }) => symbol.includes(last));
  const shown = (near.length > 0 ? near : all).slice(0, MOST_HINTS).map(({ symbol }) => symbol);
  return shown.length === 0 ? 'The file has no functions.' : `It has: ${shown.join(', ')}.`;
}

const refuse = (target: string, why: string, whatToDo: string): RefactorError =>
  new RefactorError({ code: 'explain-target', what: `${target} cannot be explained`, why, whatToDo });
