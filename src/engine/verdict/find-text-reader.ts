import { textReadersOf } from '../../../analyzers/readings/rust/text-readers.ts';
import { lineAt, lineStartsOf } from '../../core/lines.ts';
import type { View } from '../../workspace/view.ts';

/** The first place where code takes the text of a file in while it is built. @returns `src/lib.rs:1 takes its text in`, or null */
export function findTextReader(view: View, path: string): string | null {
  const [reader] = textReadersOf(view, path);
  return reader === undefined
    ? null
    : `${reader.by}:${lineAt(lineStartsOf(view.text(reader.by)), reader.at)} takes its text in`;
}
