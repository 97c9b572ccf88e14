import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstHotspots } from '../../../../analyzers/hotspots/first/first-hotspots.ts';
import { maySplice, splicingSources } from '../../../../analyzers/hotspots/first/may-splice.ts';
import { boundsOf, nextToMeasure } from '../../../../analyzers/hotspots/first/next-to-measure.ts';
import { DEFAULT_HOTSPOT_OPTIONS } from '../../../../analyzers/hotspots/hotspot.ts';
import { rankHotspots } from '../../../../analyzers/hotspots/rank-hotspots.ts';
import type { View } from '../../../../src/workspace/view.ts';
import { historyOf } from '../../../helpers/history-of.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { plainComposition } from '../../../helpers/plain-composition.ts';

const TEXTS: readonly string[] = [
  'fn a() {}\n',
  `fn b(x: bool) { ${'if x { while x {} } '.repeat(9)} }\n`,
  `fn c(x: bool) { ${'m!(if if if { "'.repeat(20)}`,
  'fn d() { xs.map(|x| if x { 1 } else { 2 }) }\n',
  `// ${'if for while '.repeat(50)}\nfn e() {}\n`,
];

/** Measures until no other file can be among the first, one more at a time. */
function firstOf(view: View, top: number) {
  const options = { lang: null, top };
  const bounds = boundsOf(view, options);
  const read: string[] = [];
  for (;;) {
    const [next] = nextToMeasure(view, bounds, top, read);
    if (next === undefined) return firstHotspots(view, options, read);
    read.push(next);
  }
}

const workspaces = fc.record({
  texts: fc.array(fc.constantFrom(...TEXTS), { minLength: 1, maxLength: 12 }),
  commits: fc.array(fc.array(fc.nat(11), { maxLength: 4 }), { maxLength: 10 }),
  hasHistory: fc.boolean(),
  top: fc.integer({ min: 1, max: 5 }),
});

test('the first rows are those of the ranking of all files, with the same numbers', () => {
  fc.assert(
    fc.property(workspaces, ({ texts, commits, hasHistory, top }) => {
      const files = Object.fromEntries(texts.map((text, i) => [`f${i}.rs`, text]));
      const history = historyOf(commits.map((some) => [...new Set(some.map((i) => `f${i}.rs`))]));
      const view = memoryView(files, hasHistory ? { history } : {});
      const all = rankHotspots(view, plainComposition(view), { ...DEFAULT_HOTSPOT_OPTIONS, top });
      const first = firstOf(view, top);
      expect(first.entries).toEqual(
        all.entries.map(({ baselines: _byAll, ...entry }) => ({ ...entry, module: entry.path })),
      );
      expect(first.history).toEqual(all.history);
      expect([first.found, first.failed]).toEqual([all.totals.found, all.totals.failed]);
      expect(first.read).toBeLessThanOrEqual(first.found);
    }),
  );
});

test('files that cannot be among the first are not measured', () => {
  const texts = Array.from({ length: 30 }, (_, i) => [`f${i}.rs`, TEXTS[i % 5 === 1 ? 1 : 3]!]);
  const view = memoryView(Object.fromEntries(texts), { history: historyOf([['f1.rs'], ['f1.rs', 'f6.rs']]) });
  expect(firstOf(view, 2)).toMatchObject({ found: 30, read: 2, entries: [{ path: 'f1.rs' }, { path: 'f6.rs' }] });
  expect(() => firstHotspots(view, { lang: null, top: 2 }, ['f0.rs'])).toThrow('could be among them');
});

test.each([
  ['a literal', 'include!("parts.inc");', true],
  ['a source', 'include!("parts.rs");', false],
  ['a file that is not there', 'include!("other.inc");', false],
  ['words joined', 'include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/par", "ts.inc"));', true],
  ['a source, joined', 'include!(concat!(env!("OUT_DIR"), "/parts.rs"));', false],
  ['a macro', 'macro_rules! put { ($x:literal) => { include!($x); } }', true],
  ['a comment between', 'include! /* here */ ("parts.inc");', true],
  ['a mount', '#[path = "parts.inc"] mod parts;', true],
  ['a mount under a condition', '#[cfg_attr(unix, path = "parts.inc")] mod parts;', true],
  ['a comment', '// include!("parts.inc")', false],
])('a file that is no source by its name is looked for where sources may splice it: %s', (_name, text, expected) => {
  const view = memoryView({ 'src/lib.rs': text, 'src/parts.inc': 'fn f() {}\n', 'src/parts.rs': '' });
  expect(maySplice(view, splicingSources(view))).toBe(expected);
});
