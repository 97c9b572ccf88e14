import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { FindingsReport } from '../../src/report/findings/findings-report.ts';
import { findingsToJson } from '../../src/report/findings/json.ts';
import { findingsSchema } from '../../src/report/findings/schema.ts';
import { findingsToTerminal } from '../../src/report/findings/terminal.ts';

const SNAPSHOTS = '../../snapshots/reports/findings';
const RULES = [
  { id: 'file-lines', limit: 500, checked: 12 },
  { id: 'function-cognitive', limit: null, checked: 0 },
];
const OFF = RULES.map(({ id }) => ({ id, limit: null, checked: 0 }));
const finding = {
  rule: 'file-lines',
  severity: 'error',
  what: 'It is long',
  why: 'Nobody reads it.',
  whatToDo: 'omni-refactor plan a.rs',
} as const;

const REPORTS: Readonly<Record<string, FindingsReport>> = {
  mixed: {
    findings: [
      { ...finding, place: { path: 'a\u001b[2J.rs' }, value: 900, limit: 500 },
      { ...finding, place: { path: 'b.rs', line: 7, endLine: 99 }, severity: 'warning', symbol: 'B::f', rule: 'other' },
      { ...finding, place: { path: 'b.rs', line: 9, column: 3 }, severity: 'info', rule: 'other' },
    ],
    rules: RULES,
    unknown: [{ path: 'c.rs', reason: 'not-utf8' }],
  },
  clean: { findings: [], rules: RULES, unknown: [] },
  'clean-with-unknown': { findings: [], rules: RULES, unknown: [{ path: 'c.rs', reason: 'not-utf8' }] },
  off: { findings: [], rules: OFF, unknown: [] },
};

test.each(Object.entries(REPORTS))('prints %s', async (name, report) => {
  const text = findingsToTerminal(report, { color: false, width: 100 });
  expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(stripVTControlCharacters(findingsToTerminal(report, { color: true, width: 100 }))).toBe(text);
  await expect(text).toMatchFileSnapshot(`${SNAPSHOTS}/${name}.txt`);
});

test.each(Object.entries(REPORTS))('writes JSON for %s', async (name, report) => {
  const json = findingsToJson(report);
  expect(findingsSchema.parse(JSON.parse(json))).toEqual(JSON.parse(json));
  await expect(json).toMatchFileSnapshot(`${SNAPSHOTS}/${name}.json`);
});
