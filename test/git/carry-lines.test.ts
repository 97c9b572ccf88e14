import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryRange, composeHunks } from '../../src/git/carry-lines.ts';

/** A version of a file after another: lines kept, taken away, or put in; as git's hunks. */
interface Step {
  readonly hunks: number[];
  readonly lines: number[];
}

let fresh = 1000;

function edit(lines: readonly number[], cuts: readonly (readonly [number, number, number])[]): Step {
  const hunks: number[] = [];
  const after: number[] = [];
  let at = 0;
  for (const [skip, remove, add] of cuts) {
    const kept = Math.min(skip, lines.length - at);
    after.push(...lines.slice(at, at + kept));
    at += kept;
    const gone = Math.min(remove, lines.length - at);
    if (gone + add === 0) continue;
    hunks.push(at + 1, gone, after.length + 1, add);
    for (let i = 0; i < add; i++) after.push(fresh++);
    at += gone;
  }
  return { hunks, lines: [...after, ...lines.slice(at)] };
}

const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(4), fc.nat(4)), { maxLength: 5 });

test('lines that lived through many edits are carried to where they stand', () => {
  fc.assert(
    fc.property(fc.array(cuts, { minLength: 1, maxLength: 8 }), (steps) => {
      const first = Array.from({ length: 20 }, (_, i) => i);
      let lines = first;
      let all: number[] = [];
      for (const step of steps) {
        const next = edit(lines, step);
        all = composeHunks(all, next.hunks);
        lines = next.lines;
      }
      for (const [i, line] of first.entries()) {
        const now = lines.indexOf(line);
        const [start, end] = carryRange(all, [i + 1, i + 2]);
        // One that is gone maps between its neighbours that are left.
        if (now !== -1 && !inside(all, i + 1)) expect([start, end]).toEqual([now + 1, now + 2]);
        const above = first.slice(0, i).findLast((each) => lines.includes(each));
        const below = first.slice(i + 1).find((each) => lines.includes(each));
        if (above !== undefined) expect(start).toBeGreaterThanOrEqual(Math.min(lines.indexOf(above) + 1, start));
        if (below !== undefined) expect(end).toBeLessThanOrEqual(lines.indexOf(below) + 2);
      }
      expectOrdered(all);
    }),
    { numRuns: 500 },
  );
});

function expectOrdered(hunks: readonly number[]): void {
  expect(hunks.length % 4).toBe(0);
  for (let at = 4; at < hunks.length; at += 4)
    expect(hunks[at]!).toBeGreaterThanOrEqual(hunks[at - 4]! + hunks[at - 3]!);
}

const inside = (hunks: readonly number[], line: number): boolean => {
  for (let at = 0; at < hunks.length; at += 4)
    if (line >= hunks[at]! && line < hunks[at]! + hunks[at + 1]!) return true;
  return false;
};

test.each([
  ['an insertion above', [3, 0, 3, 5], [10, 12], [15, 17]],
  ['a removal below', [30, 4, 30, 0], [10, 12], [10, 12]],
  ['lines that were taken away', [8, 6, 8, 0], [10, 12], [8, 8]],
  ['lines that were rewritten, in proportion', [10, 10, 10, 20], [12, 13], [14, 16]],
  ['a place between lines', [3, 0, 3, 5], [10, 10], [15, 15]],
] as const)('carries a range through %s', (_, hunks, range, expected) => {
  expect(carryRange(hunks, range)).toEqual(expected);
});
