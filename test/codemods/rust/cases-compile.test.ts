import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPackages } from './check-packages.ts';
import { CASES, caseNames, readCase, readFolder } from './split-cases.ts';

/** Every case is a package of one workspace, before and after: the real compiler finds no error and no warning in any. */
it('all cases compile without a warning, before and after', () => {
  const packages: Record<string, Record<string, string>> = {};
  for (const name of caseNames()) {
    const { view, refusal } = readCase(name);
    if (refusal) continue;
    const before = Object.fromEntries(view.files.map(({ path }) => [path, view.text(path)]));
    packages[`${name}-before`] = before;
    const after = { ...before, ...readFolder(join(CASES, name, 'after')) };
    // `m.rs` that is `m/mod.rs` now is gone.
    packages[`${name}-after`] = Object.fromEntries(
      Object.entries(after).filter(
        ([path]) => !path.endsWith('.rs') || after[path.replace(/\.rs$/, '/mod.rs')] === undefined,
      ),
    );
  }
  expect(Object.keys(packages).length).toBeGreaterThan(30);
  checkPackages(packages, ({ messages, success, stderr, cargo }) => {
    expect(messages).toEqual([]);
    expect(success, stderr).toBe(true);
    const tests = cargo('test', '--offline', '-q', '-p', 'tests-module-after');
    expect(tests.status, tests.stderr).toBe(0);
  });
}, 120_000);
