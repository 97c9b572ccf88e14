import type { BudgetRule } from '../../src/config/config.ts';
import type { Place } from '../../src/core/finding.ts';
import type { Identity } from './identity/identity.ts';

/** One file, function or module that a rule measures. */
export interface Entity {
  readonly rule: BudgetRule;
  /** `src/a.rs`, `src/a.rs#Foo::bar`, the second of twins `src/a.rs#f~2`; a module by the file that carries it. */
  readonly name: string;
  readonly symbol: string | null;
  readonly place: Place;
  readonly value: number;
  /** Read when it is first asked for: most entities are never compared. */
  readonly identity: () => Identity;
}

/** Where an entity was when it was recorded: a line of the baseline, or the entity of a base revision. */
export interface Entry {
  readonly rule: BudgetRule;
  readonly name: string;
  readonly value: number;
  readonly identity: Identity;
  /** True: it only keeps the identity of an exception in the configuration, which alone says what is allowed. */
  readonly excepted: boolean;
  /** Line in the baseline; 0 where it comes from none. */
  readonly line: number;
}

/** `Foo::bar` of `src/a.rs#Foo::bar~2`, or null. */
export const symbolOf = (name: string): string | null => /#(.*?)(?:~\d+)?$/s.exec(name)?.[1] ?? null;

export const pathOf = (name: string): string => name.split('#')[0]!;

export const keyOfEntity = ({ rule, name }: { readonly rule: string; readonly name: string }): string =>
  `${rule} ${name}`;
