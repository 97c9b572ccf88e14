import type { Hotspot } from '../../analyzers/hotspots/hotspot.ts';
import type { History } from '../../src/git/history.ts';

export const SCORED_HALF_LIFE = 180;
const YEAR = 365.25 * 86_400;
const DAY = 86_400;

/** One source file at the cut, with all that the formulas ask for. */
export interface Sample {
  readonly path: string;
  readonly code: number;
  readonly cognitive: number;
  readonly cyclomatic: number;
  readonly decayed: number;
  readonly decayed90: number;
  readonly year: number;
  /** The share of files with at most as much. */
  readonly revisionsShare: number;
  readonly cognitiveShare: number;
}

const TEST =
  /(?:^|\/)(?:tests?|testing|benches|examples?|fixtures|test_data|testdata)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|tests?|conftest)\.\w+$/;

/** Files that are no tests, with what was known of them at the cut. @param cut seconds since 1970 */
export function samplesOf(
  entries: readonly Hotspot[],
  history: History & { readonly status: 'ok' },
  cut: number,
): Sample[] {
  const own = entries.filter(({ path }) => !TEST.test(path));
  const bare = own.map(({ path, code, cognitive, cyclomatic, churn }) => {
    const times = (history.files.get(path)?.changes ?? []).map((number) => cut - history.log[number]!.time);
    return {
      path,
      code,
      cognitive,
      cyclomatic,
      decayed: churn?.revisionsDecayed ?? 0,
      decayed90: times.reduce((sum, age) => sum + 2 ** (-Math.max(0, age) / DAY / 90), 0),
      year: times.filter((age) => age <= YEAR).length,
    };
  });
  const revisions = shares(bare.map(({ year }) => year));
  const cognitive = shares(bare.map((each) => each.cognitive));
  return bare.map((each, i) => ({ ...each, revisionsShare: revisions[i]!, cognitiveShare: cognitive[i]! }));
}

function shares(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const atMost = new Map(sorted.map((value, i) => [value, (i + 1) / sorted.length]));
  return values.map((value) => atMost.get(value)!);
}
