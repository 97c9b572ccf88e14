import { lineAt, lineStartsOf } from '../../src/core/lines.ts';
import type { Node, Syntax } from '../../src/languages/syntax.ts';
import { measure } from './measure.ts';
import type { FunctionMetrics, Increment } from './metrics.ts';
import type { LanguageRules } from './rules.ts';
import { innerRulesOf, rulesOf } from './rules-of.ts';
import type { Tally } from './walk.ts';

export interface Explanation {
  readonly symbol: string;
  readonly line: number;
  /** What is explained: a dialect can have one metric alone. */
  readonly explained: readonly Increment['metric'][];
  /** Null in a dialect. */
  readonly metrics: FunctionMetrics | null;
  /** In source order; of one metric, they add up to its value. */
  readonly increments: readonly Increment[];
}

/** Why each function has its values, in source order. Code outside functions is not explained. */
export const explainFunctions = (syntax: Syntax): Explanation[] => explain(syntax, rulesOf(syntax));

/** The same with named functions inside functions by themselves. */
export const explainInner = (syntax: Syntax): Explanation[] => explain(syntax, innerRulesOf(syntax));

function explain(syntax: Syntax, rules: LanguageRules): Explanation[] {
  const starts = lineStartsOf(syntax.text);
  const lineOf = (node: Node): number => lineAt(starts, syntax.start[node]!);
  // Each function adds its base of 1 when it opens, so the map keeps source order.
  const found = new Map<Tally, Increment[]>();
  const { functions } = measure(
    syntax,
    (tally, metric, node, added) => {
      if (tally.symbol === '') return;
      const increments = found.get(tally) ?? [];
      increments.push({ metric, line: lineOf(node), ...added });
      found.set(tally, increments);
    },
    rules,
  );
  return [...found].map(([{ symbol, node }, increments], i) => {
    const explained = ['cognitive', 'cyclomatic'] as const;
    return { symbol, line: lineOf(node), explained, metrics: functions[i]!, increments };
  });
}
