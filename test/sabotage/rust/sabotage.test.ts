import { afterAll, describe, expect, it } from 'vitest';
import { openGround } from './proving-ground.ts';
import { SABOTAGES } from './sabotages.ts';
import { BASE, MANIFEST, MODULES } from './sample.ts';

const { right, judge, close } = openGround(MANIFEST, BASE, MODULES);
afterAll(close);

describe('a split that is right', () => {
  for (const rung of ['S', 'B', 'A', 'M', 'T'] as const)
    it(`is proven by ${rung}`, async () => {
      expect((await judge(right, [rung])).get(rung)).toEqual({ outcome: 'proven', whys: [] });
    }, 120_000);
});

describe('a spoiled split', () => {
  for (const { name, rejectedBy, acceptedBy, spoil } of SABOTAGES)
    it(`${name}: rejected by ${rejectedBy}, accepted by ${acceptedBy}`, async () => {
      const files = spoil(right);
      const rejected = (await judge(files, [rejectedBy])).get(rejectedBy)!;
      expect(rejected).toMatchObject({ outcome: 'not-proven' });
      expect(rejected.whys.length).toBeGreaterThan(0);
      expect((await judge(files, [acceptedBy])).get(acceptedBy)).toEqual({ outcome: 'proven', whys: [] });
    }, 120_000);
});
