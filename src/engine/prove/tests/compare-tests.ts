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
 * nothing and is named.
 */
export function compareTests(baseline: readonly [TestRun, TestRun], after: TestRun): TestComparison {
  const [first, second] = baseline;
  const before = new Set([...first.keys(), ...second.keys()]);
  const unstable = new Set([...before].filter((id) => first.get(id) !== second.get(id)));
  const stable = [...before].filter((id) => !unstable.has(id)).sort(byText);
  const vanished = stable.filter((id) => !after.has(id));
  const appeared = [...after.keys()].filter((id) => !before.has(id)).sort(byText);
  const changed = stable.flatMap((id) => {
    const was = first.get(id)!;
    const is = after.get(id);
    return is !== undefined && is !== was ? [{ id, before: was, after: is }] : [];
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
