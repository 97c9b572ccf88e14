import { byText } from '../../../core/compare.ts';

export type TestOutcome = 'passed' | 'failed' | 'skipped';

/** Test id -> outcome of one run. Ids name the test by its target or file and its own name, never by a line number. */
export type TestRun = ReadonlyMap<string, TestOutcome>;

export interface TestComparison {
  readonly equal: boolean;
  /** Tests whose outcome was compared. */
  readonly compared: number;
  /** Left out because two runs of the baseline already disagreed about them. */
  readonly unstable: readonly string[];
  readonly vanished: readonly string[];
  readonly appeared: readonly string[];
  readonly changed: readonly { readonly id: string; readonly before: TestOutcome; readonly after: TestOutcome }[];
}

/**
 * Same ids, same outcomes. A test that fails alike before and after is no obstacle; one that two baseline runs disagree about proves
 * nothing and is named. A function whose ids are others in each run (a clock in a parameter) is left out as a whole, but for how many of
 * its tests end how.
 */
export function compareTests(baseline: readonly [TestRun, TestRun], after: TestRun): TestComparison {
  const [first, second] = baseline;
  const before = new Set([...first.keys(), ...second.keys()]);
  const shifting = shiftingFunctions(first, second);
  const isShifting = (id: string): boolean => shifting.has(functionOf(id));
  const unstable = new Set([...before].filter((id) => isShifting(id) || first.get(id) !== second.get(id)));
  const stable = [...before].filter((id) => !unstable.has(id)).sort(byText);
  const vanished = [
    ...stable.filter((id) => !after.has(id)),
    ...[...shifting].filter((name) => {
      const ends = outcomesOf(first, name);
      return ends === outcomesOf(second, name) && ends !== outcomesOf(after, name);
    }),
  ];
  const appeared = [...after.keys()].filter((id) => !before.has(id) && !isShifting(id)).sort(byText);
  const changed = stable.flatMap((id) => {
    const old = first.get(id)!;
    const now = after.get(id);
    return now !== undefined && now !== old ? [{ id, before: old, after: now }] : [];
  });
  return {
    equal: vanished.length + appeared.length + changed.length === 0,
    compared: stable.length,
    unstable: [...unstable].sort(byText),
    vanished,
    appeared,
    changed,
  };
}

/** `m::test_when` of `m::test_when[1732]`. */
const functionOf = (id: string): string => {
  const index = id.indexOf('[');
  return index === -1 ? id : id.slice(0, index);
};

/** Test functions of which each of two runs had ids that the other had not. */
function shiftingFunctions(first: TestRun, second: TestRun): ReadonlySet<string> {
  const only = (a: TestRun, b: TestRun): Set<string> =>
    new Set([...a.keys()].filter((id) => id.includes('[') && !b.has(id)).map(functionOf));
  const other = only(second, first);
  return new Set([...only(first, second)].filter((name) => other.has(name)));
}

/** How the tests of a function ended, in any order. */
const outcomesOf = (run: TestRun, name: string): string =>
  [...run]
    .filter(([id]) => functionOf(id) === name)
    .map(([, outcome]) => outcome)
    .sort(byText)
    .join();

/** One line for the receipt. */
export function describeComparison(comparison: TestComparison): string {
  const { compared, unstable, vanished, appeared, changed } = comparison;
  const left = unstable.length > 0 ? `, ${unstable.length} left out as unstable: ${listed(unstable)}` : '';
  if (comparison.equal) return `${compared} tests with equal ids and outcomes${left}`;
  const parts = [
    vanished.length > 0 ? `${vanished.length} vanished: ${listed(vanished)}` : '',
    appeared.length > 0 ? `${appeared.length} appeared: ${listed(appeared)}` : '',
    changed.length > 0
      ? `${changed.length} changed: ${listed(changed.map((item) => `${item.id} ${item.before} -> ${item.after}`))}`
      : '',
  ].filter(Boolean);
  return `${parts.join('; ')}${left}`;
}

const listed = (ids: readonly string[]): string =>
  ids.length > 3 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', ');
