import type { Node, Syntax } from '../../../src/languages/syntax.ts';
import type { Draft } from '../registrations.ts';

/** Where a statement stands, and what has been found. */
export interface Standing {
  readonly syntax: Syntax;
  readonly found: Draft;
  readonly lineOf: (node: Node) => number;
  /** Functions and classes around. */
  readonly scope: string;
  readonly branches: readonly string[];
}

/** `self.app` is of the class, whichever method sets it. */
export const placeOf = (variable: string, scope: string): { readonly variable: string; readonly scope: string } =>
  variable.startsWith('self.') ? { variable, scope: scope.split('.').slice(0, -1).join('.') } : { variable, scope };
