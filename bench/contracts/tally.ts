import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pair } from './make-pair.ts';
import type { PairVerdict } from './verdicts.ts';

type Direction = PairVerdict['direction'];

/** Counts what the check says against what the other side read; what was wrong is written to a file. */
export function tally(
  pairs: readonly Pair[],
  verdicts: readonly (readonly PairVerdict[])[],
  read: Readonly<Record<Direction, readonly string[]>>,
  out: string,
): string {
  const wrong: string[] = [];
  const lines = (['rust->python', 'python->rust'] as const).map((direction) => {
    const rejected = new Map<number, string>();
    for (const line of read[direction]) {
      const [index = '', taken, payload = ''] = line.split('\t');
      if (taken === '0' && !rejected.has(Number(index))) rejected.set(Number(index), payload);
    }
    const count = { compatible: 0, breaking: 0, unknown: 0, 'false compatible': 0, 'false breaking': 0 };
    const reasons = new Map<string, number>();
    verdicts.forEach((all, i) => {
      const { verdict, why, example } = all.find((one) => one.direction === direction)!;
      count[verdict as 'compatible'] += 1;
      const isBroken = rejected.has(i);
      if (verdict === 'unknown')
        reasons.set(
          why.replace(/^[^:]*: /, '').replace(/[A-Z]\d+/g, 'X'),
          (reasons.get(why.replace(/^[^:]*: /, '').replace(/[A-Z]\d+/g, 'X')) ?? 0) + 1,
        );
      const isWrong = (verdict === 'compatible' && isBroken) || (verdict === 'breaking' && !isBroken);
      if (!isWrong) return;
      count[`false ${verdict}` as 'false breaking'] += 1;
      wrong.push(
        `== ${i} ${direction}: ${verdict} ${why}\n${example ?? rejected.get(i)}\n${JSON.stringify(pairs[i]!.dump)} ${pairs[i]!.integers} ${pairs[i]!.floats} ${pairs[i]!.root}\n${pairs[i]!.rust}\n${pairs[i]!.python.text}`,
      );
    });
    const percent = (part: number, of: number): string => `${((part * 100) / Math.max(1, of)).toFixed(2)} %`;
    const top = [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 8);
    return `${direction}: ${pairs.length} pairs, ${read[direction].length} payloads; compatible ${count.compatible} (${count['false compatible']} false), breaking ${count.breaking} (${count['false breaking']} false, ${percent(count['false breaking'], count.breaking)}), unknown ${count.unknown} (${percent(count.unknown, pairs.length)})\n${top.map(([why, times]) => `  ${times} unknown: ${why}\n`).join('')}`;
  });
  writeFileSync(join(out, 'wrong.txt'), wrong.join('\n'));
  return lines.join('');
}
