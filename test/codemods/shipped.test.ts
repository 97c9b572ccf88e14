import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SHIPPED } from '../../codemods/shipped.ts';
import { readCases } from '../../src/engine/run/codemod-cases/find-cases.ts';
import { testCases } from '../../src/engine/run/codemod-cases/test-suites.ts';
import { updateOf } from '../../src/engine/run/codemod-cases/update-cases.ts';
import { nameStep } from '../../src/engine/run/name-step.ts';
import { PROJECT_ROOT } from '../helpers/run-tool.ts';
import { writeUpdate } from '../helpers/write-update.ts';

const QUIET = { threads: 1, timeLimit: 20_000, onPrint: () => {}, signal: new AbortController().signal };

describe.each(SHIPPED)('$id', ({ id, languages, title }) => {
  test('every case comes out as expected', async () => {
    const folder = join(PROJECT_ROOT, 'codemods', id, 'cases');
    const step = nameStep({ name: id, cwd: PROJECT_ROOT, params: {}, parser: null });
    const tested = await testCases(step, readCases(folder), {
      ...QUIET,
      codemod: id,
      from: (path) => relative(folder, path),
    });
    if (process.env.UPDATE === '1') writeUpdate(updateOf, PROJECT_ROOT, tested);
    else expect(tested.map(({ result }) => result).filter(({ status }) => status !== 'passed')).toEqual([]);
    expect(tested.length).toBeGreaterThanOrEqual(2);
  });

  test('says what it is', () => {
    expect(languages.length).toBeGreaterThan(0);
    expect(title).not.toBe('');
    expect(readdirSync(join(PROJECT_ROOT, 'codemods', id))).toContain('index.ts');
  });
});
