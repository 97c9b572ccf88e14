import { by } from '../../../../core/compare.ts';
import { lineAt, lineStartsOf } from '../../../../core/lines.ts';
import type { View } from '../../../../workspace/view.ts';
import type { PythonFile } from '../read-file.ts';
import type { SplitShape } from '../split-shape.ts';
import type { LintMessage } from './lint-message.ts';

/**
 * Complaints of the state after that the state before does not have. A complaint is its rule, its words and the top-level symbol that it
 * is about: lines move, and all files of a split stand for the one that was split. Imports count once, however many parts repeat them.
 */
export function newLint(
  views: { readonly before: View; readonly after: View },
  splits: readonly SplitShape[],
  before: readonly LintMessage[],
  after: readonly LintMessage[],
): LintMessage[] {
  const old = keysOf(views.before, splits, before, (split) => [split.before]);
  const now = keysOf(views.after, splits, after, (split) => [split.facade, ...split.parts]);
  const known = new Set(old);
  return after.filter((_, i) => !known.has(now[i]!));
}

function keysOf(
  view: View,
  splits: readonly SplitShape[],
  messages: readonly LintMessage[],
  filesOf: (split: SplitShape) => readonly PythonFile[],
): string[] {
  const homes = new Map(splits.flatMap((split) => filesOf(split).map((file) => [file.path, { file, split }] as const)));
  const rename = renamer(splits);
  const starts = new Map([...homes.keys()].map((path) => [path, lineStartsOf(view.text(path))]));
  return messages.map(({ file: path, line, rule, message }) => {
    const home = homes.get(path);
    const lineOf = (offset: number): number => lineAt(starts.get(path)!, offset);
    const statement = home?.file.statements.find(({ start, end }) => lineOf(start) <= line && line <= lineOf(end));
    const symbol = statement === undefined || statement.imports.length > 0 ? '' : statement.binds.join();
    return [home?.split.before.path ?? path, rule, rename(message), symbol].join('\u0000');
  });
}

/** A message with the module's old name for its parts, and without numbers of lines. */
function renamer(splits: readonly SplitShape[]): (message: string) => string {
  const names = splits.flatMap(({ before, parts }) =>
    parts.map(({ name }) => [name.dotted, before.name.dotted] as const),
  );
  const longest = [...names].sort(by(([part]) => -part.length));
  return (message) => {
    let text = message.replace(/\bline \d+/g, 'line');
    for (const [part, whole] of longest) text = text.split(part).join(whole);
    return text;
  };
}
