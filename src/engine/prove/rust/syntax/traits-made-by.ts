import type { MacroDefinition, MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { TraitMembers, TraitReader } from '../../../../../analyzers/readings/rust/trait-members.ts';
import { kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { expansionOf, makesNothing } from './call-expansion.ts';
import type { ItemCall, PartScope } from './part-scope.ts';

/** What a trait that a macro call makes may bring. */
export interface MadeMembers {
  readonly members: TraitMembers;
  /** Its methods are named by pasting: none is most likely somebody else's. */
  readonly isOpen: boolean;
}

// What they bring cannot be seen.
const OPEN = /^(?:call|unknown)$/;
const PASTING = /\b(?:paste|concat_idents)\b/;

/**
 * The traits that a macro call among the items may bring into scope: those that it defines, and those that it imports, `use a::Trait as _`.
 * Their methods are read where the macro is of the package; of another crate's macro only what its arguments show is known.
 * @param included the text of a file that the module includes; null where it cannot be read
 */
export function traitsMadeBy(
  scope: PartScope,
  { node }: ItemCall,
  definitions: MacroDefinitions,
  traits: TraitReader,
  included: (path: string) => string | null,
): MadeMembers[] {
  const expansion = expansionOf(scope, node, definitions);
  if (makesNothing(scope, expansion, definitions)) return [];
  const { syntax } = scope;
  const call = { syntax, node };
  const reached = reachedFrom(call, definitions);
  const written = [call, ...reached].map(textWithin);
  const texts = [...written, ...written.flatMap(includesIn).flatMap((path) => included(path) ?? [])];
  const makes = (wanted: string): boolean =>
    expansion.items?.every(({ kind }) => kind !== wanted && !OPEN.test(kind)) !== true;
  const hasTrait = makes('trait') && texts.some((text) => /\btrait\b/.test(text));
  return [
    ...(hasTrait ? definedIn(texts, [call, ...reached]) : []),
    ...(makes('use') ? importedIn(texts, traits) : []),
    ...(definitions(expansion.name).length > 0 ? [] : unseen(textWithin(call))),
  ];
}

type Within = Pick<MacroDefinition, 'syntax' | 'node'>;

export const textWithin = ({ syntax, node }: Within): string =>
  syntax.text.slice(syntax.start[node]!, syntax.end[node]!).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, ' ');

const includesIn = (text: string): string[] =>
  [...text.matchAll(/\binclude\s*!\s*[({[]\s*"([^"]+)"/g)].map(([, path]) => path!);

/** The definitions that a call may run through: a macro is handed to another by its name. */
export function reachedFrom(call: Within, definitions: MacroDefinitions): MacroDefinition[] {
  const found = new Set<MacroDefinition>();
  const open: Within[] = [call];
  for (const one of open)
    for (const word of wordsWithin(one))
      for (const next of definitions(word))
        if (!found.has(next)) {
          found.add(next);
          open.push(next);
        }
  return [...found];
}

function wordsWithin({ syntax, node }: { readonly syntax: Syntax; readonly node: number }): Set<string> {
  const words = new Set<string>();
  for (let at = node; at < syntax.after[node]!; at++)
    if (kindOf(syntax, at) === 'identifier') words.add(textOf(syntax, at).replace(/^r#/, ''));
  return words;
}

const MEMBER = /\b(?:fn|const)\s+(?:r#)?(\$)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

/** Every function that the texts have may be a method; one that an argument names has the name of some word. */
function definedIn(texts: readonly string[], places: readonly Within[]): MadeMembers[] {
  if (texts.some((text) => PASTING.test(text))) return [{ members: { names: null, by: 'crate' }, isOpen: true }];
  const found = texts.flatMap((text) => [...text.matchAll(MEMBER)]);
  const names = new Set(found.map(([, , name]) => name!));
  if (found.some(([, variable]) => variable !== undefined))
    for (const place of places) for (const word of wordsWithin(place)) names.add(word);
  return [{ members: { names, by: 'workspace' }, isOpen: false }];
}

const USE = /\buse\s+([^;]+);/g;
const STD = /^(?:::\s*)?(?:std|core|alloc)\b/;

/** Traits by the names in the `use` lines; one that an argument names is any that the texts name. */
function importedIn(texts: readonly string[], traits: TraitReader): MadeMembers[] {
  const lines = texts.flatMap((text) => [...text.matchAll(USE)].map(([, line]) => line!.trim()));
  const named = lines.some((line) => line.includes('$')) ? [...lines, ...texts] : lines;
  const found = named.flatMap((line) =>
    [...new Set(line.match(/(?<![\p{XID_Continue}$])\p{Lu}[\p{XID_Continue}]*/gu) ?? [])].flatMap(
      (name) => traits.ofImport(STD.test(line) ? ['std', name] : [name], STD.test(line)) ?? [],
    ),
  );
  const globs = lines.filter((line) => /\*/.test(line) && !STD.test(line));
  return [...found, ...globs.map((): TraitMembers => ({ names: null, by: 'crate' }))].map((members) => ({
    members,
    isOpen: false,
  }));
}

// They make no trait.
const TRAITLESS = /^(?:(?:::)?std::)?(?:thread_local|lazy_static|bitflags)\s*!/;

/** Another crate's macro may define a trait with the methods that its arguments list, and more where it is handed one. */
function unseen(text: string): MadeMembers[] {
  if (TRAITLESS.test(text)) return [];
  const listed = /^[^!]*!\s*[({[]([\s\S]*)$/.exec(text)?.[1]?.match(/^[\s\w,;#]*(?=[\])}]\s*;?\s*$)/)?.[0] ?? '';
  const names = new Set(listed.match(/\b\w+\b/g) ?? []);
  const members: TraitMembers = { names, by: 'workspace' };
  const open: TraitMembers = { names: null, by: 'crate' };
  return [members, ...(/\btrait\b/.test(text) ? [open] : [])].map((one) => ({ members: one, isOpen: false }));
}
