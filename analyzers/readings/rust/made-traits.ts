import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { definitionsAnywhere, definitionsIn, type MacroDefinition } from './macro-definitions.ts';
import { macroOf } from './macro-tokens.ts';
import { tokenCalls } from './token-calls.ts';

/**
 * What the traits of a name that macro calls of a workspace make may have: every word of the call and of its macro's definitions. Null where the
 * macro cannot be read.
 */
export function madeTraits(view: View, name: string): (readonly string[] | null)[] {
  const makers = makersOf(view);
  const written = new RegExp(`\\btrait\\s+(?:r#)?${name}\\b`);
  const mayMake = (text: string): boolean => written.test(text) || makers.some((maker) => text.includes(`${maker}!`));
  return sourcesOf(view)
    .filter((path) => wordsOf(view, path).has(name) && mayMake(view.text(path)))
    .flatMap((path) => {
      const syntax = view.syntax(path);
      const found: (readonly string[] | null)[] = [];
      for (let node = 0; node < syntax.size; node++) found.push(...madeAt(view, syntax, node, name));
      return found;
    });
}

function madeAt(view: View, syntax: Syntax, node: Node, name: string): (readonly string[] | null)[] {
  const kind = kindOf(syntax, node);
  if (kind !== 'macro_definition' && kind !== 'macro_invocation') return [];
  const text = textOf(syntax, node);
  const isNamed = new RegExp(`\\btrait\\s+(?:r#)?${name}\\b`).test(text);
  // A macro that names the trait itself makes it wherever it is called.
  if (kind === 'macro_definition') return isNamed ? [[...identifiersIn(syntax, node)]] : [];
  const macro = macroOf(syntax, node);
  // A comment with the name hands the macro nothing.
  const isHanded = makersOf(view).includes(macro) && identifiersIn(syntax, node).has(name);
  if (!isNamed && !isHanded) return [];
  if (!isAmongItems(syntax, node)) return [];
  const words = wordsOfMacro(view, macro);
  return [words && [...words, ...identifiersIn(syntax, node)]];
}

const sourcesOf = (view: View): string[] =>
  view.files.filter(({ grammar, state }) => grammar === 'rust' && state === 'text').map(({ path }) => path);

const makers = new WeakMap<View, readonly string[]>();

/** The macros of a workspace that make traits of names that they are handed, themselves or through others. Few workspaces have one. */
function makersOf(view: View): readonly string[] {
  const known = makers.get(view);
  if (known) return known;
  const files = sourcesOf(view).filter((path) => view.text(path).includes('macro_rules!'));
  const found = new Set<string>();
  const addFrom = (isOne: (text: string) => boolean): void => {
    for (const path of files.filter((one) => isOne(view.text(one))))
      for (const one of definitionsIn(view.syntax(path))) if (isOne(textOfDefinition(one))) found.add(one.name);
  };
  addFrom((text) => /\btrait\s+\$/.test(text));
  for (const name of found) addFrom((text) => text.includes(`${name}!`));
  makers.set(view, [...found]);
  return [...found];
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
