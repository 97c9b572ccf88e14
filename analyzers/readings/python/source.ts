import { hashOf } from '../../../src/core/hash.ts';
import type { Outline, Unit } from '../../../src/core/unit.ts';
import { analyzeScopes } from '../../../src/languages/python/analyze-scopes.ts';
import { type ModuleName, moduleName } from '../../../src/languages/python/module-name.ts';
import { pythonOutline } from '../../../src/languages/python/outline.ts';
import { type PythonImport, readImports } from '../../../src/languages/python/read-imports.ts';
import type { ScopeTree } from '../../../src/languages/python/scope-tree.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import { oncePerFile } from '../../../src/workspace/once-per-file.ts';
import type { View } from '../../../src/workspace/view.ts';
import { formatterWidth } from './formatter-width.ts';

/** The file to split, read once. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  readonly mode: number;
  /** What new lines end with. */
  readonly newline: '\n' | '\r\n';
  /** Columns that a new line may have: what the project's formatter says; else 79 where no line of the file is longer (PEP 8), else 88. */
  readonly width: number;
  readonly syntax: Syntax;
  readonly outline: Outline;
  readonly scopes: ScopeTree;
  readonly imports: readonly PythonImport[];
  readonly name: ModuleName;
}

/** @throws RefactorError when the file is not text of this workspace */
export const readSource = oncePerFile((view: View, path: string): Source => {
  const text = view.text(path);
  const syntax = view.syntax(path);
  const outline = view.facts(path, pythonOutline);
  if (outline.status === 'failed') throw new Error(`${path} has no outline: ${outline.reason}`);
  const crlf = text.split('\r\n').length - 1;
  return {
    path,
    text,
    hash: hashOf(text),
    mode: view.file(path)!.mode,
    newline: crlf > 0 && crlf * 2 >= text.split('\n').length - 1 ? '\r\n' : '\n',
    width: formatterWidth(view, path) ?? widthOf(text),
    syntax,
    outline: outline.value,
    scopes: analyzeScopes(syntax),
    imports: readImports(syntax),
    name: nameOf(view, path),
  };
});

/** Addresses and what is marked `noqa` may be longer in any file. */
const widthOf = (text: string): number =>
  text.split(/\r?\n/).some((line) => line.length > 79 && !/noqa|:\/\//.test(line)) ? 88 : 79;

export const nameOf = (view: View, path: string): ModuleName =>
  moduleName(
    path,
    (other) => view.file(other) !== undefined,
    view.manifests.distributions.flatMap(({ importRoots }) => importRoots),
  );

const COPIED = new Set(['import', 'future-import', 'type-checking']);

/** Imports are copied to the parts that need them, and never move. */
export const isImportUnit = (unit: Unit): boolean => COPIED.has(unit.kind);
