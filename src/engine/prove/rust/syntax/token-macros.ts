import {
  type MacroDefinition,
  type MacroDefinitions,
  readWorkspaceMacros,
} from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type PlaceMacros, readPlaceMacros } from '../../../../../analyzers/readings/rust/place-macros.ts';
import { PRELUDE_MACROS } from '../../../../../analyzers/readings/rust/prelude-macros.ts';
import { tokenCalls } from '../../../../../analyzers/readings/rust/token-calls.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';

/** What the tokens of a macro call mean, as far as its definition says. */
export interface TokenMacros extends PlaceMacros {
  /** True for a macro that may tell `f(x,)` inside of its arguments from `f(x)`: one of the workspace with a `tt` fragment, or another crate's. */
  readonly seesCommas: (name: string) => boolean;
  /** True for a macro that puts its tokens into the program as they are laid out: `stringify!(a+b)` is no `a + b`. */
  readonly showsBlanks: (name: string) => boolean;
  /** A macro of the workspace that prints what it is handed, as an expression or as tokens. */
  readonly showsPaths: (name: string) => boolean;
  /** True for the library's `vec!`, where a last comma says nothing. */
  readonly isVec: (name: string) => boolean;
}

export function readTokenMacros(view: View, path: string): TokenMacros {
  const definitions = readWorkspaceMacros(view, path);
  return {
    ...readPlaceMacros(view, path, definitions),
    seesCommas: (name) => {
      const own = definitions(name);
      return own.length === 0 ? !isStandardMacro(name) : own.some(takesTokens);
    },
    showsBlanks: once((name) => showsTokens(name, definitions)),
    showsPaths: once((name) => reachesStringify(name, definitions)),
    isVec: (name) => name === 'vec' && definitions('vec').length === 0,
  };
}

/** Of the library, or of what most use to log, which take expressions. */
const isStandardMacro = (name: string): boolean => PRELUDE_MACROS.has(name) || LIBRARY.has(name) || LOG.test(name);

const LIBRARY = new Set(
  'addr_of addr_of_mut offset_of pin ready join select concat_bytes is_x86_feature_detected assert_matches'.split(' '),
);
const LOG = /^(?:trace|debug|info|warn|error|log|event|span|bail|ensure|anyhow|format_err|eyre|crit)$/;

function once(answer: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    const found = known.get(name) ?? answer(name);
    known.set(name, found);
    return found;
  };
}

/** `stringify!` itself, and macros of the workspace that hand it tokens, not parsed fragments, in any number of steps. */
function showsTokens(first: string, definitions: MacroDefinitions): boolean {
  const names = new Set([first]);
  for (const name of names) {
    const own = definitions(name);
    if (own.length === 0 && name === 'stringify') return true;
    for (const next of own.flatMap((one) => handedTo(one, name === first))) names.add(next);
  }
  return false;
}

/** The same for a macro that hands on what has been parsed. */
function reachesStringify(first: string, definitions: MacroDefinitions): boolean {
  const names = new Set([first]);
  for (const name of names)
    for (const { syntax, node } of definitions(name))
      for (const call of tokenCalls(syntax, node + 1, syntax.after[node]!)) names.add(call.name);
  return names.has('stringify') && definitions('stringify').length === 0;
}

/** The macros that a definition calls with tokens of its own: `stringify!` of an expression is printed anew. */
function handedTo(definition: MacroDefinition, isFirst: boolean): string[] {
  const { syntax, node } = definition;
  const hasTokens = takesTokens(definition);
  if (!hasTokens && !isFirst) return [];
  const calls = tokenCalls(syntax, node + 1, syntax.after[node]!).map(({ name }) => name);
  return hasTokens ? calls : calls.filter((name) => name !== 'stringify');
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
