import { extractFacts, extractFactsFrom, isTextual } from '../../languages/extract-facts.ts';
import type { Fact, FactResult } from '../../languages/fact.ts';
import type { Grammar } from '../../languages/language.ts';
import { parse } from '../../languages/parse.ts';
import type { Syntax } from '../../languages/syntax.ts';

export interface TextFacts {
  /** Fact id -> its result as JSON. */
  readonly results: ReadonlyMap<string, string>;
  readonly nodes: number;
  readonly parseMs: number;
  readonly factsMs: number;
}

/** All facts of one text, from one parse. What throws is the result of that fact alone, with its reason. */
export function factsOfText(text: string, grammar: Grammar, facts: readonly Fact[]): TextFacts {
  const began = performance.now();
  if (facts.every(isTextual)) return withoutParsing(extractFacts(text, grammar, facts), began);
  let syntax: Syntax;
  try {
    syntax = parse(text, grammar);
  } catch (error) {
    const failed = JSON.stringify({ status: 'failed', reason: `it cannot be parsed: ${messageOf(error)}` });
    const results = new Map(facts.map((fact) => [fact.id, failed]));
    return { results, nodes: 0, parseMs: performance.now() - began, factsMs: 0 };
  }
  const parsed = performance.now();
  const results = new Map<string, string>();
  for (const [id, result] of extractSafely(syntax, facts)) results.set(id, JSON.stringify(result));
  return { results, nodes: syntax.size, parseMs: parsed - began, factsMs: performance.now() - parsed };
}

function withoutParsing(results: ReadonlyMap<string, FactResult<unknown>>, began: number): TextFacts {
  const asJson = new Map([...results].map(([id, result]) => [id, JSON.stringify(result)]));
  return { results: asJson, nodes: 0, parseMs: 0, factsMs: performance.now() - began };
}

/** One pass for all; only when that throws, a pass for each: the one that throws is then known. */
function extractSafely(syntax: Syntax, facts: readonly Fact[]): Map<string, FactResult<unknown>> {
  try {
    return extractFactsFrom(syntax, facts);
  } catch (error) {
    if (facts.length === 1)
      return new Map([[facts[0]!.id, { status: 'failed', reason: `${facts[0]!.id} failed: ${messageOf(error)}` }]]);
    return new Map(facts.flatMap((fact) => [...extractSafely(syntax, [fact])]));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
