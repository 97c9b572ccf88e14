import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { FACADE } from '../../../analyzers/modules/edit/plan-references.ts';
import { readPlan } from '../../../src/report/plan/read-plan.ts';
import { renderPlan } from '../../../src/report/plan/render-plan.ts';
import { writePlanYaml } from '../../../src/report/plan/write-plan-yaml.ts';
import { SAMPLE_PLAN, SAMPLE_TEXT } from './sample-plan.ts';

const snapshot = (name: string): string => join(import.meta.dirname, '../../../snapshots/reports/plan', name);
const lines = SAMPLE_TEXT.split('\n').length - 1;
const NOTES = [
  'CODEOWNERS:2 names src/app/store.py; the new folder is added there',
  'setup.cfg:14 names src/app/store.py: it is a setting for this file or module: new ones have none, which has to be looked at',
];

const [first, second] = SAMPLE_PLAN.modules.map(({ name }) => name);
const LINKS = [
  { from: first!, to: second!, pairs: 1, reads: 4 },
  { from: FACADE, to: first!, pairs: 1, reads: 1 },
];

describe('renderPlan', () => {
  it('shows the plan on a terminal', async () => {
    const text = renderPlan(SAMPLE_PLAN, {
      width: 100,
      color: false,
      lines,
      layoutWhy: 'nothing needs the file',
      notes: NOTES,
      links: LINKS,
      notWorth: null,
    });
    await expect(text).toMatchFileSnapshot(snapshot('terminal.txt'));
  });

  it('shows what history and the largest class say', async () => {
    const sample = join(import.meta.dirname, '../../fixtures/plans/v2-evidence.yaml');
    const { plan } = readPlan(readFileSync(sample, 'utf8'), sample);
    const text = renderPlan(plan, {
      width: 80,
      color: false,
      lines: 192,
      layoutWhy: null,
      notes: [],
      links: [],
      notWorth: null,
    });
    await expect(text).toMatchFileSnapshot(snapshot('evidence.txt'));
  });

  it('says why the layout is this one', () => {
    const plan = { ...SAMPLE_PLAN, layout: 'sibling' };
    const text = renderPlan(plan, {
      width: 100,
      color: false,
      lines,
      layoutWhy: 'H27: the stub a.pyi\u001b describes it',
      notes: ['evil\u001b[2J.yml:1 names it'],
      links: [],
      notWorth: null,
    });
    expect(text).toContain('\nLayout: sibling, files beside it: H27: the stub a.pyi');
    expect(text).not.toContain('\u001b');
  });

  it('colours without changing the text', () => {
    const plain = renderPlan(SAMPLE_PLAN, {
      width: 100,
      color: false,
      lines,
      layoutWhy: null,
      notes: NOTES,
      links: [],
      notWorth: null,
    });
    const coloured = renderPlan(SAMPLE_PLAN, {
      width: 100,
      color: true,
      lines,
      layoutWhy: null,
      notes: NOTES,
      links: [],
      notWorth: null,
    });
    expect(coloured).not.toBe(plain);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with it
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
  });

  it.each([40, 60, 120])('keeps to %i columns where words allow it', (width) => {
    const rows = renderPlan(SAMPLE_PLAN, {
      width,
      color: false,
      lines,
      layoutWhy: null,
      notes: NOTES,
      links: [],
      notWorth: null,
    }).split('\n');
    const modules = rows.slice(rows.indexOf('Parts'));
    const tooLong = modules.filter((row) => stringWidth(row) > width && /\S \S/.test(row.trim()));
    expect(tooLong).toEqual([]);
  });
});

describe('writePlanYaml', () => {
  it('explains each section', async () => {
    await expect(writePlanYaml(SAMPLE_PLAN)).toMatchFileSnapshot(snapshot('plan.yaml'));
  });
});
