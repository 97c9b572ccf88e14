import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { hotspotsToJson } from '../../src/report/hotspots/json.ts';
import { hotspotsSchema } from '../../src/report/hotspots/schema.ts';
import { firstHotspotsToTerminal, hotspotsToTerminal } from '../../src/report/hotspots/terminal.ts';
import { sampleHotspots } from './sample-hotspots.ts';

const SNAPSHOTS = '../../snapshots/reports/hotspots';
const SHALLOW = { status: 'shallow', reason: 'this is a shallow clone' } as const;
const CONTROL = /(?!\n)\p{Cc}|\p{Cf}/u;

test.each([60, 80, 120, 200])('prints a table %i columns wide', async (width) => {
  await expect(hotspotsToTerminal(sampleHotspots(), { width, color: false })).toMatchFileSnapshot(
    `${SNAPSHOTS}/files-${width}.txt`,
  );
});

test('prints modules, and what history could not tell', async () => {
  const text = hotspotsToTerminal(sampleHotspots({ by: 'module', top: 2 }, SHALLOW), { width: 100, color: false });
  await expect(text).toMatchFileSnapshot(`${SNAPSHOTS}/modules-shallow.txt`);
});

test('keeps each row of the table within every width', () => {
  for (let width = 60; width <= 200; width++) {
    const table = hotspotsToTerminal(sampleHotspots(), { width, color: false }).split('\n\n')[0]!;
    for (const line of table.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
  }
});

test('colours the same text, and lets nothing hostile through', () => {
  const plain = hotspotsToTerminal(sampleHotspots(), { width: 120, color: false });
  const colored = hotspotsToTerminal(sampleHotspots(), { width: 120, color: true });
  expect(plain).not.toMatch(CONTROL);
  expect(stripVTControlCharacters(colored)).toBe(plain);
  expect(colored).not.toBe(plain);
});

test.each([
  ['files', sampleHotspots()],
  ['modules-shallow', sampleHotspots({ by: 'module', top: 2 }, SHALLOW)],
])('writes JSON for %s', async (name, report) => {
  const json = hotspotsToJson(report);
  expect(hotspotsSchema.parse(JSON.parse(json))).toEqual(JSON.parse(json));
  await expect(json).toMatchFileSnapshot(`${SNAPSHOTS}/${name}.json`);
});

test('reports an empty workspace', () => {
  const report = sampleHotspots({ lang: 'javascript' });
  expect(hotspotsToTerminal(report, { width: 80, color: false })).toMatch(
    /^0 source files in 0 modules: 0 lines, 0 of code; 0 functions\./,
  );
  hotspotsSchema.parse(JSON.parse(hotspotsToJson(report)));
});

test('prints the first rows alike, and what was read for them', () => {
  const { options: _all, totals, ...report } = sampleHotspots({ top: 2 });
  const first = { ...report, options: { lang: null, top: 2 }, found: 1510, read: 28, failed: totals.failed };
  const look = { width: 120, color: false };
  const text = firstHotspotsToTerminal(first, look);
  expect(text.split('\n\n')[0]).toBe(hotspotsToTerminal(sampleHotspots({ top: 2 }), look).split('\n\n')[0]);
  expect(text).toContain('The first 2 files, ranked after reading 28 of 1,510: no other can be among them.');
  expect(text).toContain('latin1.py: it is not valid UTF-8');
  expect(text).not.toMatch(CONTROL);
});
