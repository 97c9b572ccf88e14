import { lineAt, lineStartsOf } from '../core/lines.ts';
import type { Fact, FactResult, Visit } from './fact.ts';
import { firstError } from './first-error.ts';
import { type Grammar, languageOf } from './language.ts';
import { parse } from './parse.ts';
import type { Kinds, Syntax } from './syntax.ts';

interface Visitor {
  readonly visit: Visit<unknown>;
  readonly state: unknown;
}

/** Runs the facts over one text: one parse, one loop over the nodes. A fact that throws fails alone, with its reason. */
export function extractFacts(text: string, grammar: Grammar, facts: readonly Fact[]): Map<string, FactResult<unknown>> {
  return facts.every(isTextual) ? extractTextual(text, grammar, facts) : extractFactsFrom(parse(text, grammar), facts);
}

export const isTextual = (fact: Fact): boolean => fact.ofText !== undefined;

/** Facts that need no tree; of no file they are partial. */
function extractTextual(text: string, grammar: Grammar, facts: readonly Fact[]): Map<string, FactResult<unknown>> {
  const wanted = facts.filter((fact) => fact.languages.includes(languageOf(grammar)));
  return new Map(wanted.map((fact) => [fact.id, { status: 'ok', value: fact.ofText!(text, grammar) }]));
}

export function extractFactsFrom(syntax: Syntax, facts: readonly Fact[]): Map<string, FactResult<unknown>> {
  const language = languageOf(syntax.grammar);
  const wanted = facts.filter((fact) => fact.languages.includes(language));
  const results = new Map<string, FactResult<unknown>>();
  const error = firstError(syntax);
  const line = error === null ? null : lineAt(lineStartsOf(syntax.text), syntax.start[error]!);
  const states = wanted.map((fact) => fact.start(syntax));
  visitAll(syntax, wanted, states);
  wanted.forEach((fact, i) => {
    const value = fact.finish(states[i], syntax);
    results.set(
      fact.id,
      line === null || isTextual(fact) ? { status: 'ok', value } : { status: 'partial', value, line },
    );
  });
  return results;
}

function visitAll(syntax: Syntax, facts: readonly Fact[], states: readonly unknown[]): void {
  const enter = visitorsByKind(
    syntax.kinds,
    facts.map((fact) => fact.enter),
    states,
  );
  const leave = visitorsByKind(
    syntax.kinds,
    facts.map((fact) => fact.leave),
    states,
  );
  if (enter.size === 0 && leave.size === 0) return;
  const open: number[] = [];
  for (let node = 0; node < syntax.size; node++) {
    while (open.length > 0 && syntax.after[open[open.length - 1]!]! <= node) leaveNode(syntax, open.pop()!, leave);
    const kind = syntax.kind[node]!;
    const visitors = enter.get(kind);
    if (visitors) for (const { visit, state } of visitors) visit(node, syntax, state);
    if (leave.has(kind)) open.push(node);
  }
  while (open.length > 0) leaveNode(syntax, open.pop()!, leave);
}

function leaveNode(syntax: Syntax, node: number, leave: ReadonlyMap<number, readonly Visitor[]>): void {
  for (const { visit, state } of leave.get(syntax.kind[node]!)!) visit(node, syntax, state);
}

/** One name can have several kind numbers (a keyword and a named node): all of them get the visitor. */
function visitorsByKind(
  kinds: Kinds,
  tables: readonly (Fact['enter'] | undefined)[],
  states: readonly unknown[],
): Map<number, Visitor[]> {
  const byName = new Map<string, Visitor[]>();
  tables.forEach((table, i) => {
    for (const [name, visit] of Object.entries(table ?? {})) {
      const visitors = byName.get(name) ?? [];
      visitors.push({ visit, state: states[i] });
      byName.set(name, visitors);
    }
  });
  const byKind = new Map<number, Visitor[]>();
  if (byName.size === 0) return byKind;
  kinds.names.forEach((name, kind) => {
    const visitors = byName.get(name);
    if (visitors) byKind.set(kind, visitors);
  });
  return byKind;
}
