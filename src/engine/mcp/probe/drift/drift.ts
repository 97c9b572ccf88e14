/** How much a change matters to who uses a server. */
export const DRIFT_LEVELS = ['breaking', 'risky', 'additive'] as const;
export type DriftLevel = (typeof DRIFT_LEVELS)[number];

export interface Drift {
  readonly level: DriftLevel;
  /** `tool search`, `instructions`. */
  readonly symbol: string;
  /** Names and texts of the server may stand in it: print it sanitised. */
  readonly what: string;
}

export const drift = (level: DriftLevel, symbol: string, what: string): Drift => ({ level, symbol, what });
