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
    reporters: ['default', './test/helpers/summary-reporter.ts'],
  },
});
