import type { Hotspot, SortKey } from '../../../analyzers/hotspots/index.ts';
import { type Binding, DEFAULT_KEYS } from '../../config/screen/key-table.ts';
import type { Problem } from '../../core/errors.ts';
import type { Proof, Rung } from '../../core/evidence.ts';
import type { Receipt } from '../../core/receipt.ts';
import type { HistoryEntry } from '../../engine/apply/list-history.ts';
import type { Language } from '../../languages/language.ts';
import type {
  Applied,
  ApplyFlags,
  FileDetail,
  FindingPlace,
  Mends,
  Opened,
  Request,
  Survey,
} from '../engine/messages.ts';
import { type Cursor, START } from './cursor.ts';
import type { PlanState } from './plan-state.ts';

export const VIEWS = ['hotspots', 'plan', 'checks', 'history'] as const;
export type ViewName = (typeof VIEWS)[number];

export const TABS = ['preview', 'diff', 'references', 'reasons'] as const;
export type Tab = (typeof TABS)[number];

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface ScanState {
  readonly phase: string | null;
  readonly done: number;
  readonly total: number;
  readonly opened: Opened | null;
  readonly problem: Problem | null;
}

export interface HotspotsState {
  readonly cursor: Cursor;
  readonly filter: string;
  readonly sort: SortKey;
  readonly by: 'file' | 'module';
  readonly lang: Language | null;
  /** Paths that a batch is for. */
  readonly marks: ReadonlySet<string>;
}

export interface RungState {
  readonly rung: Rung;
  readonly state: 'waiting' | 'running' | 'proven' | 'failed' | 'vacuous' | 'not-run';
  /** Seconds since the run began when it ended; null before. */
  readonly seconds: number | null;
  readonly proofs: readonly Proof[];
  readonly why: string;
}

/** What a run came to, by which the next is measured. */
export interface LastRun {
  readonly rungs: string;
  readonly steps: number;
  readonly seconds: number;
}

export interface RunState {
  readonly kind: 'run';
  readonly paths: readonly string[];
  readonly rungs: readonly RungState[];
  readonly phase: string;
  /** Milliseconds; the runtime's clock comes with each action. */
  readonly began: number;
  readonly now: number;
  readonly announced: readonly string[];
  readonly command: string | null;
  /** Programs that were started. */
  readonly steps: number;
  /** The last run for the same evidence, if there was one on this screen. */
  readonly last: LastRun | null;
  readonly output: readonly string[];
  readonly showOutput: boolean;
  readonly cancelling: boolean;
  readonly ended: { readonly applied: Applied } | { readonly problem: Problem } | null;
  readonly top: number;
}

export type PromptPurpose = 'rename' | 'new-module' | 'save' | 'load' | 'limit';

export type Overlay =
  | { readonly kind: 'help'; readonly filter: string; readonly typing: boolean; readonly top: number }
  | { readonly kind: 'log'; readonly top: number }
  | { readonly kind: 'prompt'; readonly purpose: PromptPurpose; readonly text: string; readonly problem: string | null }
  | { readonly kind: 'picker'; readonly purpose: 'move' | 'merge'; readonly filter: string; readonly at: number }
  | {
      readonly kind: 'apply';
      readonly paths: readonly string[];
      readonly evidence: readonly Rung[];
      readonly flags: ApplyFlags;
      readonly survey: Survey | null;
      readonly problem: Problem | null;
      readonly top: number;
    }
  | {
      readonly kind: 'mend';
      /** The finding; null for all that can be fixed. */
      readonly at: FindingPlace | null;
      readonly mends: Mends | null;
      readonly problem: Problem | null;
      readonly isWriting: boolean;
      readonly top: number;
    }
  | { readonly kind: 'undo'; readonly entry: HistoryEntry }
  | { readonly kind: 'redo'; readonly entry: HistoryEntry }
  | {
      readonly kind: 'commit';
      /** The run that has written, which stands below. */
      readonly run: RunState;
      readonly receipt: Receipt;
      readonly problem: Problem | null;
      readonly isWriting: boolean;
      readonly top: number;
    }
  | { readonly kind: 'quit' }
  | RunState;

export interface Message {
  readonly tone: 'plain' | 'fine' | 'warm' | 'hot';
  readonly text: string;
}

export interface State {
  readonly size: Size;
  /** What each key means; they do not change while the screen is open. */
  readonly keys: readonly Binding[];
  readonly view: ViewName;
  readonly focus: 'list' | 'main';
  readonly zoom: boolean;
  /** Shown in the header: the workspace's last folder. */
  readonly name: string;
  readonly scan: ScanState;
  readonly rows: Readonly<Record<'file' | 'module', readonly Hotspot[]>>;
  readonly months: ReadonlyMap<string, readonly number[]>;
  readonly hotspots: HotspotsState;
  readonly details: ReadonlyMap<string, FileDetail>;
  readonly plans: ReadonlyMap<string, PlanState>;
  readonly current: string | null;
  /** Paths that a plan was asked for and has not come yet. */
  readonly planning: ReadonlySet<string>;
  /** Those of them that are asked for once the workspace is read. */
  readonly queued: readonly string[];
  readonly tab: Tab;
  readonly checks: { readonly cursor: Cursor; readonly filter: string };
  readonly history: { readonly entries: readonly HistoryEntry[]; readonly cursor: Cursor };
  readonly mainTop: number;
  /** True while keys go into the filter of the list. */
  readonly typing: boolean;
  readonly overlay: Overlay | null;
  readonly message: Message | null;
  readonly log: readonly string[];
  readonly lastRun: LastRun | null;
  /** What was asked last, so that nothing is asked twice. */
  readonly asked: { readonly detail: string | null; readonly preview: string | null };
}

/** What the runtime has to do; plain data. */
export type Effect =
  | { readonly type: 'ask'; readonly request: Request; readonly soon?: 'detail' | 'preview' | 'survey' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'edit'; readonly path: string; readonly line: number }
  | { readonly type: 'quit' }
  | { readonly type: 'suspend' };

export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

export const step = (state: State, ...effects: readonly Effect[]): Step => ({ state, effects });

/** The plan of a file by the workspace's own limit. */
export const askPlan = (path: string): Effect => ({ type: 'ask', request: { type: 'plan', path, limit: null } });

export const say = (state: State, tone: Message['tone'], text: string): State => ({
  ...state,
  message: { tone, text },
});

export const initialState = (size: Size, name: string, keys: readonly Binding[] = DEFAULT_KEYS): State => ({
  size,
  keys,
  view: 'hotspots',
  focus: 'list',
  zoom: false,
  name,
  scan: { phase: 'discover', done: 0, total: 0, opened: null, problem: null },
  rows: { file: [], module: [] },
  months: new Map(),
  hotspots: { cursor: START, filter: '', sort: 'score', by: 'file', lang: null, marks: new Set() },
  details: new Map(),
  plans: new Map(),
  current: null,
  planning: new Set(),
  queued: [],
  tab: 'preview',
  checks: { cursor: START, filter: '' },
  history: { entries: [], cursor: START },
  mainTop: 0,
  typing: false,
  overlay: null,
  message: null,
  log: [],
  lastRun: null,
  asked: { detail: null, preview: null },
});
