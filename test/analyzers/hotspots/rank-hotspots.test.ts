import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_HOTSPOT_OPTIONS, type HotspotOptions } from '../../../analyzers/hotspots/hotspot.ts';
import { rankHotspots } from '../../../analyzers/hotspots/rank-hotspots.ts';
import { scoreOf } from '../../../analyzers/hotspots/score.ts';
import type { FileHistory, History, LoggedCommit } from '../../../src/git/history.ts';
import { textEntry, type ViewSource } from '../../../src/workspace/create-view.ts';
import { memoryView } from '../../helpers/memory-view.ts';
import { plainComposition } from '../../helpers/plain-composition.ts';

const FILES = {
  'src/lib.rs': '//! Doc.\nmod a;\ninclude!("parts.inc");\nfn one(x: bool) { if x {} }\n',
  'src/parts.inc': 'fn two(x: bool) {\n    if x { if x {} }\n}\n\n',
  'src/a.rs': 'fn three() {}\n',
  'tool.py': 'def four(a):\n    for x in a:\n        pass\n',
  'notes.md': '# not source\n',
};
const SPLICED = { 'src/lib.rs': ['src/parts.inc'] };

const LOG: LoggedCommit[] = [];

/** Two authors in turn; the weights of the commits add up to what is asked for. */
function touched(revisions: number, revisionsDecayed: number, lastChange: string): FileHistory {
  const time = Date.parse(lastChange) / 1000;
  const changes = Array.from({ length: revisions }, (_, i) => {
    LOG.push({ time, author: i % 2 ? 'Ada' : 'Bob', weight: revisionsDecayed / revisions, size: 2 });
    return LOG.length - 1;
  });
  return { revisions, revisionsDecayed, authors: 2, lastChange, changes };
}

const HISTORY: History = {
  status: 'ok',
  head: 'abc',
  headDate: '2026-01-01',
  since: null,
  commits: 9,
  log: LOG,
  lines: { status: 'not-read', reason: 'it is not needed' },
  files: new Map([
    ['src/lib.rs', touched(3, 1, '2025-12-01')],
    ['src/parts.inc', touched(5, 2, '2025-11-01')],
    ['src/a.rs', touched(4, 4, '2025-10-01')],
  ]),
};

function hotspots(options: Partial<HotspotOptions> = {}, overrides: Partial<ViewSource> = { history: HISTORY }) {
  const view = memoryView(FILES, overrides);
  return rankHotspots(view, plainComposition(view, SPLICED), { ...DEFAULT_HOTSPOT_OPTIONS, ...options });
}

test('ranks files by decayed revisions times the logarithm of cognitive complexity, and a floor', () => {
  const { entries } = hotspots();
  expect(entries.map(({ path, score }) => [path, score])).toEqual([
    ['src/parts.inc', 2 * Math.log2(5) + 3 / 25],
    ['src/a.rs', 4],
    ['src/lib.rs', Math.log2(3) + 1 / 25],
    ['tool.py', 1 / 25],
  ]);
  expect(entries[0]).toMatchObject({
    rank: 1,
    module: 'src/lib',
    isFragment: true,
    lines: 4,
    code: 3,
    blank: 1,
    functions: 1,
    cognitive: 3,
    cyclomatic: 3,
    worst: { symbol: 'two', path: 'src/parts.inc', line: 1, lines: 3, cognitive: 3 },
    churn: { revisions: 5, revisionsDecayed: 2, authors: 2, lastChange: '2025-11-01', age: 2 },
    ownership: null,
    baselines: { byLines: 1, byRevisions: 1 },
  });
});

test('counts fragments with the module that splices them', () => {
  const { entries } = hotspots({ by: 'module' });
  expect(entries.map(({ module }) => module)).toEqual(['src/lib', 'src/a', 'tool']);
  expect(entries[0]).toMatchObject({
    path: 'src/lib.rs',
    fragments: ['src/parts.inc'],
    lines: 8,
    functions: 2,
    cognitive: 4,
    largest: { symbol: 'two', path: 'src/parts.inc', line: 1, lines: 3 },
    churn: { revisions: 8, revisionsDecayed: expect.closeTo(3, 9), authors: 2, lastChange: '2025-12-01', age: 1 },
  });
});

