import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTypedPair } from '../../../bench/contracts/typescript/make-typed-pair.ts';
import { verdictsOf } from '../../../bench/contracts/verdicts.ts';

/**
 * What the compiler or zod, serde and pydantic did with the payloads of these pairs: written by bench/contracts/typescript/oracle.ts, with
 * --zod or without, and --record.
 */
interface Outcomes {
  readonly seed: number;
  readonly pairs: number;
  readonly rejected: Readonly<Record<string, readonly number[]>>;
}

test.each([
  ['types', 'typed-outcomes.json'],
  ['zod', 'schema-outcomes.json'],
] as const)('no pair with %s is called compatible that broke, and none breaking that did not', (how, file) => {
  const real = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Outcomes;
  const wrong: string[] = [];
  let unknown = 0;
  for (let i = 0; i < real.pairs; i++)
    for (const { direction, verdict } of verdictsOf(makeTypedPair(real.seed * 1_000_003 + i, how))) {
      if (!direction.includes('typescript')) continue;
      const isBroken = real.rejected[direction]!.includes(i);
      if (verdict === 'unknown') unknown += 1;
      else if ((verdict === 'breaking') !== isBroken) wrong.push(`${i} ${direction} ${verdict}`);
    }
  expect(wrong).toEqual([]);
  expect(unknown).toBeLessThanOrEqual(real.pairs * 4 * 0.05);
});
