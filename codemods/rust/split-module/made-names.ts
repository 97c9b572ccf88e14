import { crateNames } from '../../../analyzers/readings/rust/crate-names.ts';
import { argumentsOf, expandMacro } from '../../../analyzers/readings/rust/expand-macro.ts';
import {
  armsOf,
  type MacroDefinitions,
  readMacroDefinitions,
} from '../../../analyzers/readings/rust/macro-definitions.ts';
import { calledIn, macroOf } from '../../../analyzers/readings/rust/macro-tokens.ts';
import { madeItems } from '../../../analyzers/readings/rust/made-items.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';

/** Names that macro calls among the items of a module make: no item of the text has them. */
export interface MadeNames {
  /** Those that an expansion shows. */
  readonly certain: ReadonlySet<string>;
  /** True for a name that some call may make besides. */
  readonly mayMake: (name: string) => boolean;
}

type Made = { readonly names: ReadonlySet<string> } | { readonly words: ReadonlySet<string> } | 'anything';

export function readMadeNames(view: View, { path, syntax, top }: Source): MadeNames {
  const definitions = readMacroDefinitions(view, path);
  const made = top
    .filter(({ unit }) => unit.kind === 'macro-call')
    .map(({ item }) => madeBy(definitions, syntax, innerItem(syntax, item.node)));
  const certain = new Set(made.flatMap((one) => (one !== 'anything' && 'names' in one ? [...one.names] : [])));
  const words = new Set(made.flatMap((one) => (one !== 'anything' && 'words' in one ? [...one.words] : [])));
  const isOpen = made.includes('anything');
  const crates = isOpen ? crateNames(view, path) : new Set<string>();
  return { certain, mayMake: (name) => words.has(name) || (isOpen && !crates.has(name)) };
}

// They name what their arguments name.
const PLAIN = new Set(['lazy_static', 'bitflags']);
const PASTING = new Set(['paste', 'concat_idents']);
// What these bring cannot be seen.
const OPEN = new Set(['call', 'unknown', 'use']);

function madeBy(definitions: MacroDefinitions, syntax: Syntax, call: Node): Made {
  const name = macroOf(syntax, call);
  if (name === 'thread_local') return { names: staticsIn(syntax, call) };
  const argumentWords = wordsIn(syntax, call);
  if (definitions(name).length === 0) return PLAIN.has(name) ? { words: argumentWords } : 'anything';
  const tree = childrenOf(syntax, call).find((node) => kindOf(syntax, node) === 'token_tree');
  const argument = tree === undefined ? null : argumentsOf(syntax, tree);
  const expansion = argument === null ? null : expandMacro(definitions, name, argument);
  const items = expansion === null ? null : madeItems(expansion);
  if (items?.every(({ kind }) => !OPEN.has(kind))) return { names: new Set(items.flatMap((item) => item.name ?? [])) };
  const words = new Set([...argumentWords, ...wordsOfMacros(definitions, name)]);
  return [...PASTING].some((one) => words.has(one)) ? 'anything' : { words };
}

/** The words of a macro's definitions, and of those that they call. */
function wordsOfMacros(definitions: MacroDefinitions, first: string): Set<string> {
  const names = new Set([first]);
  const words = new Set<string>();
  for (const name of names)
    for (const definition of definitions(name))
      for (const arm of armsOf(definition)) {
        for (const word of wordsIn(definition.syntax, arm)) words.add(word);
        for (const next of calledIn(definition.syntax, arm)) names.add(next);
      }
  return words;
}

function wordsIn(syntax: Syntax, from: Node): Set<string> {
  const words = new Set<string>();
  for (let node = from + 1; node < syntax.after[from]!; node++)
    if (kindOf(syntax, node) === 'identifier') words.add(textOf(syntax, node));
  return words;
}

function staticsIn(syntax: Syntax, call: Node): Set<string> {
  const found = new Set<string>();
  for (let inner = call; inner < syntax.after[call]!; inner++)
    if (textOf(syntax, inner) === 'static' && syntax.after[inner] === inner + 1) found.add(textOf(syntax, inner + 1));
  return found;
}
