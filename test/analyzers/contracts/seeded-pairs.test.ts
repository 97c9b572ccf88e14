import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePair } from '../../../bench/contracts/make-pair.ts';
import { verdictsOf } from '../../../bench/contracts/verdicts.ts';

/** What real serde and pydantic did with the payloads of these pairs: written by bench/contracts/oracle.ts. */
const REAL = JSON.parse(readFileSync(join(import.meta.dirname, 'seeded-outcomes.json'), 'utf8')) as {
  seed: number;
  pairs: number;
  rejected: Record<string, number[]>;
};

test('no pair is called compatible that broke, and none breaking that did not', () => {
  const wrong: string[] = [];
  let unknown = 0;
  for (let i = 0; i < REAL.pairs; i++)
    for (const { direction, verdict } of verdictsOf(makePair(REAL.seed * 1_000_003 + i))) {
      const isBroken = REAL.rejected[direction]!.includes(i);
      if (verdict === 'unknown') unknown += 1;
      else if ((verdict === 'breaking') !== isBroken) wrong.push(`${i} ${direction} ${verdict}`);
    }
  expect(wrong).toEqual([]);
  expect(unknown).toBeLessThanOrEqual(REAL.pairs * 2 * 0.05);
});
