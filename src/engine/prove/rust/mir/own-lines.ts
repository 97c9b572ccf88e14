import type { View } from '../../../../workspace/view.ts';
import type { MirDifference } from './compare-mir.ts';
import { ofDifferingFiles } from './differing-files.ts';

/** Whether a constant that was one line number and is another may be the `line!()` of code that moved. */
export type OwnLines = (earlier: number, later: number) => boolean;

/** @returns true for numbers of lines, in files that the change touched, that hold the same text before and after, with a macro in it */
export function createOwnLines(before: View, after: View): OwnLines {
  const old = changedTexts(before, after);
  const now = changedTexts(after, before);
  return (earlier, later) => {
    const known = new Set(old.flatMap((lines) => lines[earlier - 1] ?? []));
    return now.some((lines) => MACRO.test(lines[later - 1] ?? '') && known.has(lines[later - 1]!));
  };
}

const MACRO = /\w!\s*[([{]/;

const changedTexts = (view: View, other: View): string[][] =>
  ofDifferingFiles(view, other).map((path) =>
    view
      .text(path)
      .split('\n')
      .map((line) => line.trim()),
  );

const LINE = /\bconst (\d+)_u32\b/g;

/** True if nothing differs but numbers that `line!()` gives: they say where code stands, as the locations of panics do. */
export function differsInLines({ before, after }: MirDifference, ownLines: OwnLines): boolean {
  if (before === null || after === null || before.replace(LINE, '') !== after.replace(LINE, '')) return false;
  const numbers = [before, after].map((text) => [...text.matchAll(LINE)].map(([, number]) => Number(number)));
  return numbers[1]!.every((later, i) => later === numbers[0]![i] || ownLines(numbers[0]![i]!, later));
}
