import type { Guardrail, GuardrailState } from '../../../analyzers/status/guardrail.ts';

export function countStates(guardrails: readonly Guardrail[]): Record<GuardrailState, number> {
  const counts = { enforced: 0, partial: 0, missing: 0, unknown: 0 };
  for (const { state } of guardrails) counts[state] += 1;
  return counts;
}
