import { byText } from '../../src/core/compare.ts';
import { RefactorError } from '../../src/core/errors.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { BASELINE_FILE, escapeName, GATE_MARK, unescapeName } from '../budget/baseline.ts';

/** So many findings of a rule at one thing that the gate found when it was adopted. */
export interface GateEntry {
  readonly rule: string;
  /** `crates/a/Cargo.toml`, or with a symbol `src/a.rs#Foo`. */
  readonly name: string;
  readonly count: number;
  /** Line in the baseline, from 1; 0 for an entry that is about to be written. */
  readonly line: number;
}

/** What a finding is called in the baseline: lines above it may come and go. */
export const nameOf = ({ place, symbol }: Pick<Finding, 'place' | 'symbol'>): string =>
  symbol === undefined ? place.path : `${place.path}#${symbol}`;

/** The lines `check:<rule> <name> <count>` of the baseline. Throws RefactorError `baseline-invalid`. */
export function readGateBaseline(view: View): GateEntry[] {
  if (view.file(BASELINE_FILE)?.state !== 'text') return [];
  return view
    .text(BASELINE_FILE)
    .split('\n')
    .flatMap((line, i): GateEntry[] => (line.startsWith(GATE_MARK) ? [parseLine(line.replace(/\r$/, ''), i + 1)] : []));
}

function parseLine(line: string, number: number): GateEntry {
  const [rule = '', name, count = '', ...rest] = line.slice(GATE_MARK.length).split(' ');
  if (name !== undefined && rest.length === 0 && /^[1-9]\d{0,8}$/.test(count))
    return { rule, name: unescapeName(name), count: Number(count), line: number };
  throw new RefactorError({
    code: 'baseline-invalid',
    what: `${BASELINE_FILE}:${number}:1: the baseline cannot be used`,
    why: `a line of a check has three fields: ${GATE_MARK}rule, name and count`,
    whatToDo: 'Take the last committed file, then run: omni-refactor baseline',
  });
}

export const printGateEntry = ({ rule, name, count }: GateEntry): string =>
  `${GATE_MARK}${rule} ${escapeName(name)} ${count}`;

/** Entries lowered to what is still found; those that nothing needs go. @param adopt also what no entry excuses */
export function nextGateEntries(
  entries: readonly GateEntry[],
  findings: readonly Finding[],
  adopt: boolean,
): GateEntry[] {
  const counts = countsOf(findings);
  const known = new Map(entries.map((entry) => [`${entry.rule} ${entry.name}`, entry]));
  return [...counts]
    .flatMap(([key, now]): GateEntry[] => {
      const entry = known.get(key);
      if (!entry) return adopt ? [now] : [];
      return [{ ...entry, count: adopt ? now.count : Math.min(entry.count, now.count) }];
    })
    .sort((a, b) => byText(printGateEntry(a), printGateEntry(b)));
}

/** Errors alone need an entry: what only warns fails no build. */
function countsOf(findings: readonly Finding[]): Map<string, GateEntry> {
  const counts = new Map<string, GateEntry>();
  for (const finding of findings) {
    if (finding.severity !== 'error') continue;
    const name = nameOf(finding);
    const key = `${finding.rule} ${name}`;
    counts.set(key, { rule: finding.rule, name, count: (counts.get(key)?.count ?? 0) + 1, line: 0 });
  }
  return counts;
}
