import { expect, test } from 'vitest';
import { CHECKS } from '../../analyzers/checks.ts';
import { ANALYZERS } from '../../analyzers/index.ts';
import { ERROR_CODES } from '../../src/core/error-codes.ts';
import { EXIT, RefactorError } from '../../src/core/errors.ts';
import { errorTable } from '../../src/report/explain-id/error-page.ts';
import { readSources } from '../helpers/read-imports.ts';
import { runOmni } from '../helpers/run-omni.ts';

const CODES = Object.keys(ERROR_CODES) as (keyof typeof ERROR_CODES)[];
const sources = readSources().filter(({ path }) => path !== 'src/core/error-codes.ts');

/** What the sources write as a code: a literal, or the beginning of a template such as `file-${state}`. */
const literals = new Set(
  sources.flatMap(({ text }) => [...text.matchAll(/'([a-z]+(?:-[a-z0-9]+)*)'/g)].map(([, one]) => one!)),
);
const beginnings = sources.flatMap(({ text }) =>
  [...text.matchAll(/code: [^\n]*`([a-z-]+-)\$\{/g)].map(([, one]) => one!),
);

test('docs/errors.md is printed from the catalogue (UPDATE=1 writes it)', async () => {
  await expect(errorTable()).toMatchFileSnapshot('../../docs/errors.md');
});

test('every entry is thrown somewhere', () => {
  expect(beginnings).toEqual(['nothing-to-', 'file-', 'file-']);
  const unused = CODES.filter((code) => !literals.has(code) && !beginnings.some((one) => code.startsWith(one)));
  expect(unused).toEqual([]);
});

test('every code that is written where an error is made is in the catalogue', () => {
  // The type of `Problem.code` holds for literals; this holds for what is computed or cast.
  const written = sources.flatMap(({ path, text }) =>
    /RefactorError|PlanProblem/.test(text)
      ? [...text.matchAll(/\bcode: '([a-z-]+)'/g)].map(([, code]) => ({ path, code: code! }))
      : [],
  );
  expect(written.length).toBeGreaterThan(60);
  expect(written.filter(({ code }) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
  expect(sources.filter(({ text }) => /as ErrorCode\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('sorted, each with sentences, and none is called as a rule is', () => {
  expect(CODES).toEqual([...CODES].sort());
  const rules = new Set([...ANALYZERS, ...CHECKS].flatMap((check) => check.rules.map(({ id }) => id)));
  for (const code of CODES) {
    const { means, whatToDo } = ERROR_CODES[code];
    expect(means, code).toMatch(/\.$/);
    expect(whatToDo, code).toMatch(/\.$/);
    expect(rules.has(code), code).toBe(false);
  }
});

test('an error exits as its code says, but for what somebody handed in', () => {
  const problem = { code: 'base-twice', what: '', why: '', whatToDo: '' } as const;
  expect(new RefactorError(problem).exitCode).toBe(EXIT.internal);
  expect(new RefactorError(problem, EXIT.usage).exitCode).toBe(EXIT.usage);
});

test('`explain CODE` shows it', async () => {
  const { stdout } = await runOmni(process.cwd(), ['explain', 'plan-is-stale']);
  expect(stdout).toContain('Exit code: 2');
});
