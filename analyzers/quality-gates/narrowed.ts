import type { Finding } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { judgeLanes, type LaneVerdict } from './judge-lanes.ts';
import { NARROWED } from './rules.ts';

/** From what keeps everything out to what keeps nothing out; `unknown` cannot be compared. */
const ORDER: readonly LaneVerdict[] = ['enforced', 'partial', 'advisory', 'vacuous', 'missing'];

/** Lanes that stood at the merge base and are gone, hold for fewer crates, or stop nobody now. */
export function narrowedLanes(view: View, before: View): Finding[] {
  const [now, then] = [judgeLanes(view), judgeLanes(before)];
  if (now === null || then === null) return [];
  return now.lanes.flatMap((state): Finding[] => {
    const old = then.lanes.find(({ lane }) => lane === state.lane)!;
    const lost = old.covered.filter((name) => state.missing.includes(name));
    const isWorse = ORDER.indexOf(state.verdict) > ORDER.indexOf(old.verdict) && old.verdict !== 'unknown';
    if (state.verdict === 'unknown' || (!isWorse && lost.length === 0)) return [];
    return [
      {
        rule: NARROWED.id,
        severity: NARROWED.severity,
        place: state.place ?? old.place ?? { path: '.github/workflows', line: 1 },
        symbol: state.lane,
        what: `${state.lane} was ${old.verdict} at the merge base and is ${state.verdict}${lost.length > 0 ? `: ${lost.slice(0, 6).join(', ')} left out` : ''}`,
        why: NARROWED.why,
        whatToDo: 'Keep the lane as it was, or say in the configuration why it goes.',
      },
    ];
  });
}
