import type { Node, Syntax } from '../../src/languages/syntax.ts';
import type { Span } from './count-lines.ts';
import type { Increment } from './metrics.ts';
import type { LanguageRules } from './rules.ts';

/** What is added up for one function, or for the code outside all functions. */
export interface Tally {
  readonly symbol: string;
  readonly node: Node;
  readonly parameters: number;
  cognitive: number;
  cyclomatic: number;
  nesting: number;
}

export interface NamedType {
  readonly symbol: string;
  readonly node: Node;
}

/** A function that is open: a call of `name` below it is a recursion. */
export interface Frame {
  readonly name: string;
  /** The type that it is a method of, or null. */
  readonly owner: string | null;
  called: boolean;
}

/** What was true outside a node, to be true again behind it. */
interface Scope {
  readonly end: Node;
  readonly nesting: number;
  readonly depth: number;
  readonly directlyInType: boolean;
  readonly names: number;
  readonly frames: number;
  readonly holder: Tally | null;
}

export type OnIncrement = (tally: Tally, metric: Increment['metric'], node: Node, add: Added) => void;

export interface Added {
  readonly amount: number;
  readonly nesting: number;
  readonly reason: string;
}

/** The state of one pass over a file. */
export interface Walk {
  readonly syntax: Syntax;
  readonly rules: LanguageRules;
  readonly onIncrement: OnIncrement | null;
  readonly outside: Tally;
  readonly functions: Tally[];
  /** Outside functions. */
  readonly types: NamedType[];
  readonly scopes: Scope[];
  /** Modules and types around, outermost first. */
  readonly names: string[];
  readonly frames: Frame[];
  /** Comments and strings, in source order. */
  readonly spans: Span[];
  /** Node -> how the walk opens it; most nodes have no mark. */
  readonly marks: Uint8Array;
  holder: Tally | null;
  /** Cognitive nesting: control flow, closures, nested functions. */
  nesting: number;
  /** Control flow alone. */
  depth: number;
  directlyInType: boolean;
}

export const MARK = { none: 0, control: 1, lambda: 2, partOfRun: 4 } as const;

export function startWalk(syntax: Syntax, rules: LanguageRules, onIncrement: OnIncrement | null): Walk {
  const outside = { symbol: '', node: 0, parameters: 0, cognitive: 0, cyclomatic: 0, nesting: 0 };
  return {
    syntax,
    rules,
    onIncrement,
    outside,
    functions: [],
    types: [],
    scopes: [],
    names: [],
    frames: [],
    spans: [],
    marks: new Uint8Array(syntax.size),
    holder: null,
    nesting: 0,
    depth: 0,
    directlyInType: false,
  };
}

export function openScope(walk: Walk, node: Node): void {
  walk.scopes.push({
    end: walk.syntax.after[node]!,
    nesting: walk.nesting,
    depth: walk.depth,
    directlyInType: walk.directlyInType,
    names: walk.names.length,
    frames: walk.frames.length,
    holder: walk.holder,
  });
}

export function closeScope(walk: Walk): void {
  const scope = walk.scopes.pop()!;
  walk.nesting = scope.nesting;
  walk.depth = scope.depth;
  walk.directlyInType = scope.directlyInType;
  walk.names.length = scope.names;
  walk.frames.length = scope.frames;
  walk.holder = scope.holder;
}

export function addCognitive(walk: Walk, node: Node, nesting: number, reason: string): void {
  const tally = walk.holder ?? walk.outside;
  tally.cognitive += 1 + nesting;
  walk.onIncrement?.(tally, 'cognitive', node, { amount: 1 + nesting, nesting, reason });
}

export function addCyclomatic(walk: Walk, node: Node, amount: number, reason: string): void {
  if (amount === 0) return;
  const tally = walk.holder ?? walk.outside;
  tally.cyclomatic += amount;
  walk.onIncrement?.(tally, 'cyclomatic', node, { amount, nesting: 0, reason });
}
