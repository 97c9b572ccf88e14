import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../analyzers/checks.ts';
import { ANALYZERS } from '../../analyzers/index.ts';
import { HAZARDS } from '../../src/core/hazards/index.ts';
import { clausesOf } from '../../src/engine/mcp/probe/clauses.ts';
import { PROBE_RULES, type ProbeRule } from '../../src/engine/mcp/probe/rules.ts';
import { hazardPage } from '../../src/report/explain-id/hazard-page.ts';
import { probeRulePage, rulePage } from '../../src/report/explain-id/rule-page.ts';
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

  test.each(Object.values(PROBE_RULES).map((rule): [string, ProbeRule] => [rule.id, rule]))('%s', async (id, rule) => {
    await expect(probeRulePage(rule, clausesOf(rule.clauses))).toMatchFileSnapshot(`../../docs/rules/${id}.md`);
  });

  test('no page is left behind, and no id stands for two rules', () => {
    // Each rule's own page is asked for above, and is written only when all tests have run.
    const ids = [...RULES.map(([id]) => id), ...Object.values(PROBE_RULES).map(({ id }) => id)];
    const pages = new Set(ids.map((id) => `${id}.md`));
    expect(readdirSync(`${PROJECT}/docs/rules`).filter((name) => !pages.has(name))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('every hazard has a page of its own number', () => {
  for (const hazard of HAZARDS) expect(hazardPage(hazard)).toContain(`# ${hazard.id}\n`);
  expect(new Set(HAZARDS.map(({ id }) => id)).size).toBe(HAZARDS.length);
});

test.each([
  ['rust', 'R', /^\| (\d+) \| (.*?) \|/],
  ['python', 'H', /^\| H(\d+) \| [^|]* \| (.*?) \|/],
  ['javascript', 'J', /^\| J(\d+) \| (.*?) \|/],
] as const)('docs/hazards-%s.md says of each hazard what its data say', (language, letter, row) => {
  const lines = readFileSync(`${PROJECT}/docs/hazards-${language}.md`, 'utf8').split('\n');
  const written = lines.flatMap((line) => {
    const [, number, what] = row.exec(line) ?? [];
    return number === undefined ? [] : [[`${letter}${number}`, what]];
  });
  expect(written.length).toBeGreaterThan(20);
  expect(written).toEqual(written.map(([id]) => [id, HAZARDS.find((one) => one.id === id)?.what]));
});

describe('docs/verdicts.md is printed from the hazards', () => {
  test('each has its row', async () => {
    const table = verdictTable(HAZARDS);
    await expect(table).toMatchFileSnapshot('../../docs/verdicts.md');
    for (const { id, verdict } of HAZARDS) expect(table).toContain(`| ${verdict} | ${id} |`);
    expect(table.split('\n').filter((line) => /^\| .* \| [RHJPMN]\d+ \|/.test(line))).toHaveLength(HAZARDS.length);
  });

  test('the README leads there', () => {
    expect(readFileSync(`${PROJECT}/README.md`, 'utf8')).toContain('(docs/verdicts.md)');
  });

  test('and explain prints it', async () => {
    expect((await runOmni(PROJECT, ['explain', 'hazards'])).stdout).toBe(verdictTable(HAZARDS));
  });
});
