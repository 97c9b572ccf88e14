import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTypedPair } from '../../../bench/contracts/typescript/make-typed-pair.ts';
import { typedVerdicts } from '../../../bench/contracts/typescript/typed-verdicts.ts';

/** What the compiler, serde and pydantic did with the payloads of these pairs: written by bench/contracts/typescript/oracle.ts --record. */
const REAL = JSON.parse(readFileSync(join(import.meta.dirname, 'typed-outcomes.json'), 'utf8')) as {
  seed: number;
  pairs: number;
  rejected: Record<string, number[]>;
};

test('no pair with TypeScript is called compatible that broke, and none breaking that did not', () => {
  const wrong: string[] = [];
  let unknown = 0;
  for (let i = 0; i < REAL.pairs; i++)
    for (const { direction, verdict } of typedVerdicts(makeTypedPair(REAL.seed * 1_000_003 + i))) {
      const isBroken = REAL.rejected[direction]!.includes(i);
      if (verdict === 'unknown') unknown += 1;
      else if ((verdict === 'breaking') !== isBroken) wrong.push(`${i} ${direction} ${verdict}`);
    }
  expect(wrong).toEqual([]);
  expect(unknown).toBeLessThanOrEqual(REAL.pairs * 4 * 0.05);
});
