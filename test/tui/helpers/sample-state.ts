import type { Hotspot } from '../../../analyzers/hotspots/index.ts';
import type { Receipt } from '../../../src/core/receipt.ts';
import type { EngineEvent, Opened } from '../../../src/tui/engine/messages.ts';
import { type Effect, initialState, type Size, type State } from '../../../src/tui/state/state.ts';
import { update } from '../../../src/tui/state/update.ts';
import { samplePlanned } from './sample-plan.ts';

export const hotspot = (path: string, rank: number, more: Partial<Hotspot> = {}): Hotspot => ({
  rank,
  score: 40 / rank,
  path,
  module: path.replaceAll('/', '::'),
  language: path.endsWith('.py') ? 'python' : path.endsWith('.ts') ? 'javascript' : 'rust',
  fragments: [],
  isFragment: false,
  lines: 1200 - rank,
  code: 900,
  comment: 200,
  blank: 100,
  functions: 30,
  cognitive: 300 - rank,
  cyclomatic: 200,
  sizes: {
    statements: 600,
    exits: 40,
    types: 3,
    nesting: 5,
    parameters: 6,
    volume: 30_000,
    effort: 1_000_000,
    bugs: 3,
    maintainability: 20,
  },
  largest: null,
  worst: { symbol: 'parse', path, line: 7, lines: 40, cognitive: 50, cyclomatic: 20 },
  symbol: null,
  line: null,
  churn: {
    revisions: 100 - rank,
    revisionsDecayed: 12.5,
    authors: 3,
    lastChange: '2026-01-01',
    age: 0,
    fragmentation: 0.5,
    trend: [],
  },
  ownership: null,
  baselines: { byLines: rank, byRevisions: rank },
  partial: false,
  ...more,
});

const sampleRows = (count: number): Hotspot[] =>
  Array.from({ length: count }, (_, i) =>
    hotspot(`src/part_${i % 7}/file_${i}.${i % 3 === 0 ? 'rs' : i % 3 === 1 ? 'py' : 'ts'}`, i + 2),
  );

export const OPENED: Opened = {
  root: '/somewhere/orchard',
  files: 40,
  sources: 40,
  failed: [],
  history: null,
  branch: 'main',
  notes: [],
  findings: [
    {
      rule: 'file-lines',
      severity: 'error',
      place: { path: 'src/press.rs' },
      what: 'src/press.rs has 1200 lines; the budget allows 500',
      why: 'Nobody reads it whole.',
      whatToDo: 'omni-refactor plan src/press.rs',
      value: 1200,
      limit: 500,
    },
    {
      rule: 'function-cognitive',
      severity: 'error',
      place: { path: 'src/press.rs', line: 7 },
      symbol: 'parse',
      what: 'parse is hard to read',
      why: 'Each level of nesting has to be held in mind.',
      whatToDo: 'Extract a function.',
      value: 50,
      limit: 15,
    },
    {
      rule: 'lints-not-inherited',
      severity: 'error',
      place: { path: 'yard/Cargo.toml' },
      what: 'yard does not inherit the lints of the workspace',
      why: 'Its code is held to less.',
      whatToDo: 'Write [lints] workspace = true.',
    },
  ],
  unknown: 0,
  checked: true,
  mendable: { 'lints-not-inherited': 'workspace-lints' },
  budget: { fileLines: 500, functionCognitive: 15 },
  rungs: { rust: ['S', 'B', 'T'], python: ['S', 'B', 'A', 'M', 'T'] },
  breaksCycles: ['python'],
  unfinished: null,
};

const RECEIPT: Receipt = {
  schemaVersion: 1,
  id: '0001-abcdef12',
  tool: 'omni-refactor 0.1.0',
  appliedAt: '2026-01-02T03:04:05.000Z',
  command: ['omni-refactor'],
  codemods: ['rust/split-module'],
  outcome: 'proven',
  asked: ['S', 'B'],
  evidence: { proofs: [], commands: [], diagnostics: [], tools: ['rustc 1.95.0'] },
  plans: [],
  stage: null,
  inPlace: false,
  files: [
    {
      path: 'src/press.rs',
      before: { hash: 'a'.repeat(64), mode: 0o644 },
      after: { hash: 'b'.repeat(64), mode: 0o644 },
    },
  ],
};

/** A state that actions lead to, with every effect on the way. */
export interface Play {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const play = (size: Size = { columns: 120, rows: 30 }): Play => ({
  state: initialState(size, 'orchard'),
  effects: [],
});

export function press({ state, effects }: Play, ...keys: readonly string[]): Play {
  return keys.reduce<Play>(
    (at, key) => {
      const next = update(at.state, { type: 'key', key });
      return { state: next.state, effects: [...at.effects, ...next.effects] };
    },
    { state, effects },
  );
}

export function hear({ state, effects }: Play, ...events: readonly EngineEvent[]): Play {
  return events.reduce<Play>(
    (at, event) => {
      const next = update(at.state, { type: 'event', event, now: 1000 });
      return { state: next.state, effects: [...at.effects, ...next.effects] };
    },
    { state, effects },
  );
}

/** A workspace that has been read: rows, findings, one apply in the history. */
export function opened(rows: readonly Hotspot[] = [hotspot('src/press.rs', 1), ...sampleRows(39)], size?: Size): Play {
  return hear(
    play(size),
    { type: 'ranked', by: 'file', rows, first: true },
    { type: 'ranked', by: 'module', rows, first: true },
    { type: 'opened', opened: OPENED },
    {
      type: 'history',
      entries: [{ id: RECEIPT.id, state: 'applied', undoable: true, redoable: false, receipt: RECEIPT }],
    },
  );
}

/** The plan of the first file is open. */
export const planned = (size?: Size): Play => {
  const { state, effects } = hear(press(opened(undefined, size), 'p'), { type: 'planned', planned: samplePlanned() });
  return { state, effects };
};
