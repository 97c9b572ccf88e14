import { DEFAULT_HOTSPOT_OPTIONS, type HotspotOptions, type HotspotReport } from '../../analyzers/hotspots/hotspot.ts';
import { rankHotspots } from '../../analyzers/hotspots/rank-hotspots.ts';
import type { FileHistory, History, LoggedCommit } from '../../src/git/history.ts';
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

const LOG: LoggedCommit[] = Array.from({ length: 24 }, (_, i) => ({
  time: Date.UTC(2025, 11, 31 - 12 * i) / 1000,
  author: i % 3 === 0 ? 'Bob <bob@example.org>' : 'Ada\u001b[31m <ada@example.org>',
  weight: 2 ** ((-12 * i) / 180),
  size: 2 + i,
}));

/** Every n-th commit of the log. */
const every = (n: number): FileHistory => {
  const changes = LOG.flatMap((_, i) => (i % n === 0 ? [i] : []));
  return { revisions: changes.length, revisionsDecayed: 0, authors: 0, lastChange: '2025-12-31', changes };
};

const HISTORY: History = {
  status: 'ok',
  head: '0123456789abcdef0123456789abcdef01234567',
  headDate: '2026-01-01',
  since: null,
  commits: 24,
  leftOut: { sweeping: 2, bots: 30, ignored: 0, merges: 1500 },
  notes: ['the clone is partial: renames are followed only where the content stayed the same'],
  files: new Map([
    ['crates/engine/src/evaluator/rvalue.rs', every(1)],
    ['crates/engine/src/tables.inc', every(3)],
    ['crates/engine/src/lib.rs', every(2)],
    ['python/日本語/モジュール.py', every(2)],
  ]),
  log: LOG,
  lines: {
    status: 'ok',
    since: '2025-01-01',
    files: new Map([
      [
        'crates/engine/src/evaluator/rvalue.rs',
        {
          touches: [
            [0, [1, 2]],
            [4, [5, 6, 9, 9]],
          ],
          added: [
            ['Ada\u001b[31m <ada@example.org>', 900],
            ['Bob <bob@example.org>', 301],
          ],
        },
      ],
    ]),
  },
};

/** A small workspace with wide characters, hostile names, a fragment, a broken file and an unreadable one. */
export function sampleHotspots(options: Partial<HotspotOptions> = {}, history: History = HISTORY): HotspotReport {
  const files = Object.entries(FILES).map(([path, text]) => textEntry(path, text));
  const entries = files.map((file) => (file.path === 'latin1.py' ? { ...file, state: 'not-utf8' as const } : file));
  const view = memoryView(FILES, { files: entries, history });
  const composition = plainComposition(view, { 'crates/engine/src/lib.rs': ['crates/engine/src/tables.inc'] });
  return rankHotspots(view, composition, { ...DEFAULT_HOTSPOT_OPTIONS, ...options });
}
