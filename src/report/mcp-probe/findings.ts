import type { Rule } from '../../core/finding.ts';
import type { FindingsReport } from '../findings/findings-report.ts';
import type { McpProbeReport } from './schema.ts';

/** The findings of a probe as reporters of findings take them: without a place in the source, the server is the place. */
export function mcpProbeFindings({ target, findings }: McpProbeReport, rules: readonly Rule[]): FindingsReport {
  return {
    findings: findings.map(({ rule, severity, symbol, place, what, why, whatToDo, sample, clause }) => ({
      rule,
      severity,
      place: place ?? { path: target },
      ...(symbol === null ? {} : { symbol }),
      what,
      why: [
        why,
        ...(clause === null ? [] : [`${clause.says} ${clause.url}`]),
        ...(sample === null ? [] : [sample]),
      ].join('\n'),
      whatToDo,
    })),
    rules: rules.map(({ id }) => ({
      id,
      limit: null,
      on: findings.some(({ rule }) => rule === id),
      checked: findings.filter(({ rule }) => rule === id).length,
    })),
    unknown: [],
  };
}
