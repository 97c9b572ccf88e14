import { expect, test, vi } from 'vitest';
import { provesPlain, WRITES } from '../../../codemods/python/own-write-rows.ts';

// What splits and proofs share sees nothing: the prover has to look by itself.
vi.mock('../../../../analyzers/readings/python/harvest-patches.ts', async (original) => ({
  ...(await original<typeof import('../../../../analyzers/readings/python/harvest-patches.ts')>()),
  harvestPatches: () => [],
}));

test.each(WRITES)('S sees %s by itself', (write) => {
  expect(provesPlain(write)).toBe(false);
});
