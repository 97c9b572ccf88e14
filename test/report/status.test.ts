import { expect, test } from 'vitest';
import type { StatusReport } from '../../analyzers/status/guardrail.ts';
import { statusToJson } from '../../src/report/status/json.ts';
import { statusToMarkdown } from '../../src/report/status/markdown.ts';
import { statusSchema } from '../../src/report/status/schema.ts';
import { statusToTerminal } from '../../src/report/status/terminal.ts';

const REPORT: StatusReport = {
  today: '2026-01-01',
  guardrails: [
    {
      id: 'file-lines',
      title: 'A ceiling for lines',
      state: 'partial',
      found: '2 of 9 over it',
      whatToDo: 'omni-refactor check',
    },
    { id: 'ci', title: 'The gate runs in CI', state: 'missing', found: 'none of 2 | files', whatToDo: 'Run it.' },
    { id: 'exceptions', title: 'No exception outlives its day', state: 'enforced', found: '1', whatToDo: null },
    { id: 'history', title: 'Hotspots rest on history', state: 'unknown', found: 'a shallow clone', whatToDo: null },
  ],
  over: [
    {
      rule: 'file-lines',
      path: 'src/evil\u001b[31m_@team.rs',
      line: null,
      symbol: null,
      value: 900,
      ceiling: 500,
      held: 'exception',
      owner: '@ada',
      expires: '2025-12-31',
      expired: true,
      rank: 1,
    },
    ...Array.from({ length: 120 }, (_, i) => ({
      rule: 'function-cognitive',
      path: `src/f${i}.rs`,
      line: 7,
      symbol: 'parse',
      value: 30,
      ceiling: 15,
      held: 'baseline' as const,
      owner: null,
      expires: null,
      expired: false,
      rank: i + 2,
    })),
  ],
};

const SNAPSHOTS = '../../snapshots/reports/status';

test('one page for a terminal, one for a wiki, and JSON', async () => {
  const terminal = statusToTerminal(REPORT, { width: 100, color: false });
  await expect(terminal).toMatchFileSnapshot(`${SNAPSHOTS}/status.txt`);
  expect(terminal.split('\n').length).toBeLessThan(45);
  const markdown = statusToMarkdown(REPORT);
  await expect(markdown).toMatchFileSnapshot(`${SNAPSHOTS}/status.md`);
  for (const hostile of ['@team', '@ada', '\u001b']) expect(markdown).not.toContain(hostile);
  expect(statusSchema.parse(JSON.parse(statusToJson(REPORT))).summary).toEqual({
    enforced: 1,
    partial: 1,
    missing: 1,
    unknown: 1,
  });
});
