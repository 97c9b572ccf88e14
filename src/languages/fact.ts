import type { Grammar, Language } from './language.ts';
import type { Node, Syntax } from './syntax.ts';

// A method's type, not a function's: its parameters are checked both ways, so that a list may hold facts of different states.
export type Visit<State> = { visit(node: Node, syntax: Syntax, state: State): void }['visit'];

/**
 * Something true of one file by its content alone, never by its path: results are cached by content.
 * All facts that a run needs are driven by one loop over the flat tree; `enter` and `leave` name the node kinds that they want.
 * The value must be plain data (JSON).
 */
export interface Fact<Value = unknown, State = unknown> {
  readonly id: string;
  /** Raise it when the value would differ for some file: old cache entries are then ignored. */
  readonly version: number;
  readonly languages: readonly Language[];
  start(syntax: Syntax): State;
  readonly enter?: Readonly<Record<string, Visit<State>>>;
  readonly leave?: Readonly<Record<string, Visit<State>>>;
  finish(state: State, syntax: Syntax): Value;
  /** Of a fact that needs no tree: nothing is parsed for it. */
  readonly ofText?: OfText<Value>;
}

type OfText<Value> = (text: string, grammar: Grammar) => Value;

export const defineFact = <Value, State>(fact: Fact<Value, State>): Fact<Value, State> => fact;

/** A fact of the characters alone. */
export const defineTextFact = <Value>(
  fact: Pick<Fact<Value, null>, 'id' | 'version' | 'languages'> & { readonly ofText: OfText<Value> },
): Fact<Value, null> & { readonly ofText: OfText<Value> } => ({
  ...fact,
  start: () => null,
  finish: (_state, syntax) => fact.ofText(syntax.text, syntax.grammar),
});

/** A file's fact, or the reason why there is none. `partial` marks a file with syntax errors, the first of them at a line (1-based). */
export type FactResult<Value> =
  | { readonly status: 'ok'; readonly value: Value }
  | { readonly status: 'partial'; readonly value: Value; readonly line: number }
  | { readonly status: 'failed'; readonly reason: string };
