import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { macroCalls } from '../../../../languages/rust/composition/macro-calls.ts';
import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { expansionOf, makesNothing } from './call-expansion.ts';
import type { ItemCall, PartScope } from './part-scope.ts';

type Makes = (name: string) => boolean;
const ANY: Makes = () => true;
// They name what their arguments name, and so does `doc_comment::doctest!`.
const PLAIN = new Set(['lazy_static', 'bitflags']);
const PASTING = new Set(['paste', 'concat_idents']);

/**
 * Which names a macro call among the items may make. `thread_local!` makes its statics; a macro of the package what it expands to, or, where
 * that cannot be told, any name that its arguments and definitions hold; of another crate's macro nothing is known.
 */
export function namesMadeBy(scope: PartScope, call: ItemCall, definitions: MacroDefinitions): Makes {
  const { syntax } = scope;
  const expansion = expansionOf(scope, call.node, definitions);
  if (makesNothing(scope, expansion, definitions)) return among(new Set());
  const made = expansion.items?.every(({ kind }) => !OPEN.has(kind)) ? expansion.items : null;
  if (made) return among(new Set(made.flatMap(({ name }) => name ?? [])));
  const own = wordsBetween(syntax, call.node + 1, syntax.after[call.node]!);
  const known = definitions(expansion.name);
  if (known.length === 0) {
    if (/^(?:(?:::)?std::)?thread_local$/.test(expansion.written)) return among(staticsIn(syntax, call));
    return PLAIN.has(expansion.name) || expansion.written === 'doc_comment::doctest' ? among(own) : ANY;
  }
  const words = new Set(own);
  for (const one of withCalled(known, definitions))
    for (const word of wordsBetween(one.syntax, one.node + 1, one.syntax.after[one.node]!)) words.add(word);
  return [...PASTING].some((one) => words.has(one)) ? ANY : among(words);
}

// What these bring cannot be seen.
const OPEN = new Set(['call', 'unknown', 'use']);

const among =
  (words: ReadonlySet<string>): Makes =>
  (name) =>
    words.has(name);

function withCalled(first: readonly MacroDefinition[], definitions: MacroDefinitions): readonly MacroDefinition[] {
  const found = new Set(first);
  for (const { syntax, node } of found)
    for (const { name } of macroCalls(syntax, node + 1, syntax.after[node]!))
      for (const next of definitions(name)) found.add(next);
  return [...found];
}

function staticsIn(syntax: Syntax, { node }: ItemCall): Set<string> {
  const found = new Set<string>();
  for (let at = node; at < syntax.after[node]!; at++)
    if (textOf(syntax, at) === 'static' && syntax.after[at] === at + 1) found.add(textOf(syntax, at + 1));
  return found;
}

function wordsBetween(syntax: Syntax, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let node = from; node < to; node++) if (kindOf(syntax, node) === 'identifier') words.add(textOf(syntax, node));
  return words;
}
