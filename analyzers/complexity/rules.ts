import type { Node, Syntax } from '../../src/languages/syntax.ts';

/** What a node of some kind means to the metrics. The walk in `measure.ts` gives each role its arithmetic. */
export type Role =
  /** Cognitive 1 + nesting, and its `nests` are one level deeper. As an `else if` it costs a flat 1. */
  | 'branch'
  /** Cognitive 1 whatever the nesting; its `nests` are one level deeper. */
  | 'flat'
  /** As flat, unless what follows is an `if`, which then counts for both. */
  | 'else'
  /** Cyclomatic only. */
  | 'decision'
  | 'let-else'
  /** An arm of a match: cyclomatic unless it catches all, and once more for a guard. */
  | 'arm'
  /** Holds boolean operators; cognitive 1 for each change of operator in a run, cyclomatic 1 for each operator. */
  | 'logical'
  /** `break` or `continue`; cognitive 1 when it names a label. */
  | 'jump'
  | 'lambda'
  | 'function'
  /** A class, impl or trait: nesting starts at 0 below it, and its name goes before those of its functions. */
  | 'type'
  | 'namespace'
  | 'call'
  | 'comment'
  | 'string'
  /** A statement that is documentation if it is nothing but a string. */
  | 'maybe-docstring';

export interface KindRule {
  readonly role: Role;
  readonly reason: string;
  /** What it adds to cyclomatic complexity; 1 for branches unless said otherwise, 0 for all else. */
  readonly cyclomatic?: number;
  /** Children, by field or by kind, that are nested one level deeper; `*` takes all named ones. */
  readonly nests?: readonly string[];
  /** A child right behind this token is not nested: the condition of `a if condition else b`. */
  readonly notBehind?: string;
}

export interface LanguageRules {
  readonly kinds: Readonly<Record<string, KindRule>>;
  /** Boolean operators that count for both metrics, and those that count for cyclomatic complexity only. */
  readonly operators: ReadonlySet<string>;
  readonly quietOperators: ReadonlySet<string>;
  readonly ifs: ReadonlySet<string>;
  readonly separator: '::' | '.';
  /** How a method names its own type or object when it calls itself. */
  readonly selves: ReadonlySet<string>;
  /** Callees of the form `object.name`: kind -> the fields that hold both. */
  readonly memberCallees: Readonly<Record<string, readonly [object: string, name: string]>>;
  /** Children of a parameter list that are parameters. */
  readonly parameters: ReadonlySet<string>;
  readonly isDocumentation: (text: string) => boolean;
  /** Functions inside functions that have values of their own, as if they stood alone; by default none has. */
  readonly apart?: (syntax: Syntax, node: Node) => boolean;
  /** Kinds that a run of boolean operators goes through. */
  readonly inRun?: ReadonlySet<string>;
  /** Runs, by their topmost node, that cost nothing. */
  readonly isFreeRun?: (syntax: Syntax, top: Node) => boolean;
}

export const branch = (reason: string, ...nests: string[]): KindRule => ({
  role: 'branch',
  reason,
  nests,
  cyclomatic: 1,
});

export const only = (role: Role, reason: string = role): KindRule => ({ role, reason });
