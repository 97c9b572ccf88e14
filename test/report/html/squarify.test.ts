import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squarify } from '../../../src/report/html/page/squarify.ts';

const weights = fc
  .array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 })
  .map((drawn) => drawn.sort((a, b) => b - a));
const side = fc.integer({ min: 20, max: 2000 });

test('areas are as the weights, everything stays inside, and nothing overlaps', () => {
  fc.assert(
    fc.property(weights, side, side, (drawn, width, height) => {
      const rects = squarify(drawn, { x: 3, y: 5, width, height });
      const total = drawn.reduce((sum, weight) => sum + weight, 0);
      const slack = 1e-6 * width * height;
      rects.forEach((rect, i) => {
        expect(Math.abs(rect.width * rect.height - (drawn[i]! / total) * width * height)).toBeLessThan(slack);
        expect(rect.x).toBeGreaterThanOrEqual(3 - 1e-6);
        expect(rect.y).toBeGreaterThanOrEqual(5 - 1e-6);
        expect(rect.x + rect.width).toBeLessThanOrEqual(3 + width + 1e-6);
        expect(rect.y + rect.height).toBeLessThanOrEqual(5 + height + 1e-6);
        for (const other of rects.slice(i + 1)) {
          const across = Math.min(rect.x + rect.width, other.x + other.width) - Math.max(rect.x, other.x);
          const down = Math.min(rect.y + rect.height, other.y + other.height) - Math.max(rect.y, other.y);
          expect(Math.min(across, down)).toBeLessThan(1e-6);
        }
      });
    }),
  );
});

test('pieces are nearer to squares than slices would be', () => {
  const rects = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 6, height: 4 });
  const ratios = rects.map(({ width, height }) => Math.max(width / height, height / width));
  expect(Math.max(...ratios)).toBeLessThan(3);
});
