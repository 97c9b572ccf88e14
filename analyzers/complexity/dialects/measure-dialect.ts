import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { languageOf } from '../../../src/languages/language.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { Explanation } from '../explain.ts';
import { measure } from '../measure.ts';
import type { Increment } from '../metrics.ts';
import type { LanguageRules } from '../rules.ts';
import type { Tally } from '../walk.ts';
import { type CountedFunction, countByTable } from './count-by-table.ts';
import { DIALECTS } from './dialects.ts';
import type { DialectId, Metric, Table } from './table.ts';

/** A function as another tool would report it. */
export interface DialectFunction {
  readonly metric: Metric;
  readonly symbol: string;
  /** 1-based; attributes and decorators stand above it. */
  readonly line: number;
  readonly lines: number;
  readonly value: number;
}

export interface ExplainedValue extends DialectFunction {
  /** They add up to the value; an amount can be below zero. */
  readonly increments: readonly Increment[];
}

/** As `explainFunctions`, in another tool's words: the metrics of one function together. */
export function explainAsDialect(syntax: Syntax, dialect: DialectId): Explanation[] {
  const byPlace = new Map<string, ExplainedValue[]>();
  for (const each of explainDialect(syntax, dialect)) {
    const key = `${each.line} ${each.symbol}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), each]);
  }
  return [...byPlace.values()].map((values) => ({
    symbol: values[0]!.symbol,
    line: values[0]!.line,
    explained: [...new Set(values.map(({ metric }) => metric))],
    metrics: null,
    increments: values.flatMap(({ increments }) => increments),
  }));
}

const METRICS: readonly Metric[] = ['cyclomatic', 'cognitive'];

/** What a dialect counts for each function, metric by metric, in source order; nothing in a language that its tool does not read. */
export function measureDialect(syntax: Syntax, dialect: DialectId): DialectFunction[] {
  return explainDialect(syntax, dialect).map(({ increments: _, ...rest }) => rest);
}

/**
 * The same, with each increment and its place.
 * @internal Exported for its tests.
 */
export function explainDialect(syntax: Syntax, dialect: DialectId): ExplainedValue[] {
  const tables = DIALECTS[dialect].languages[languageOf(syntax.grammar)] ?? {};
  return METRICS.flatMap((metric) => {
    const table = tables[metric];
    if (table === undefined) return [];
    return 'adds' in table ? byTable(syntax, metric, table) : byRules(syntax, metric, table);
  });
}

function byTable(syntax: Syntax, metric: Metric, table: Table): ExplainedValue[] {
  const increments = new Map<CountedFunction, Increment[]>();
  const { kinds, kind } = syntax;
  const lineOf = linesOf(syntax);
  const functions = countByTable(syntax, table, (counted, node, amount, nesting) => {
    const reason = kinds.names[kind[node]!]!.replaceAll('_', ' ');
    append(increments, counted, { metric, line: lineOf(node), amount, nesting: Math.min(nesting, amount - 1), reason });
  });
  return functions.map((each) => ({
    ...placeOf(syntax, each, lineOf),
    metric,
    value: each.value,
    increments: increments.get(each) ?? [],
  }));
}

function byRules(syntax: Syntax, metric: Metric, rules: LanguageRules): ExplainedValue[] {
  const increments = new Map<Tally, Increment[]>();
  const lineOf = linesOf(syntax);
  const tallies = new Map<Tally, true>();
  measure(
    syntax,
    (tally, of, node, added) => {
      if (tally.symbol === '') return;
      tallies.set(tally, true);
      if (of === metric) append(increments, tally, { metric, line: lineOf(node), ...added });
    },
    rules,
  );
  return [...tallies.keys()].map((tally) => ({
    ...placeOf(syntax, tally, lineOf),
    metric,
    value: tally[metric],
    increments: increments.get(tally) ?? [],
  }));
}

function append<K>(lists: Map<K, Increment[]>, key: K, increment: Increment): void {
  const list = lists.get(key);
  if (list) list.push(increment);
  else lists.set(key, [increment]);
}

function linesOf(syntax: Syntax): (node: Node) => number {
  const starts = lineStartsOf(syntax.text);
  return (node) => lineAt(starts, syntax.start[node]!);
}

function placeOf(
  syntax: Syntax,
  { symbol, node }: { readonly symbol: string; readonly node: Node },
  lineOf: (node: Node) => number,
): Pick<DialectFunction, 'symbol' | 'line' | 'lines'> {
  const line = lineOf(node);
  const last = syntax.after[node]! - 1;
  return { symbol, line, lines: Math.max(lineOf(last) - line + 1, 1) };
}
