import type { CheckException } from '../../src/config/config.ts';
import type { Finding, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { BASELINE_FILE } from '../budget/baseline.ts';
import { EXPIRED_EXCEPTION, STALE_ENTRY, STALE_EXCEPTION } from '../budget/rules.ts';
import { type GateEntry, nameOf, readGateBaseline } from './gate-baseline.ts';

/**
 * Findings without those that an exception (until its day) or the baseline (up to its count) excuses; exceptions and entries that nothing
 * needs, or whose day is over, are findings themselves.
 * @param rules ids of the rules that ran: exceptions and entries of others are not judged now
 */
export function excuse(view: View, findings: readonly Finding[], rules: ReadonlySet<string>): Finding[] {
  const exceptions = view.config.exceptions.filter(({ rule }) => rules.has(rule));
  const entries = readGateBaseline(view).filter(({ rule }) => rules.has(rule));
  const used = new Set<CheckException>();
  const left = new Map(entries.map((entry) => [`${entry.rule} ${entry.name}`, entry.count]));
  const kept = findings.filter((finding) => {
    const exception = exceptions.find((one) => covers(one, finding));
    if (exception) {
      used.add(exception);
      return exception.expires < view.today;
    }
    const key = `${finding.rule} ${nameOf(finding)}`;
    const allowed = left.get(key) ?? 0;
    if (allowed === 0 || finding.severity !== 'error') return true;
    left.set(key, allowed - 1);
    return false;
  });
  return [
    ...kept,
    ...exceptions.flatMap((one) => exceptionFindings(view, one, used.has(one))),
    ...entries.flatMap((entry) => entryFindings(entry, left.get(`${entry.rule} ${entry.name}`) ?? 0)),
  ];
}

const covers = ({ rule, path, symbol }: CheckException, finding: Finding): boolean =>
  rule === finding.rule && path === finding.place.path && (symbol === null || symbol === finding.symbol);

function exceptionFindings(view: View, exception: CheckException, used: boolean): Finding[] {
  const { rule, path, symbol, owner, expires, exit, place } = exception;
  const about = `${rule} at ${path}${symbol === null ? '' : ` (${symbol})`}`;
  const entryPlace = { path: view.config.path ?? 'omni-refactor.toml', line: place.line, column: place.column };
  if (!used)
    return [
      made(
        STALE_EXCEPTION,
        entryPlace,
        `The exception for ${about} excuses nothing any more`,
        'Remove the exception.',
        owner,
      ),
    ];
  if (expires >= view.today) return [];
  return [
    made(
      EXPIRED_EXCEPTION,
      entryPlace,
      `The exception for ${about} expired on ${expires}`,
      `Reach what ends it: ${exit}`,
      owner,
    ),
  ];
}

function entryFindings({ rule, name, count, line }: GateEntry, spare: number): Finding[] {
  if (spare === 0) return [];
  const what = `The baseline allows ${count} of ${rule} at ${name}, and ${count - spare} ${count - spare === 1 ? 'is' : 'are'} left`;
  return [
    {
      ...made(STALE_ENTRY, { path: BASELINE_FILE, line }, what, 'Lower it: omni-refactor baseline'),
      command: 'omni-refactor baseline',
    },
  ];
}

const made = (rule: Rule, place: Finding['place'], what: string, whatToDo: string, owner?: string): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  place,
  what,
  why: rule.why,
  whatToDo,
  ...(owner === undefined ? {} : { owner }),
});
