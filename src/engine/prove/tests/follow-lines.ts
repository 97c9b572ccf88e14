import type { TestOutcome, TestRun } from './compare-tests.ts';

/** A line of a divided file -> the file (its last name) and line where it stands now. */
export type MovedLines = ReadonlyMap<number, { readonly file: string; readonly line: number }>;

export interface Followed {
  /** The run with the ids that the tests have after the change. */
  readonly run: TestRun;
  /** How many ids were led to their new lines. */
  readonly count: number;
}

/**
 * Test ids that name a place of a divided file (`test[shop.py:104:price]`) name another one after the split. Where each such line went is
 * known exactly: an id is followed if its test is there under just the new place, in the old file's name or the new one's, and under no other.
 */
export function followLines(before: TestRun, after: TestRun, file: string, lines: MovedLines): Followed {
  const run = new Map<string, TestOutcome>();
  const wanted = new Map<string, string[]>();
  for (const id of before.keys())
    for (const target of after.has(id)
      ? []
      : newPlaces(id, file, lines).filter((one) => after.has(one) && !before.has(one)))
      wanted.set(target, [...(wanted.get(target) ?? []), id]);
  const targetOf = new Map<string, string[]>();
  for (const [target, ids] of wanted)
    if (ids.length === 1) targetOf.set(ids[0]!, [...(targetOf.get(ids[0]!) ?? []), target]);
  let count = 0;
  for (const [id, outcome] of before) {
    const targets = targetOf.get(id) ?? [];
    if (targets.length === 1) count += 1;
    run.set(targets.length === 1 ? targets[0]! : id, outcome);
  }
  return { run, count };
}

/** The id with each `file:line` replaced by where that line is now: with the old file's name kept, and with the new one's. */
function newPlaces(id: string, file: string, lines: MovedLines): string[] {
  const made = [false, true].map((renamed) =>
    id.replaceAll(/([\w.-]+):(\d+)(?!\d)/g, (place, name: string, line: string) => {
      const now = name === file ? lines.get(Number(line)) : undefined;
      return now === undefined ? place : `${renamed ? now.file : file}:${now.line}`;
    }),
  );
  return [...new Set(made)].filter((one) => one !== id);
}
