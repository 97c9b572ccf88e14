import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../analyzers/checks.ts';
import { ANALYZERS } from '../../analyzers/index.ts';
import { HAZARDS } from '../../src/core/hazards/index.ts';
import { hazardPage } from '../../src/report/explain-id/hazard-page.ts';
import { rulePage } from '../../src/report/explain-id/rule-page.ts';
import { verdictTable } from '../../src/report/explain-id/verdict-table.ts';
import { PROJECT } from '../helpers/read-imports.ts';
import { runOmni } from '../helpers/run-omni.ts';

const RULES = [...ANALYZERS, ...CHECKS].flatMap((check) =>
  check.rules.map((rule) => [rule.id, check.id, rule] as const),
);

describe('docs/rules is printed from the rules', () => {
  test.each(RULES)('%s', async (id, check, rule) => {
    await expect(rulePage(check, rule)).toMatchFileSnapshot(`../../docs/rules/${id}.md`);
  });

  test('no page is left behind, and no id stands for two rules', () => {
    expect(readdirSync(`${PROJECT}/docs/rules`).sort()).toEqual(RULES.map(([id]) => `${id}.md`).sort());
    expect(new Set(RULES.map(([id]) => id)).size).toBe(RULES.length);
  });
});

test('every hazard has a page of its own number', () => {
  for (const hazard of HAZARDS) expect(hazardPage(hazard)).toContain(`# ${hazard.id}\n`);
  expect(new Set(HAZARDS.map(({ id }) => id)).size).toBe(HAZARDS.length);
});

describe('docs/verdicts.md is printed from the hazards', () => {
  test('each has its row', async () => {
    const table = verdictTable(HAZARDS);
    await expect(table).toMatchFileSnapshot('../../docs/verdicts.md');
    for (const { id, verdict } of HAZARDS) expect(table).toContain(`| ${verdict} | ${id} |`);
    expect(table.split('\n').filter((line) => /^\| .* \| [RHJPN]\d+ \|/.test(line))).toHaveLength(HAZARDS.length);
  });

  test('the README leads there', () => {
    expect(readFileSync(`${PROJECT}/README.md`, 'utf8')).toContain('(docs/verdicts.md)');
  });

  test('and explain prints it', async () => {
    expect((await runOmni(PROJECT, ['explain', 'hazards'])).stdout).toBe(verdictTable(HAZARDS));
  });
});
