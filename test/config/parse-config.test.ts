import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { isRefactorError } from '../../src/core/errors.ts';

test('reads ceilings and leaves the other rules off', () => {
  const config = parseConfig('[budget]\nfile-lines = 400\n', 'omni-refactor.toml');
  expect(config.budget).toEqual({ fileLines: 400, functionCognitive: null, moduleLines: null, exceptions: [] });
});

const EXCEPTION = {
  rule: '"file-lines"',
  path: '"src/a.rs"',
  value: '900',
  owner: '"@core"',
  reason: '"generated until the parser moves"',
  issue: '"https://example.org/1"',
  expires: '"2026-12-31"',
  exit: '"the parser is generated elsewhere"',
};
const exceptionText = (changes: Readonly<Record<string, string | null>>): string =>
  [
    '[[budget.exception]]',
    ...Object.entries({ ...EXCEPTION, ...changes }).flatMap(([key, value]) =>
      value === null ? [] : `${key} = ${value}`,
    ),
    '',
  ].join('\n');

test('reads exceptions with their places', () => {
  const text = `[budget]\nfile-lines = 500\n\n${exceptionText({})}`;
  const [exception] = parseConfig(text, 'omni-refactor.toml').budget.exceptions;
  expect(exception).toMatchObject({
    path: 'src/a.rs',
    symbol: null,
    value: 900,
    owner: '@core',
    place: { line: 4, column: 1 },
  });
  const { value, table } = exception!.ranges!;
  expect(text.slice(value.start, value.end)).toBe('900');
  expect(text.slice(table.start, table.end)).toBe(exceptionText({}).trimEnd());
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
  ...Object.keys(EXCEPTION).map((key): [string, string, string, RegExp] => [
    `an exception without ${key}`,
    `\n${exceptionText({ [key]: null })}`,
    ':2:1',
    new RegExp(`budget\\.exception\\.0\\.${key}.*is missing`),
  ]),
  ['an exception with an empty owner', exceptionText({ owner: '" "' }), ':5:1', /owner.*is empty/],
  ['an exception with an unknown key', `${exceptionText({})}owners = "x"\n`, ':10:1', /owners` is unknown/],
  ['an exception up to no day', exceptionText({ expires: '"2026-02-30"' }), ':8:1', /day such as/],
  ['a function without its symbol', exceptionText({ rule: '"function-cognitive"' }), ':1:1', /path` and `symbol/],
  [
    'two exceptions for one file',
    `${exceptionText({})}\n${exceptionText({})}`,
    ':11:1',
    /second exception for file-lines src/,
  ],
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

test.each([
  ['[[contract]]', '[[contract]]\nid = "a"\nrust = "a::A"\npython = "a.A"\ndirection = "both"\n', '7:1'],
  ['[[bridge]]', '[[bridge]]\nmodule = "a._core"\ncrate = "core"\n', '5:1'],
  ['[[boundary.rule]]', '[[boundary.rule]]\nid = "a"\nfrom = ["py:a"]\nforbid = ["py:b"]\ninstead = "c"\n', '7:1'],
  [
    '[[ownership.responsibility]]',
    '[[ownership.responsibility]]\nid = "a"\nowners = ["py:a"]\nevidence = ["tool:*"]\n',
    '6:1',
  ],
])('a name that two tables bear is refused at the second: %s', (_, table, place) => {
  expect(() => parseConfig(table + table, 'omni-refactor.toml')).toThrow(`omni-refactor.toml:${place.split(':')[0]}`);
});

test('a rule without what to do instead says so, and nothing of exceptions', () => {
  const config = '[[boundary.rule]]\nid = "a"\nfrom = ["py:a"]\nforbid = ["py:b"]\n';
  expect(() => parseConfig(config, 'omni-refactor.toml')).toThrow(/`boundary\.rule\.0\.instead`: is missing: say what/);
});
