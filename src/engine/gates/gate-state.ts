import type { LaneGroup } from '../../../analyzers/quality-gates/lane-commands.ts';
import type { Lane } from '../../../analyzers/quality-gates/lanes.ts';

export const GATE_STATES = ['success', 'failure', 'not-installed', 'not-run'] as const;

/** What one lane came to here; the words of states that CI has too are CI's. */
export interface GateState {
  readonly group: LaneGroup;
  readonly lane: Lane;
  readonly state: (typeof GATE_STATES)[number];
  /** What ran, as it would be typed. */
  readonly commands: readonly string[];
  readonly seconds: number;
  /** The end of what a failed command printed, or why nothing ran. */
  readonly detail: string;
}
