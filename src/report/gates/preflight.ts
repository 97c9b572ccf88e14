import { z } from 'zod';
import type { Finding } from '../../core/finding.ts';
import { GATE_STATES } from '../../engine/gates/gate-state.ts';
import type { PreflightStep } from '../../engine/gates/preflight.ts';
import { jsonText } from '../json-text.ts';
import { sanitize } from '../sanitize.ts';

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

export const preflightToJson = (findings: readonly Finding[], steps: readonly PreflightStep[]): string =>
  jsonText({
    schemaVersion: 1,
    kind: 'preflight',
    steps: steps.map(({ name, state, command, detail }) => ({ name, state, command, detail })),
    findings: findings.map(({ rule, severity, place, what, whatToDo }) => ({
      rule,
      severity,
      path: place.path,
      line: place.line ?? 1,
      what,
      whatToDo,
    })),
  } satisfies z.infer<typeof preflightSchema>);

/** Ends with a newline. */
export function preflightText(steps: readonly PreflightStep[]): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  return steps
    .map(({ name, state, detail }) => {
      const rows = detail === '' ? [] : detail.split('\n').map((line) => `    ${sanitize(line)}`);
      return `${[`${sanitize(name).padEnd(width)}  ${state}`, ...rows].join('\n')}\n`;
    })
    .join('');
}
