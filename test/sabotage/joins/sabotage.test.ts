import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../helpers/judge-by-syntax.ts';
import { readFolder } from '../../helpers/read-folder.ts';
import { HARMLESS } from './harmless.ts';
import { NAMED_LOADS } from './named-loads.ts';
import { NAMED_PATHS } from './named-paths.ts';
import { JOIN_SABOTAGES } from './sabotages.ts';
import { SCRIPT_SABOTAGES } from './script-sabotages.ts';

const ALL = [...JOIN_SABOTAGES, ...SCRIPT_SABOTAGES];

test('there are enough of them, each once', () => {
  expect(ALL.length).toBeGreaterThan(40);
  expect(new Set(ALL.map(({ of, what, path }) => `${of} ${path} ${what}`)).size).toBe(ALL.length);
});

test.each([...ALL, ...NAMED_LOADS, ...NAMED_PATHS])('$of: $what', async ({ of, path, find, put }) => {
  const [language, name] = of.split('/') as [string, string];
  const folder = `codemods/${language}/join-module/cases/${name}`;
  const after = readFolder(`${folder}/after`);
  const text = after[path] ?? '';
  const spoiled = find === undefined ? put : text.replace(find, put);
  expect(spoiled).not.toBe(text);
  const before = readFolder(`${folder}/before`);
  // A file that names a part did so before.
  const all = find === undefined ? { ...before, [path]: put } : before;
  const { outcome } = await judgeBySyntax(caseView(language, all), caseView(language, { ...after, [path]: spoiled }));
  expect(outcome).toBe('not-proven');
});

test.each(HARMLESS)('$of: a file reads $what', async ({ of, path, put }) => {
  const [language, name] = of.split('/') as [string, string];
  const folder = `codemods/${language}/join-module/cases/${name}`;
  const [before, after] = ['before', 'after'].map((side) =>
    caseView(language, { ...readFolder(`${folder}/${side}`), [path]: put }),
  );
  const { outcome, gaps } = await judgeBySyntax(before!, after!);
  expect(gaps.map((gap) => (gap.kind === 'failed' ? gap.proof.why : gap.kind))).toEqual([]);
  expect(outcome).toBe('proven');
});