test('counts each line once, whichever way files are grouped', () => {
  const add = (by: 'file' | 'module') => hotspots({ by }).entries.reduce((total, { lines }) => total + lines, 0);
  expect(add('module')).toBe(add('file'));
  expect(hotspots().totals).toMatchObject({
    found: 4,
    read: 4,
    partial: 0,
    failed: [],
    modules: 3,
    lines: add('file'),
  });
  const { lines, code, comment, blank } = hotspots().totals;
  expect(code + comment + blank).toBe(lines);
});

test.each(['absent', 'shallow', 'squashed', 'not-read'] as const)(
  'leaves a history that is %s out of the score',
  (status) => {
    const { entries, history } = hotspots({}, { history: { status, reason: 'so it is' } });
    expect(history).toEqual({ used: false, status, reason: 'so it is' });
    expect(entries.map(({ path, score }) => [path, score])).toEqual([
      ['src/parts.inc', Math.log2(5) + 3 / 25],
      ['src/lib.rs', Math.log2(3) + 1 / 25],
      ['tool.py', Math.log2(3) + 1 / 25],
      ['src/a.rs', 1],
    ]);
    expect(entries.every(({ churn, baselines }) => churn === null && baselines.byRevisions === null)).toBe(true);
  },
);

test('sorts, cuts and picks a language without changing ranks', () => {
  expect(hotspots({ sort: 'path', top: 2 }).entries.map(({ path, rank }) => [path, rank])).toEqual([
    ['src/a.rs', 2],
    ['src/lib.rs', 3],
  ]);
  expect(hotspots({ sort: 'revisions', top: 1 }).entries[0]!.path).toBe('src/parts.inc');
  expect(hotspots({ lang: 'python' }).totals).toMatchObject({ found: 1, lines: 3 });
});

test('names each file that could not be read, and marks those with syntax errors', () => {
  const broken = { 'a.rs': 'fn f( {', 'b.rs': '', 'c.rs': 'fn g() {}\n' };
  const entries = Object.entries(broken).map(([path, text]) => textEntry(path, text));
  const files = entries.map((entry) => (entry.path === 'b.rs' ? { ...entry, state: 'not-utf8' as const } : entry));
  const view = memoryView(broken, { files });
  const { totals, entries: ranked } = rankHotspots(view, plainComposition(view), DEFAULT_HOTSPOT_OPTIONS);
  expect(totals).toMatchObject({ found: 3, read: 2, partial: 1, failed: [{ path: 'b.rs', reason: 'not-utf8' }] });
  expect(ranked.map(({ path, partial }) => [path, partial])).toEqual([
    ['a.rs', true],
    ['c.rs', false],
  ]);
});

test('reports an empty workspace', () => {
  const view = memoryView({});
  const { totals, entries } = rankHotspots(view, plainComposition(view), DEFAULT_HOTSPOT_OPTIONS);
  expect(entries).toEqual([]);
  expect(totals).toMatchObject({ found: 0, read: 0, modules: 0, lines: 0 });
});

test('a score only grows, with changes and with complexity', () => {
  const number = fc.double({ min: 0, max: 1e4, noNaN: true });
  const cognitive = fc.nat(5000);
  fc.assert(
    fc.property(cognitive, cognitive, number, number, (low, more, recent, later) => {
      const score = scoreOf(low, recent);
      expect(scoreOf(low + more, recent)).toBeGreaterThanOrEqual(score);
      expect(scoreOf(low, recent + later)).toBeGreaterThanOrEqual(score);
    }),
  );
});

test('what no commit counts for is ranked by how hard it is to read', () => {
  const swept = [5, 376, 40].map((cognitive) => [cognitive, scoreOf(cognitive, 0)]);
  expect(swept.sort(([, a], [, b]) => b! - a!).map(([cognitive]) => cognitive)).toEqual([376, 40, 5]);
  // Before a file of 30 that changed three times of late.
  expect(scoreOf(376, 0)).toBeGreaterThan(scoreOf(30, 2.5));
});
