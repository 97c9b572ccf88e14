import { z } from 'zod';
import { GROUP_OF, LANE_GROUPS } from '../../../analyzers/quality-gates/lane-commands.ts';
import { GATE_STATES } from '../../engine/gates/gate-state.ts';
import { PROOF_STATES } from '../../engine/gates/prove-gates.ts';

const lane = z.enum(Object.keys(GROUP_OF) as [string, ...string[]]);

/** `gates run --json`. */
export const gatesSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('gates'),
  gates: z.array(
    z.strictObject({
      group: z.enum(LANE_GROUPS),
      lane,
      state: z.enum(GATE_STATES),
      commands: z.array(z.string()).describe('As they would be typed.'),
      seconds: z.number().nonnegative(),
      detail: z.string(),
    }),
  ),
});

/** `gates prove --json`. */
export const gateProofsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('gate-proofs'),
  proofs: z.array(
    z.strictObject({
      lane,
      state: z.enum(PROOF_STATES).describe('blind: green over what was planted in some crate.'),
      red: z.array(z.string()).describe('Crates in which the lane saw what was planted.'),
      green: z.array(z.string()),
      detail: z.string(),
    }),
  ),
});

/** `release preflight --json`. */
export const preflightSchema = z.strictObject({
  schemaVersion: z.literal(1),
  kind: z.literal('preflight'),
  steps: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(GATE_STATES),
      command: z.string().describe('Empty where nothing had to run.'),
      detail: z.string(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      path: z.string(),
      line: z.int().positive(),
      what: z.string(),
      whatToDo: z.string(),
    }),
  ),
});
