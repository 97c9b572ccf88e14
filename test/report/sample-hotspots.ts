import { DEFAULT_HOTSPOT_OPTIONS, type HotspotOptions, type HotspotReport } from '../../analyzers/hotspots/hotspot.ts';
import { rankHotspots } from '../../analyzers/hotspots/rank-hotspots.ts';
import type { History } from '../../src/git/history.ts';
import { textEntry } from '../../src/workspace/create-view.ts';
import { memoryView } from '../helpers/memory-view.ts';
import { plainComposition } from '../helpers/plain-composition.ts';

const nested = (depth: number): string => `${'if a { '.repeat(depth)}${'} '.repeat(depth)}`;

const FILES: Readonly<Record<string, string>> = {
  'crates/engine/src/evaluator/rvalue.rs': `impl Evaluator { fn eval_rvalue(&self) { ${nested(9)} } }\n${'fn f() {}\n'.repeat(1200)}`,
  'crates/engine/src/tables.inc': `fn lookup() { ${nested(3)} }\n`,
  'crates/engine/src/lib.rs': 'include!("tables.inc");\nfn small() {}\n',
  'python/日本語/モジュール.py': 'def 長い名前の関数(a):\n  if a: pass\n',
  'evil\u001b[31m\u202e.py': 'def f(a):\n  if a\n',
  'latin1.py': '',
};

const HISTORY: History = {
  status: 'ok',
  head: '0123456789abcdef0123456789abcdef01234567',
  headDate: '2026-01-01',
  since: null,
  commits: 1234,
  leftOut: { sweeping: 2, bots: 30, ignored: 0, merges: 1500 },
  notes: ['the clone is partial: renames are followed only where the content stayed the same'],
  files: new Map([
    [
      'crates/engine/src/evaluator/rvalue.rs',
      { revisions: 120, revisionsDecayed: 14.25, authors: 9, lastChange: '2025-12-31' },
    ],
    ['crates/engine/src/tables.inc', { revisions: 31, revisionsDecayed: 9.5, authors: 3, lastChange: '2025-12-01' }],
    ['crates/engine/src/lib.rs', { revisions: 40, revisionsDecayed: 3.125, authors: 5, lastChange: '2025-11-30' }],
    ['python/日本語/モジュール.py', { revisions: 2, revisionsDecayed: 0.5, authors: 1, lastChange: '2025-01-01' }],
  ]),
};

/** A small workspace with wide characters, hostile names, a fragment, a broken file and an unreadable one. */
export function sampleHotspots(options: Partial<HotspotOptions> = {}, history: History = HISTORY): HotspotReport {
  const files = Object.entries(FILES).map(([path, text]) => textEntry(path, text));
  const entries = files.map((file) => (file.path === 'latin1.py' ? { ...file, state: 'not-utf8' as const } : file));
  const view = memoryView(FILES, { files: entries, history });
  const composition = plainComposition(view, { 'crates/engine/src/lib.rs': ['crates/engine/src/tables.inc'] });
  return rankHotspots(view, composition, { ...DEFAULT_HOTSPOT_OPTIONS, ...options });
}
