import { type MacroDefinition, readWorkspaceMacros } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type PlaceMacros, readPlaceMacros } from '../../../../../analyzers/readings/rust/place-macros.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';

/** What the tokens of a macro call mean, as far as its definition says. */
export interface TokenMacros extends PlaceMacros {
  /** True for a macro that may tell `f(x,)` inside of its arguments from `f(x)`: one of the workspace with a `tt` fragment. */
  readonly seesCommas: (name: string) => boolean;
  /** True for the library's `vec!`, where a last comma says nothing. */
  readonly isVec: (name: string) => boolean;
}

export function readTokenMacros(view: View, path: string): TokenMacros {
  const definitions = readWorkspaceMacros(view, path);
  return {
    ...readPlaceMacros(view, path, definitions),
    seesCommas: (name) => definitions(name).some(takesTokens),
    isVec: (name) => name === 'vec' && definitions('vec').length === 0,
  };
}

const takesTokens = ({ syntax, node }: MacroDefinition): boolean =>
  childrenOf(syntax, node)
    .filter((child) => kindOf(syntax, child) === 'macro_rule')
    .some((rule) => hasFragment(syntax, childByField(syntax, rule, 'left'), 'tt'));

function hasFragment(syntax: Syntax, matcher: Node, fragment: string): boolean {
  for (let node = matcher; node < syntax.after[matcher]!; node++)
    if (kindOf(syntax, node) === 'fragment_specifier' && textOf(syntax, node) === fragment) return true;
  return false;
}
