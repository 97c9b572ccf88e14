import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import type { UseItem } from '../../../src/languages/rust/use-item.ts';
import { importedName, readUseTree, type UseLeaf } from '../../../src/languages/rust/use-tree.ts';
import { refuse } from '../../refuse.ts';
import type { Member } from './read-family.ts';

/** An import that the joined file needs. */
export interface Wanted {
  readonly tree: UseItem;
  /** Attributes above it, a line each. */
  readonly above: readonly string[];
}

/** What the joined file imports or makes already, by name: the path that it comes from, or `own`. */
export type Scope = Map<string, string>;

const keyOf = (segments: readonly string[], { alias, glob }: UseLeaf): string =>
  `${segments.join('::')}${glob ? '::*' : ''}${alias === '_' ? ' as _' : ''}`;

/** What is in scope before any part comes back: the facade's own items, and its imports but those from the parts. */
export function scopeOf(facade: Source, members: readonly Member[]): Scope {
  const scope: Scope = new Map();
  for (const name of [facade, ...members.map((one) => one.source)].flatMap(ownNames)) scope.set(name, 'own');
  const leaves = usesOf(facade).flatMap(({ item }) => readUseTree(facade.syntax, item.node));
  for (const leaf of leaves)
    if (memberNamed(members, leaf.segments) === null) scope.set(nameOf(leaf), keyOf(plain(leaf.segments), leaf));
  return scope;
}

/** The items of a file, each with its name space. */
const ownNames = ({ top }: Source): string[] =>
  top
    .filter(({ unit }) => unit.kind !== 'use')
    .flatMap(({ unit }) => unit.defines.flatMap(({ name, spaces }) => spaces.map((space) => `${space} ${name}`)));

/** By name, or by path where nothing is named. */
const nameOf = (leaf: UseLeaf): string => `use ${importedName(leaf) ?? keyOf(plain(leaf.segments), leaf)}`;

const plain = (segments: readonly string[]): readonly string[] =>
  segments[0] === 'self' ? segments.slice(1) : segments;

/** The part that a path of the facade begins with. */
export const memberNamed = (members: readonly Member[], segments: readonly string[]): Member | null =>
  members.find(({ name }) => plain(segments)[0] === name) ?? null;

/** The imports of one part as the facade writes them, without what it has already; grows the scope. */
export function liftUses(
  member: Member,
  members: readonly Member[],
  { facade, scope, rooted }: { readonly facade: Source; readonly scope: Scope; readonly rooted: string },
): { readonly wanted: Wanted[]; readonly refusals: Refusal[] } {
  const wanted: Wanted[] = [];
  const refusals: Refusal[] = [];
  const { source } = member;
  for (const piece of usesOf(source)) {
    const kept: Lifted[] = [];
    for (const leaf of readUseTree(source.syntax, piece.item.node)) {
      const segments = liftLeaf(leaf, members, rooted);
      const answer = segments === 'here' ? null : newcomer(scope, leaf, segments, facade.path);
      if (typeof answer === 'string') refusals.push(refuse(source, 'M2', piece.unit, answer, 'Rename it first.'));
      else if (answer) kept.push(answer);
    }
    if (kept.length > 0) wanted.push({ tree: treeOf(kept), above: attributesAbove(member, piece) });
  }
  return { wanted, refusals };
}

interface Lifted {
  readonly segments: readonly string[];
  readonly leaf: UseLeaf;
}

/** An import that is not in scope yet, and is then; null where it is; a reason where its name is something else. */
function newcomer(
  scope: Scope,
  leaf: UseLeaf,
  segments: readonly string[] | 'renamed',
  facade: string,
): Lifted | string | null {
  if (segments === 'renamed') return `\`${leaf.segments.join('::')}\` has another name here`;
  const key = keyOf(plain(segments), leaf);
  const name = nameOf({ ...leaf, segments });
  const known = scope.get(name);
  if (known === key) return null;
  if (known !== undefined) return `\`${importedName(leaf)}\` is ${key} here, and ${known} in ${facade}`;
  scope.set(name, key);
  return { segments, leaf };
}

/** The `#[cfg]` of the part's `mod` line, and the import's own attributes. */
function attributesAbove({ cfg, source }: Member, { item }: Piece): string[] {
  const own = readAttributes(source.syntax, item.attributes).map(({ start, end }) => source.text.slice(start, end));
  return [...cfg.map((one) => `#[cfg(${one})]`).filter((one) => !own.includes(one)), ...own];
}

export const usesOf = (source: Source): Piece[] => source.top.filter(({ unit }) => unit.kind === 'use');

/** The leaf's path from one module higher; `here` where that is the facade's own scope. */
function liftLeaf(leaf: UseLeaf, members: readonly Member[], rooted: string): readonly string[] | 'here' | 'renamed' {
  const [first, ...rest] = leaf.segments;
  if (first !== 'super') return leaf.segments;
  if (rest[0] === 'super') return rest;
  const isBare = rest.length === 0 ? leaf.glob : rest.length === 1 && !leaf.glob;
  const ofPart = rest.length === 2 && !leaf.glob && memberNamed(members, rest) !== null;
  if (isBare || ofPart) return leaf.alias === null || leaf.alias === '_' ? 'here' : 'renamed';
  return rooted === '' ? rest : [rooted, ...rest];
}

/** `a::{b, c::D}` of leaves that share what they begin with. */
function treeOf(leaves: readonly Lifted[]): UseItem {
  const ends = leaves.map(
    ({ segments, leaf }) =>
      ({ path: segments, end: leaf.glob ? 'glob' : 'name', alias: leaf.alias, self: leaf.self }) as const,
  );
  if (ends.length === 1) return { path: ends[0]!.path, end: ends[0]!.end, alias: ends[0]!.alias, of: [] };
  let shared = 0;
  const longest = Math.min(...ends.map(({ path, end, self }) => path.length - (end === 'glob' || self ? 0 : 1)));
  while (shared < longest && ends.every(({ path }) => path[shared] === ends[0]!.path[shared])) shared += 1;
  const prefix = ends[0]!.path.slice(0, shared);
  const of = ends.map(({ path, end, alias }): UseItem => {
    const rest = path.slice(shared);
    return { path: rest.length === 0 && end === 'name' ? ['self'] : rest, end, alias, of: [] };
  });
  return { path: prefix, end: 'list', alias: null, of };
}
