import type { Finding } from '../../core/finding.ts';
import type { State } from './state.ts';

const NONE: readonly Finding[] = [];
let last: { findings: readonly Finding[]; filter: string; shown: readonly Finding[] } | null = null;

/** The findings that fit the filter, in the order of the report. */
export function visibleFindings({ scan, checks }: Pick<State, 'scan' | 'checks'>): readonly Finding[] {
  const findings = scan.opened?.findings ?? NONE;
  if (last?.findings === findings && last.filter === checks.filter) return last.shown;
  const needles = checks.filter.toLowerCase().split(' ').filter(Boolean);
  const text = ({ rule, place, symbol }: Finding): string => `${rule} ${place.path} ${symbol ?? ''}`.toLowerCase();
  const shown = findings.filter((finding) => needles.every((needle) => text(finding).includes(needle)));
  last = { findings, filter: checks.filter, shown };
  return shown;
}

export const selectedFinding = (state: State): Finding | undefined => visibleFindings(state)[state.checks.cursor.at];

/** Where the function stands that a finding is about; null for a finding of anything else. */
export const functionOf = ({ rule, place }: Finding): { readonly path: string; readonly line: number } | null =>
  rule.startsWith('function-') && place.line !== undefined ? { path: place.path, line: place.line } : null;
