import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPackages } from './check-packages.ts';
import { INCLUDE_CASES, includeCaseNames, readIncludeCase } from './include-cases.ts';
import { readFolder } from './split-cases.ts';

/** Every conversion is a package of one workspace, before and after: the real compiler finds nothing to say, and the tests are the same. */
it('all conversions compile without a warning and pass their tests, before and after', () => {
  const packages: Record<string, Record<string, string>> = {};
  for (const name of includeCaseNames()) {
    const { view, refusal } = readIncludeCase(name);
    if (refusal) continue;
    const before = Object.fromEntries(view.files.map(({ path }) => [path, view.text(path)]));
    packages[`${name}-before`] = before;
    packages[`${name}-after`] = { ...before, ...readFolder(join(INCLUDE_CASES, name, 'after')) };
  }
  expect(Object.keys(packages).length).toBeGreaterThanOrEqual(24);
  checkPackages(packages, ({ messages, success, stderr, cargo }) => {
    expect(messages).toEqual([]);
    expect(success, stderr).toBe(true);
    const passed = [...cargo('test', '--offline', '--workspace').stdout.matchAll(/^test (\S+) \.\.\. ok$/gm)];
    const names = passed.map(([, name]) => name!.split('::').pop()!).sort();
    expect(names.filter((_, i) => i % 2 === 0)).toEqual(names.filter((_, i) => i % 2 === 1));
    expect(names.length).toBeGreaterThanOrEqual(14);
  });
}, 120_000);
