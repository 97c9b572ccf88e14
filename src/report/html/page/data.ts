/** What the page is given, as JSON in its own text. Short keys: a large repository has tens of thousands of functions. */
export interface PageData {
  readonly name: string;
  readonly today: string;
  /** Short commit id and day; null where history takes no part, with the reason. */
  readonly head: { readonly id: string; readonly day: string } | null;
  readonly noHistory: string | null;
  /** What the numbers come to, a sentence each. */
  readonly headline: readonly string[];
  /** Where a file can be read: `{path}` and `{line}` are put in; null where that is not known. */
  readonly url: string | null;
  readonly totals: {
    readonly files: number;
    readonly lines: number;
    readonly functions: number;
    readonly crates: number;
  };
  readonly files: readonly PageFile[];
  readonly coupling: readonly PagePair[];
  readonly modules: readonly PageModule[];
  readonly budget: PageBudget;
  /** Null where the past is not known. */
  readonly over: PageOver | null;
  /** The last applies that stand, the newest first. */
  readonly receipts: readonly PageReceipt[];
}

/** Files over the ceiling of lines, month by month, the oldest first; `lines` are those beyond it, together. */
export interface PageOver {
  readonly ceiling: number;
  readonly months: readonly { readonly day: string; readonly files: number; readonly lines: number }[];
}

/** What an apply made of its files; null lines where a file was or is not there. */
export interface PageReceipt {
  readonly id: string;
  readonly day: string;
  /** `proven by S+B`. */
  readonly outcome: string;
  readonly files: readonly { readonly path: string; readonly before: number | null; readonly after: number | null }[];
}

export interface PageFile {
  readonly path: string;
  readonly language: string;
  readonly isTest: boolean;
  /** The crate, distribution or package, and its folder. */
  readonly crate: string;
  readonly dir: string;
  readonly rank: number;
  readonly score: number;
  readonly lines: number;
  readonly cognitive: number;
  readonly revisions: number | null;
  readonly age: number | null;
  readonly owner: string | null;
  readonly authors: number | null;
  /** What to type next about the file. */
  readonly command: string;
  /** Changes in each of the last twelve months, the oldest first; empty without history. */
  readonly trend: readonly number[];
  readonly over: boolean;
  readonly functions: readonly PageFunction[];
}

/** Symbol, line, lines, cognitive complexity, revisions or -1. */
export type PageFunction = readonly [symbol: string, line: number, lines: number, cognitive: number, revisions: number];

export interface PagePair {
  readonly a: string;
  readonly b: string;
  readonly degree: number;
  readonly shared: number;
  readonly across: boolean;
}

/** A module that is spliced together of several files. */
export interface PageModule {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly lines: number }[];
}

export interface PageBudget {
  readonly rules: readonly { readonly id: string; readonly limit: number | null; readonly checked: number }[];
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly place: string;
    readonly what: string;
    readonly owner: string | null;
    readonly command: string | null;
  }[];
  readonly exceptions: readonly {
    readonly rule: string;
    readonly place: string;
    readonly value: number;
    readonly owner: string;
    readonly expires: string;
    readonly reason: string;
  }[];
}
