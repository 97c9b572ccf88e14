import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { isRefactorError } from '../../src/core/errors.ts';

test('reads ceilings and leaves the other rules off', () => {
  const config = parseConfig('[budget]\nfile-lines = 400\n', 'omni-refactor.toml');
  expect(config.budget).toEqual({ fileLines: 400, functionCognitive: null });
});

const BROKEN: readonly [name: string, text: string, place: string, why: RegExp][] = [
  [
    'an unknown key in a table',
    '[budget]\nfile-lines = 1\n  file_lines = 2\n',
    ':3:3',
    /`budget\.file_lines` is unknown/,
  ],
  ['an unknown table', 'exclude = []\n\n[budgets]\nfile-lines = 1\n', ':3:1', /`budgets` is unknown/],
  ['an unknown dotted key', 'budget.lines = 2\n', ':1:1', /`budget\.lines` is unknown/],
  [
    'an unknown key in an inline table',
    'budget = { file-lines = 3, files = 2 }\n',
    ':1:28',
    /`budget\.files` is unknown/,
  ],
  ['a ceiling of the wrong kind', '[budget]\nfile-lines = "many"\n', ':2:1', /expected number/i],
  ['a ceiling of zero', '[budget]\nfile-lines = 0\n', ':2:1', /Too small|>0/],
  ['an array element of the wrong kind', 'exclude = ["a",\n  7]\n', ':2:3', /expected string/i],
  ['broken TOML', '[budget]\nfile-lines = = 1\n', ':2:14', /./],
];

describe('names line and column of', () => {
  test.each(BROKEN)('%s', (_name, text, place, why) => {
    let caught: unknown;
    try {
      parseConfig(text, 'omni-refactor.toml');
    } catch (error) {
      caught = error;
    }
    expect(isRefactorError(caught)).toBe(true);
    if (!isRefactorError(caught)) return;
    expect(caught.problem.what).toContain(`omni-refactor.toml${place}`);
    expect(caught.problem.why).toMatch(why);
    expect(caught.exitCode).toBe(2);
  });
});
