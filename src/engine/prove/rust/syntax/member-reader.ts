import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { type Access, memberAccesses } from '../../../../languages/rust/member-accesses.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readItems } from '../../../../languages/rust/read-items.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';
import { wordsOf } from '../../../../workspace/words-of.ts';
import { constructorReads } from './constructor-reads.ts';
import { gluedPlaces } from './glued-places.ts';
import { macroAccesses } from './macro-accesses.ts';

/** A field or associated item that only its own file sees now, or the way to build a tuple struct. */
export interface Hidden {
  readonly of: string;
  readonly name: string;
  readonly kind: 'field' | 'method' | 'constructor';
}

export interface Reading {
  readonly path: string;
  readonly start: number;
  readonly word: string;
}

/**
 * The first place of a file that reads one of some members of one type; each file is searched once for all accesses.
 * @param files those in which the type may have another name
 */
export function createMemberReader(
  view: View,
  files: readonly string[],
  syntaxOf: (path: string) => Syntax,
  definitions: MacroDefinitions,
): (path: string, members: readonly Hidden[]) => Reading | null {
  const known = new Map<string, readonly Access[]>();
  const accessesOf = (path: string): readonly Access[] => {
    const found = known.get(path) ?? (view.file(path)?.state === 'text' ? accessesIn(syntaxOf(path), definitions) : []);
    known.set(path, found);
    return found;
  };
  const aliases = new Map<string, ReadonlySet<string>>();
  const namesOf = (type: string): ReadonlySet<string> => {
    const found = aliases.get(type) ?? aliasesOf(view, files, type);
    aliases.set(type, found);
    return found;
  };
  return (path, members) => {
    const [first] = members;
    if (first === undefined) return null;
    const names = namesOf(first.of);
    const access = accessesOf(path).find((one) => isOf(one, members, names) && !isOwnType(syntaxOf(path), one));
    if (access !== undefined)
      return { path, start: syntaxOf(path).start[access.node]!, word: access.word === '' ? 'a field' : access.word };
    return view.file(path)?.state === 'text'
      ? hiddenAccess({ path, syntax: syntaxOf(path) }, members, names, definitions)
      : null;
  };
}

/** By a name that is glued of parts, or by building the type. */
function hiddenAccess(
  { path, syntax }: { readonly path: string; readonly syntax: Syntax },
  members: readonly Hidden[],
  names: ReadonlySet<string>,
  definitions: MacroDefinitions,
): Reading | null {
  const glued = gluedPlaces(syntax, definitions).find((place) => members.some(({ name }) => place.mayBe(name)));
  if (glued) return { path, start: syntax.start[glued.node]!, word: 'a glued name' };
  const isBuilt = members.some(({ kind }) => kind === 'constructor');
  const [built] = isBuilt ? constructorReads(syntax, names) : [];
  return built === undefined ? null : { path, start: built, word: 'the constructor' };
}

/** A type that the file defines itself goes before one that a glob of its module brings. */
function isOwnType(syntax: Syntax, { of, node }: Access): boolean {
  if (of === null || !readItems(syntax, 0).items.some((item) => isTypeNamed(syntax, item, of))) return false;
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!)
    if (kindOf(syntax, up) === 'mod_item') return false;
  return true;
}

const isTypeNamed = (syntax: Syntax, { kind, node }: ReturnType<typeof readItems>['items'][number], name: string) =>
  /^(?:struct|enum|union)$/.test(kind) && plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name;

const accessesIn = (syntax: Syntax, definitions: MacroDefinitions): Access[] => [
  ...memberAccesses(syntax),
  ...macroAccesses(syntax, definitions),
];

const isOf = ({ kind, word, of }: Access, members: readonly Hidden[], names: ReadonlySet<string>): boolean =>
  members.some((member) => {
    const isType = of !== null && names.has(of);
    if (kind === 'base') return member.kind === 'field' && isType;
    if (kind === 'path') return member.kind === 'method' && isType && member.name === word;
    return (of === null || isType) && member.kind === kind && member.name === word;
  });

const WORD = String.raw`[\p{XID_Start}_][\p{XID_Continue}]*`;

/** The names that a type goes by: `use a::T as U`, `type V = T<u8>`. */
function aliasesOf(view: View, files: readonly string[], type: string): ReadonlySet<string> {
  const found = new Set([type]);
  for (const name of found) {
    const renamed = new RegExp(
      String.raw`\b${name}\s+as\s+(?:r#)?(${WORD})|^(?:pub(?:\s*\([^)]*\))?\s+)?type\s+(?:r#)?(${WORD})[^=;]*=[\s(]*(?:${WORD}\s*::\s*)*${name}\s*(?:<[^;]*>)?[\s)]*;`,
      'gmu',
    );
    for (const file of files)
      if (wordsOf(view, file).has(name))
        for (const [, used, typed] of view.text(file).matchAll(renamed)) found.add(used ?? typed!);
  }
  found.delete('_');
  return found;
}
