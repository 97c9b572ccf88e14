/** How the programs of a proof are run, beyond what the proof itself needs. */
export interface ProgramLimits {
  /** Milliseconds after which a program is stopped; null for as long as it takes. */
  readonly timeoutMs: number | null;
  /** cargo fails where `Cargo.lock` would have to change. */
  readonly locked: boolean;
  /** Programs that fetch packages are told to use no network. */
  readonly offline: boolean;
  /** The tests before the change run again, though an earlier proof kept how they ended. */
  readonly fresh: boolean;
}

export const NO_LIMITS: ProgramLimits = { timeoutMs: null, locked: false, offline: false, fresh: false };
