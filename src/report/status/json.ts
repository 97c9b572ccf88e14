import type { StatusReport } from '../../../analyzers/status/guardrail.ts';
import { reportJson } from '../report-json.ts';
import { countStates } from './count-states.ts';
import type { StatusJson } from './schema.ts';

/** As `schemas/status.schema.json` says. Ends with a newline. */
export function statusToJson({ today, guardrails, over }: StatusReport): string {
  const json: StatusJson = {
    schemaVersion: 1,
    kind: 'status',
    today,
    summary: countStates(guardrails),
    guardrails: guardrails.map(({ place, owner, ...rail }) => ({
      ...rail,
      place: place ? { path: place.path, line: place.line ?? 1 } : null,
      owner: owner ?? null,
    })),
    over: [...over],
  };
  return reportJson(json);
}
