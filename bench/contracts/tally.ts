import type { Pair } from './make-pair.ts';
import type { Direction, PairVerdict } from './verdicts.ts';

export interface Outcome<P extends Pair> {
  readonly direction: Direction;
  readonly pairs: readonly P[];
  /** `verdicts[i]`: of pairs[i]. */
  readonly verdicts: readonly (readonly PairVerdict[])[];
  /** The payloads of pairs[i] that the other side did not take. */
  readonly rejected: ReadonlyMap<number, ReadonlySet<string>>;
  readonly payloads: number;
  readonly describe: (pair: P) => string;
}

export interface Tally {
  readonly text: string;
  /** A paragraph for each verdict that is false. */
  readonly wrong: readonly string[];
}

/** Counts what the check says against what the other side read. */
export function tally<P extends Pair>(outcome: Outcome<P>): Tally {
  const { direction, pairs, verdicts, rejected, payloads, describe } = outcome;
  const counts = { compatible: 0, breaking: 0, unknown: 0, 'false compatible': 0, 'false breaking': 0 };
  const reasons = new Map<string, number>();
  const wrong: string[] = [];
  pairs.forEach((pair, i) => {
    const { verdict, why, example } = verdicts[i]!.find((one) => one.direction === direction)!;
    counts[verdict] += 1;
    const [bad] = rejected.get(i) ?? [];
    if (verdict === 'unknown') reasons.set(plain(why), (reasons.get(plain(why)) ?? 0) + 1);
    const isWrong = (verdict === 'compatible' && bad !== undefined) || (verdict === 'breaking' && bad === undefined);
    if (!isWrong) return;
    counts[`false ${verdict}` as 'false breaking'] += 1;
    wrong.push(`== ${i} ${direction} ${verdict} ${why}\n${example ?? bad}\n${describe(pair)}`);
  });
  const percent = (part: number, of: number): string => `${((part * 100) / Math.max(1, of)).toFixed(2)} %`;
  const top = [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 8);
  const head = `${direction}: ${pairs.length} pairs, ${payloads} payloads`;
  const breaking = `breaking ${counts.breaking} (${counts['false breaking']} false, ${percent(counts['false breaking'], counts.breaking)})`;
  const unknown = `unknown ${counts.unknown} (${percent(counts.unknown, pairs.length)})`;
  return {
    text: `${head}; compatible ${counts.compatible} (${counts['false compatible']} false), ${breaking}, ${unknown}\n${top.map(([why, times]) => `  ${times} unknown: ${why}\n`).join('')}`,
    wrong,
  };
}

function plain(why: string): string {
  return why.replace(/^[^:]*: /, '').replace(/[A-Z]\d+/g, 'X');
}
