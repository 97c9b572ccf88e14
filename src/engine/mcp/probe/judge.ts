import { judgeResults, judgeTrials } from './judge-answers.ts';
import { judgeClosing, judgeHandshake } from './judge-life.ts';
import { judgeLists } from './judge-lists.ts';
import { judgeWire } from './judge-wire.ts';
import type { ProbeFinding } from './probe-finding.ts';
import { PROBE_RULES } from './rules.ts';
import type { Transcript } from './transcript.ts';

/** What a transcript breaks, in the order of the rules, then of what is meant. Pure: the same transcript, the same findings. */
export function judge(transcript: Transcript): ProbeFinding[] {
  const era = transcript.established.handshake?.era ?? '2026';
  const found = [judgeWire, judgeHandshake, judgeClosing, judgeLists, judgeResults, judgeTrials].flatMap((by) =>
    by(transcript, era),
  );
  const order = Object.values(PROBE_RULES).map(({ id }): string => id);
  return found
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => order.indexOf(a.finding.rule) - order.indexOf(b.finding.rule) || a.i - b.i)
    .map(({ finding }) => finding);
}
