export type Severity = 'error' | 'warning' | 'info';

export interface Place {
  readonly path: string;
  /** 1-based; absent when the finding is about the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
}

export interface Rule {
  /** `file-lines`: unique among all rules. */
  readonly id: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  /** The codemod that can fix it. */
  readonly mend?: string;
  /** How a person fixes it, one sentence; a finding says it for its own place. */
  readonly whatToDo?: string;
  readonly example?: { readonly before: string; readonly after: string };
}

/** One thing that a check found: what is wrong, why it matters, what to do. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  /** The unit or symbol that is meant, if any. */
  readonly symbol?: string;
  readonly what: string;
  readonly why: string;
  readonly whatToDo: string;
  /** Measured value and the ceiling it broke, where the rule has numbers. */
  readonly value?: number;
  readonly limit?: number;
  /** Who answers for the place, as the workspace says. */
  readonly owner?: string;
  /** What to type, whole, to fix it or to see how. */
  readonly command?: string;
  /** Hex; the same for the same thing after a move. Absent: rule and place are its identity. */
  readonly fingerprint?: string;
}
