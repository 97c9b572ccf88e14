import { expect, test } from 'vitest';
import { compareRuns } from './compare-runs.ts';

test('generated CommonJS modules run as before; `bench/commonjs` runs more of them', () => {
  const { divided, parts, faults } = compareRuns(Array.from({ length: 40 }, (_, seed) => seed));
  expect(faults).toEqual([]);
  expect(divided).toBeGreaterThanOrEqual(12);
  expect(parts).toBeGreaterThan(divided);
});
