import type { LeftOut } from '../../src/git/history.ts';
import type { Language } from '../../src/languages/language.ts';
import type { Churn, Ownership } from '../churn/churn.ts';
import type { Coupling } from '../churn/coupling.ts';
import type { DialectId } from '../complexity/dialects/table.ts';
import type { SummedSizes } from '../complexity/sizes/sum-sizes.ts';

export const SORT_KEYS = ['score', 'lines', 'cognitive', 'cyclomatic', 'functions', 'revisions', 'path'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

export const GROUPINGS = ['file', 'function', 'module', 'crate'] as const;
/** `module`: a file with the fragments that it splices. `crate`: a Rust crate, a Python distribution or a JavaScript package. */
export type Grouping = (typeof GROUPINGS)[number];

export interface HotspotOptions {
  /** Only files of this language; the totals then count these alone. */
  readonly lang: Language | null;
  /** Only these files, as somebody named them; the totals then count these alone. Absent: all. */
  readonly only?: { readonly globs: readonly string[]; readonly isNamed: (path: string) => boolean };
  readonly by: Grouping;
  readonly sort: SortKey;
  /** Complexity as another tool counts it; only files in languages that it reads. Absent or null: our own. */
  readonly dialect?: DialectId | null;
  /** Named functions inside functions have entries and values of their own. Absent: they count into what holds them. */
  readonly inner?: boolean;
  /** How many entries are listed; null lists all. Totals and ranks never change by it. */
  readonly top: number | null;
}

export const DEFAULT_HOTSPOT_OPTIONS: HotspotOptions = {
  lang: null,
  by: 'file',
  sort: 'score',
  top: null,
};

export interface LargestFunction {
  readonly symbol: string;
  readonly path: string;
  readonly line: number;
  readonly lines: number;
}

export interface WorstFunction extends LargestFunction {
  readonly cognitive: number;
  readonly cyclomatic: number;
}

export interface Hotspot {
  /** 1-based, by score over all entries, whatever the list is sorted by. */
  readonly rank: number;
  readonly score: number;
  /** The file, or the file that carries the module, or the manifest of the crate. */
  readonly path: string;
  /** By crate: its name. */
  readonly module: string;
  /** By function: which, and where. */
  readonly symbol: string | null;
  readonly line: number | null;
  readonly language: Language;
  /** By module: files spliced into it by `include!`, counted with it. By file: empty. */
  readonly fragments: readonly string[];
  /** By file: true if the file is spliced into the module that it counts with. */
  readonly isFragment: boolean;
  readonly lines: number;
  /** Of a function these three are not told apart: all its lines count as code. */
  readonly code: number;
  readonly comment: number;
  readonly blank: number;
  readonly functions: number;
  readonly cognitive: number;
  readonly cyclomatic: number;
  readonly sizes: SummedSizes;
  readonly largest: LargestFunction | null;
  readonly worst: WorstFunction | null;
  /** Null where history takes no part. */
  readonly churn: Churn | null;
  /** Null where the history of lines was not read. Of a function: git is not asked that often. */
  readonly ownership: Ownership | null;
  /** The rank that one number alone would give: the baselines that a score has to beat. */
  readonly baselines: { readonly byLines: number; readonly byRevisions: number | null };
  /** True if a file has syntax errors: it was measured as far as it goes. */
  readonly partial: boolean;
}

export type HistoryUse =
  | {
      readonly used: true;
      readonly head: string;
      readonly headDate: string;
      readonly since: string | null;
      readonly commits: number;
      /** Commits that do not count, by reason. */
      readonly leftOut: LeftOut | null;
      readonly notes: readonly string[];
      /** From when on lines were followed: the churn of functions and who owns what begin there. */
      readonly lines: { readonly since: string } | { readonly reason: string };
    }
  | { readonly used: false; readonly status: string; readonly reason: string };

export interface HotspotTotals {
  readonly found: number;
  readonly read: number;
  /** Of those read: with syntax errors. */
  readonly partial: number;
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly modules: number;
  readonly lines: number;
  readonly code: number;
  readonly comment: number;
  readonly blank: number;
  readonly functions: number;
  readonly cognitive: number;
  readonly cyclomatic: number;
}

export interface HotspotReport {
  readonly options: HotspotOptions;
  readonly history: HistoryUse;
  readonly totals: HotspotTotals;
  /** Sorted as asked, cut to `top`. */
  readonly entries: readonly Hotspot[];
  /** Pairs of source files that change in the same commits, the strongest first; null where history takes no part. */
  readonly coupling: readonly Coupling[] | null;
}
