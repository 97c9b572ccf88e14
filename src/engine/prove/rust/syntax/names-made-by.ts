import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { macroCalls } from '../../../../languages/rust/composition/macro-calls.ts';
import { type Glue, gluesIn, mayBeGlued } from '../../../../languages/rust/glued-names.ts';
import { tokenBefore, tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { expansionOf, makesNothing } from './call-expansion.ts';
import type { ItemCall, PartScope } from './part-scope.ts';

type Makes = (name: string) => boolean;

/** Which names a call may make, and which it makes although every module has one of that name. */
export interface MadeNames {
  readonly makes: Makes;
  readonly shadows: Makes;
}

const ANY: Makes = () => true;
// They name what their arguments name, and so does `doc_comment::doctest!`.
const PLAIN = new Set(['lazy_static', 'bitflags']);
const PASTING = new Set(['paste', 'concat_idents']);

/**
 * Which names a macro call among the items may make. `thread_local!` makes its statics; a macro of the package what it expands to, or, where
 * that cannot be told, any name that its arguments and definitions hold; of another crate's macro nothing is known.
 */
export function namesMadeBy(scope: PartScope, call: ItemCall, definitions: MacroDefinitions): MadeNames {
  const { syntax } = scope;
  const expansion = expansionOf(scope, call.node, definitions);
  if (makesNothing(scope, expansion, definitions)) return both(among(new Set()));
  const made = expansion.items?.every(({ kind }) => !OPEN.has(kind)) ? expansion.items : null;
  if (made) return both(among(new Set(made.flatMap(({ name }) => name ?? []))));
  const own = wordsBetween(syntax, call.node + 1, syntax.after[call.node]!);
  const known = withCalled(definitions(expansion.name), definitions);
  const shadows = defined([{ syntax, node: call.node }, ...known], namesHanded(syntax, call.node));
  if (known.length === 0) {
    if (/^(?:(?:::)?std::)?thread_local$/.test(expansion.written)) return both(among(staticsIn(syntax, call)));
    const isPlain = PLAIN.has(expansion.name) || expansion.written === 'doc_comment::doctest';
    return { makes: isPlain ? among(own) : ANY, shadows };
  }
  const words = new Set(own);
  for (const one of known)
    for (const word of wordsBetween(one.syntax, one.node + 1, one.syntax.after[one.node]!)) words.add(word);
  const isAny = [...PASTING].some((one) => words.has(one));
  return { makes: isAny ? ANY : (name) => words.has(name) || shadows(name), shadows };
}

const both = (makes: Makes): MadeNames => ({ makes, shadows: makes });

const ITEM =
  /\b(?:fn|struct|enum|union|trait|type|const|static(?:\s+mut)?|mod|as|macro_rules\s*!)\s+(\$)?(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)|\buse\b[^;]*?(?:::|[{,])\s*(\*|[\p{XID_Start}_][\p{XID_Continue}]*)\s*[;,}]/gu;

/** Names behind the word of an item in some texts; where a variable stands there, what the call hands on. A glob may bring whatever the package has. */
function defined(texts: readonly Pick<MacroDefinition, 'syntax' | 'node'>[], own: ReadonlySet<string>): Makes {
  const found = new Set<string>();
  let isOpen = false;
  const glued = texts.flatMap(gluedItems);
  for (const { syntax, node } of texts)
    for (const [, variable, item, used] of syntax.text.slice(syntax.start[node]!, syntax.end[node]!).matchAll(ITEM)) {
      if (used === '*') isOpen = true;
      else if (variable === undefined) found.add(item ?? used!);
      else for (const word of own) found.add(word);
    }
  return (name) => found.has(name) || isOpen || glued.some((one) => mayBeGlued(one, name, null));
}

const ITEM_WORD = /^(?:fn|struct|enum|union|trait|type|const|static|mut|mod|as|!)$/;

/** The glued names behind the word of an item. */
const gluedItems = ({ syntax, node }: Pick<MacroDefinition, 'syntax' | 'node'>): Glue[] =>
  gluesIn(syntax).filter(
    (glue) =>
      node < glue.node &&
      glue.node < syntax.after[node]! &&
      ITEM_WORD.test(textOf(syntax, tokenBefore(syntax, glue.node))),
  );

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

/** What a call hands on as a name, most likely: the first word of its arguments, and of each group in them. */
function namesHanded(syntax: Syntax, call: number): Set<string> {
  const words = new Set<string>();
  for (let node = call; node < syntax.after[call]!; node++)
    if (
      kindOf(syntax, node) === 'identifier' &&
      /^[([{]$/.test(textOf(syntax, tokenBefore(syntax, node))) &&
      /^(?:[,;:)}\]]|=>)$/.test(textOf(syntax, tokenBehind(syntax, node)))
    )
      words.add(textOf(syntax, node));
  return words;
}

function wordsBetween(syntax: Syntax, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let node = from; node < to; node++) if (kindOf(syntax, node) === 'identifier') words.add(textOf(syntax, node));
  return words;
}
