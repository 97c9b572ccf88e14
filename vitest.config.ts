import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['**/fixtures/**', '**/cases/**', 'node_modules/**'],
    setupFiles: ['./test/helpers/fixed-seed.ts'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
    // UPDATE=1 writes every expected output anew: snapshots, printed pages and the cases of codemods.
    update: process.env.UPDATE === '1',
    // A shared machine can stall for seconds. What passes at a second try is marked as tried twice in the output.
    retry: process.env.CI === 'true' ? 1 : 0,
    reporters: ['default', './test/helpers/summary-reporter.ts'],
  },
});
