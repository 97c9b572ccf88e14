import type { Language } from '../../../src/languages/language.ts';
import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { LanguageRules } from '../rules.ts';

export type Metric = 'cyclomatic' | 'cognitive';

/** Where a table is asked what a node adds. */
export interface Place {
  readonly syntax: Syntax;
  readonly node: Node;
  /** Control flow, closures and functions around the node, as far as the table's `deepens` says that they nest. */
  readonly nesting: number;
  /** What the dialect remembers within one function; empty when the function opens. */
  readonly memory: Memory;
}

export interface Memory {
  operator: string | null;
  returns: number;
  /** The last `return` had no value, and nothing that is evaluated stood behind it. */
  bareReturn: boolean;
}

type Amount = number | ((place: Place) => number);

/**
 * What happens to a function that stands inside another one: it has a value of its own and adds nothing outside (`apart`), it has one and
 * adds all of it to those around it as well (`both`), or it only counts in the one around it (`inside`).
 */
type Nested = 'apart' | 'both' | 'inside';

export type Deepens = 'control' | 'closure' | 'function';

/**
 * One metric of one tool in one language: nothing but what each kind of node adds. Keys are the grammar's names, of nodes and of tokens
 * (`if_statement`, `if`); tokens also stand in the token trees of Rust macros.
 */
export interface Table {
  readonly base: Amount;
  readonly opens: Readonly<Record<string, Nested>>;
  readonly adds: Readonly<Record<string, Amount>>;
  /** Kinds that the tool does not look into. */
  readonly hides?: Readonly<Record<string, (place: Place, inFunction: boolean) => boolean>>;
  /** Kinds that count and are not looked into either. */
  readonly seals?: ReadonlySet<string>;
  /** Kinds below which nodes are nested one level deeper; a `function` starts anew but for the functions and closures around it. */
  readonly deepens?: Readonly<Record<string, Deepens | ((place: Place) => Deepens | null)>>;
  /** What is added when a function ends. */
  readonly closing?: (place: Place, value: number) => number;
}

export const DIALECT_IDS = ['radon', 'mccabe', 'ruff', 'lizard', 'clippy', 'rust-code-analysis', 'sonar'] as const;
export type DialectId = (typeof DIALECT_IDS)[number];

export interface Dialect {
  /** The tool and version whose values these are. */
  readonly peer: string;
  readonly note?: string;
  /** What it measures by language; cognitive complexity close to our own is given as a change of our own rules. */
  readonly languages: Readonly<Partial<Record<Language, Readonly<Partial<Record<Metric, Table | LanguageRules>>>>>>;
}

export const always = (): boolean => true;
