import { isCheckingFlag } from '../../../languages/python/type-checking-block.ts';
import { declaredBy } from './declared-names.ts';
import type { Defect } from './defect.ts';
import { isDevice, isIdentity } from './generated.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';
import { isRetelling } from './unnamed-modules.ts';

export interface Placed {
  readonly file: PythonFile;
  readonly statement: Statement;
}

export interface Matching {
  /** Index of a statement before -> where it stands after. */
  readonly placed: ReadonlyMap<number, Placed>;
  readonly defects: readonly Defect[];
}

/** P1 and P2: every statement that is not an import stands once, token for token; what is new is one of the few things that a split writes. */
export function matchStatements(shape: SplitShape): Matching {
  const defects: Defect[] = [];
  const waiting = indexesByKey(shape.before.statements.filter((statement) => !isCopied(statement)));
  const checking = new Set(shape.before.statements.flatMap(({ checked }) => checked.map(({ key }) => key)));
  const placed = new Map<number, Placed>();
  for (const file of [shape.facade, ...shape.parts]) {
    if (file.broken) defects.push({ path: file.path, why: 'it has syntax that is not understood' });
    for (const statement of file.statements) {
      const index = isOwn(shape, file, statement) ? undefined : waiting.get(statement.key)?.shift();
      if (index !== undefined) placed.set(index, { file, statement });
      else if (!isGenerated(shape, file, statement, checking))
        defects.push({
          path: file.path,
          why: `a statement that is new, or that stands twice: ${head(statement.text)}`,
        });
    }
  }
  const lost = [...waiting.values()].flat().map((index) => head(shape.before.statements[index]!.text));
  for (const text of lost) defects.push({ path: shape.facade.path, why: `a statement is lost or changed: ${text}` });
  defects.push(...stays(shape, placed), ...lostComments(shape), ...futures(shape));
  return { placed, defects };
}

const isCopied = ({ kind }: Statement): boolean =>
  kind === 'import' || kind === 'future' || kind === 'type-checking' || kind === 'guarded';

/** It is no statement of the module before, whatever its text. */
const isOwn = (shape: SplitShape, file: PythonFile, statement: Statement): boolean =>
  isCopied(statement) || isRepeated(shape, file, statement);

/** `total: int` left with what it annotates, and is declared in the facade by the same words. */
const isRepeated = (shape: SplitShape, file: PythonFile, statement: Statement): boolean =>
  file === shape.facade &&
  declaredBy(shape, statement)?.part === null &&
  shape.parts.some(({ statements }) => statements.some(({ key }) => key === statement.key));

const head = (text: string): string => {
  const line = text.split('\n', 1)[0]!.trimEnd();
  return line.length > 70 ? `${line.slice(0, 67)}...` : line;
};

function isGenerated(
  shape: SplitShape,
  file: PythonFile,
  statement: Statement,
  checking: ReadonlySet<string>,
): boolean {
  if (statement.kind === 'import' || statement.kind === 'future' || statement.kind === 'guarded') return true;
  if (statement.kind === 'type-checking') return statement.checked.every(({ key }) => checking.has(key));
  if (file !== shape.facade && (isIdentity(statement.text) || isRetelling(file, statement))) return true;
  if (file !== shape.facade && isCheckingFlag(statement.text))
    return shape.before.statements.some(({ text }) => isCheckingFlag(text));
  return file === shape.facade && (isDevice(statement.text) || declaredBy(shape, statement) !== undefined);
}

const STAYS = /^(__all__|__version__|__author__|__doc__|__license__)\b/;

/** What belongs to the module stands in the facade. */
function stays(shape: SplitShape, placed: ReadonlyMap<number, Placed>): Defect[] {
  return shape.before.statements.flatMap((statement): Defect[] => {
    const after = placed.get(statement.index);
    if (!after || after.file === shape.facade) return [];
    const bound =
      statement.kind === 'docstring' || STAYS.test(statement.text) || /^if\s*\(?\s*__name__\s*==/.test(statement.text);
    return bound || /^def __(getattr|dir)__\b/.test(statement.text)
      ? [{ path: after.file.path, why: `it has to stay in the facade, and has moved: ${head(statement.text)}` }]
      : [];
  });
}

function lostComments(shape: SplitShape): Defect[] {
  const left = new Map<string, number>();
  for (const file of [shape.facade, ...shape.parts])
    for (const comment of file.comments) left.set(comment, (left.get(comment) ?? 0) + 1);
  return shape.before.comments.flatMap((comment): Defect[] => {
    const count = left.get(comment) ?? 0;
    left.set(comment, count - 1);
    return count > 0 ? [] : [{ path: shape.facade.path, why: `a comment is lost: ${head(comment)}` }];
  });
}

const flagsOf = (file: PythonFile): string =>
  [
    ...new Set(
      file.statements
        .filter(({ kind }) => kind === 'future')
        .flatMap(({ imports }) => imports.flatMap(({ names }) => names.map(({ name }) => name))),
    ),
  ]
    .sort()
    .join(', ');

function futures(shape: SplitShape): Defect[] {
  const wanted = flagsOf(shape.before);
  return [shape.facade, ...shape.parts]
    .filter((file) => flagsOf(file) !== wanted)
    .map(({ path }) => ({
      path,
      why: `from __future__ import ${wanted || 'nothing'} differs from the module's: ${flagsOf(shape.facade) === '' ? 'it has none' : flagsOf(shape.facade)}`,
    }));
}

/** Places of statements by their text, in source order. */
function indexesByKey(statements: readonly Statement[]): Map<string, number[]> {
  const indexes = new Map<string, number[]>();
  for (const { key, index } of statements) indexes.set(key, [...(indexes.get(key) ?? []), index]);
  return indexes;
}
