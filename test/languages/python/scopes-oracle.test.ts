import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareWithSymtable, pythonFiles, standardLibrary } from './ask-symtable.ts';

// `OMNI_CORPUS=1 npx vitest run test/languages/python/scopes-oracle.test.ts` compares all files and rewrites the table in docs/measurements.
const all = process.env.OMNI_CORPUS === '1';

test('every scope and name of the standard library means what CPython says', { timeout: 600_000 }, () => {
  const paths = pythonFiles(standardLibrary());
  const result = compareWithSymtable(all ? paths : paths.filter((_, i) => i % 10 === 0));
  console.log(`symtable of CPython ${result.version}: ${result.functions} functions in ${result.files} files`);
  expect(result.differences).toEqual([]);
  expect(result.functions).toBeGreaterThan(5000);
  expect(result.partial.length).toBeLessThanOrEqual(3);
  if (all) writeTable(result);
});

function writeTable(result: ReturnType<typeof compareWithSymtable>): void {
  const rows = [
    ['CPython', result.version],
    ['files', result.files],
    ['files that CPython cannot compile', result.refused],
    ['files that our grammar reads with errors (a split refuses them)', result.partial.length],
    ['functions, lambdas and comprehensions', result.functions],
    ['scopes', result.scopes],
    ['names in them', result.symbols],
    ['files with any difference', result.differences.length],
  ];
  const day = new Date().toISOString().slice(0, 10);
  mkdirSync('docs/measurements', { recursive: true });
  writeFileSync(
    'docs/measurements/python-scopes.md',
    `# Python scopes against CPython's symtable\n\nStandard library without installed packages, ${day}.\n\n| what | value |\n|---|---|\n${rows
      .map(([what, value]) => `| ${what} | ${value} |`)
      .join('\n')}\n\nRepeat: \`OMNI_CORPUS=1 npx vitest run test/languages/python/scopes-oracle.test.ts\`.\n`,
  );
}
