import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { definitionsAnywhere, type MacroDefinition } from './macro-definitions.ts';
import { macroOf } from './macro-tokens.ts';
import { PRELUDE_MACROS } from './prelude-macros.ts';
import { tokenCalls } from './token-calls.ts';

/**
 * What the traits of a name that macro calls of a workspace make may have: every word of the call and of its macro's definitions. Null where the
 * macro cannot be read.
 */
export function madeTraits(view: View, name: string): (readonly string[] | null)[] {
  const files = view.files.filter(
    ({ path, grammar, state }) =>
      grammar === 'rust' && state === 'text' && wordsOf(view, path).has(name) && mayMake(view.text(path)),
  );
  return files.flatMap(({ path }) => {
    const syntax = view.syntax(path);
    const found: (readonly string[] | null)[] = [];
    for (let node = 0; node < syntax.size; node++) found.push(...madeAt(view, syntax, node, name));
    return found;
  });
}

/** A definition that speaks of a trait, or a call where items stand: a line of its own, not far from the margin, and none of the library's. */
const mayMake = (text: string): boolean =>
  /\bmacro_rules\s*![\s\S]*\btrait\b/.test(text) ||
  [...text.matchAll(/^[ \t]{0,8}(?:[\w$]+::)*(\w+)!\s*[({[]/gm)].some(([, name]) => !PRELUDE_MACROS.has(name!));

function madeAt(view: View, syntax: Syntax, node: Node, name: string): (readonly string[] | null)[] {
  const kind = kindOf(syntax, node);
  if (kind !== 'macro_definition' && kind !== 'macro_invocation') return [];
  const text = textOf(syntax, node);
  const isNamed = new RegExp(`\\btrait\\s+${name}\\b`).test(text);
  // A macro that names the trait itself makes it wherever it is called.
  if (kind === 'macro_definition') return isNamed ? [[...identifiersIn(syntax, node)]] : [];
  if (!new RegExp(`\\b${name}\\b`).test(text) || !isAmongItems(syntax, node)) return [];
  const macro = macroOf(syntax, node);
  if (!isNamed && !withCalled(view, macro).some((one) => /\btrait\s+\$/.test(textOfDefinition(one)))) return [];
  const words = wordsOfMacro(view, macro);
  return [words && [...words, ...identifiersIn(syntax, node)]];
}

/** The words of a macro's definitions anywhere in a workspace, and of those that they call; null where there is none. */
export function wordsOfMacro(view: View, name: string): ReadonlySet<string> | null {
  const definitions = withCalled(view, name);
  return definitions.length === 0
    ? null
    : new Set(definitions.flatMap(({ syntax, node }) => [...identifiersIn(syntax, node)]));
}

function withCalled(view: View, first: string): readonly MacroDefinition[] {
  const found: MacroDefinition[] = [];
  const names = new Set([first]);
  for (const name of names)
    for (const one of definitionsAnywhere(view, name)) {
      found.push(one);
      for (const call of tokenCalls(one.syntax, one.node + 1, one.syntax.after[one.node]!)) names.add(call.name);
    }
  return found;
}

const textOfDefinition = ({ syntax, node }: MacroDefinition): string => textOf(syntax, node);

export function identifiersIn(syntax: Syntax, from: Node): Set<string> {
  const found = new Set<string>();
  for (let node = from; node < syntax.after[from]!; node++)
    if (kindOf(syntax, node) === 'identifier') found.add(textOf(syntax, node).replace(/^r#/, ''));
  return found;
}

const isAmongItems = (syntax: Syntax, node: Node): boolean => {
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!)
    if (/^(?:block|token_tree|trait_item)$/.test(kindOf(syntax, at))) return false;
  return true;
};
