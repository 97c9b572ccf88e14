import { lineAt, lineStartsOf } from '../../../core/lines.ts';
import type { View } from '../../../workspace/view.ts';
import type { MovedLines } from '../tests/follow-lines.ts';
import { matchStatements } from './match-statements.ts';
import type { SplitShape } from './split-shape.ts';

/** Where each line of a divided file's statements stands after the split. A statement that was laid out anew has no known lines. */
export function movedLines(before: View, after: View, split: SplitShape): MovedLines {
  const lines = new Map<number, { file: string; line: number }>();
  const starts = new Map([split.facade, ...split.parts].map(({ path }) => [path, lineStartsOf(after.text(path))]));
  const old = lineStartsOf(before.text(split.before.path));
  for (const [index, { file, statement }] of matchStatements(split).placed) {
    const origin = split.before.statements[index]!;
    if (origin.text !== statement.text) continue;
    const from = lineAt(old, origin.start);
    const to = lineAt(starts.get(file.path)!, statement.start);
    for (let line = from; line <= lineAt(old, origin.end); line++)
      lines.set(line, { file: lastName(file.path), line: line - from + to });
  }
  return lines;
}

export const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
