import type { DialectId, Metric } from '../../analyzers/complexity/dialects/table.ts';

/** What another tool says of one function. */
export interface Told {
  /** Absolute. */
  readonly path: string;
  /** 1-based, of the function or of its name. */
  readonly line: number;
  readonly name: string;
  readonly metric: Metric;
  readonly value: number;
}

export interface Peer {
  readonly dialect: DialectId;
  /** As the tool prints it. */
  readonly version: string;
  readonly ask: (folder: string) => readonly Told[];
}
