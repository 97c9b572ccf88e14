import { afterAll, describe, expect, it } from 'vitest';
import { BUILDABLE, INTERFACE, MEANING, NARROWED } from './meaning-sabotages.ts';
import { BASE, MANIFEST, MANIFEST_WITH_FEATURE, MODULES } from './meaning-sample.ts';
import { openGround } from './proving-ground.ts';
import { both } from './spoil.ts';

const plain = openGround(MANIFEST, BASE, MODULES);
const featured = openGround(MANIFEST_WITH_FEATURE, BASE, MODULES);
afterAll(() => {
  plain.close();
  featured.close();
});
const PROVEN = { outcome: 'proven', whys: [] };

it('a split that is right is proven by its interface and its meaning', async () => {
  const verdicts = await featured.judge(featured.right, ['S', 'A', 'M']);
  expect([...verdicts]).toEqual([
    ['S', PROVEN],
    ['A', PROVEN],
    ['M', PROVEN],
  ]);
}, 120_000);

const GROUPS = [
  { ground: plain, rejectedBy: 'A', acceptedBy: 'M', sabotages: INTERFACE },
  { ground: featured, rejectedBy: 'A', acceptedBy: 'B', sabotages: BUILDABLE },
  { ground: plain, rejectedBy: 'M', acceptedBy: 'A', sabotages: MEANING },
] as const;

for (const { ground, rejectedBy, acceptedBy, sabotages } of GROUPS)
  describe(`a split that is spoiled where only ${rejectedBy} looks`, () => {
    for (const { name, says, spoil } of sabotages)
      it(`${name}: rejected by ${rejectedBy}`, async () => {
        const rejected = (await ground.judge(spoil(ground.right), [rejectedBy])).get(rejectedBy)!;
        expect(rejected).toMatchObject({ outcome: 'not-proven' });
        expect(rejected.whys.join('\n')).toContain(says);
      }, 120_000);

    it(`all at once: accepted by ${acceptedBy}`, async () => {
      const files = both(...sabotages.map(({ spoil }) => spoil))(ground.right);
      expect((await ground.judge(files, [acceptedBy])).get(acceptedBy)).toEqual(PROVEN);
    }, 120_000);
  });

// Only one of these fits into a crate. The two rungs are judged apart and share their builds.
describe('a part with the wrong imports', () => {
  for (const { name, rejectedBy, acceptedBy, says, spoil } of NARROWED)
    it(`${name}: rejected by ${rejectedBy}, accepted by ${acceptedBy}`, async () => {
      const verdicts = await plain.judge(spoil(plain.right), ['A', 'M']);
      expect(verdicts.get(rejectedBy)).toMatchObject({ outcome: 'not-proven' });
      expect(verdicts.get(rejectedBy)!.whys.join('\n')).toContain(says);
      expect(verdicts.get(acceptedBy)).toEqual(PROVEN);
    }, 120_000);
});
