/** What one step makes of a text. */
export type Stepped =
  | { readonly status: 'changed'; readonly text: string; readonly whole: string | null }
  | { readonly status: 'unchanged' | 'skipped' };

export interface StepRun {
  readonly name: string;
  /** Throws what the transform throws. */
  readonly run: (path: string, text: string, records: RunRecords) => Promise<Stepped>;
}

/** Where a step leaves what it counts and reports. */
export interface RunRecords {
  readonly stats: (name: string, quantity?: number) => void;
  readonly report: (message: string) => void;
}
