import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { implTypeName } from '../../../src/languages/rust/definitions.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, kindOf, type Node, namedChildrenOf, textOf } from '../../../src/languages/syntax.ts';
import { type Need, needEither } from './guards.ts';
import type { Mentions } from './mentions.ts';
import type { OtherFiles } from './other-files.ts';
import type { MemberRead } from './reads.ts';

/** What is known about who else names what moves. */
export interface Audience {
  readonly source: Source;
  readonly mentions: Mentions;
  readonly others: OtherFiles;
  /** Fields and associated items that the file's own types have, by type. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  /** How the audience of what was private is written one module deeper: `pub(super) `. */
  readonly parent: 'pub(super) ' | 'pub(in super) ';
}

/** When others than its owner read a field or associated item of a type. */
export function memberNeed(
  audience: Audience,
  name: string,
  kind: 'field' | 'method',
  of: string,
  owner: string,
): Need {
  const { mentions, others, members } = audience;
  // `self.size` in an `impl` of a type that has a `size` of its own reads that one.
  const isOne = (read: MemberRead): boolean =>
    read.kind === kind && (read.of === null || read.of === of || members.get(read.of)?.has(name) !== true);
  return needEither(
    mentions.memberNeed(name, isOne, owner),
    others.members(name, kind, of, carriersOf(audience.source, of)),
  );
}

/** Fields of structs and items of inherent blocks, by the name of their type. */
export function ownMembers({ syntax, top }: Source): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const add = (type: string | null, body: Node): void => {
    if (type === null || body === -1) return;
    const names = found.get(type) ?? new Set<string>();
    found.set(type, names);
    for (const part of namedChildrenOf(syntax, body)) {
      const name = childByField(syntax, part, 'name');
      if (name !== -1) names.add(plainName(textOf(syntax, name)));
    }
  };
  for (const { unit, item } of top) {
    const body = childByField(syntax, item.node, 'body');
    if (unit.kind === 'struct' || unit.kind === 'union') add(unit.name, body);
    else if (unit.kind === 'impl' && childByField(syntax, item.node, 'trait') === -1)
      add(implTypeName(syntax, item.node), body);
  }
  return found;
}

const known = new WeakMap<Source, Map<string, ReadonlySet<string>>>();

/** The type's name, and those of this file's items that show one: what another file must name to hold a value of it. */
function carriersOf(source: Source, type: string): ReadonlySet<string> {
  const cache = known.get(source) ?? new Map<string, ReadonlySet<string>>();
  known.set(source, cache);
  const found = cache.get(type) ?? collectCarriers(source, type);
  cache.set(type, found);
  return found;
}

function collectCarriers(source: Source, type: string): Set<string> {
  const inherent = new Set([...source.pieces.values()].flatMap(({ parent }) => parent ?? []));
  const shown = [...source.pieces.values()]
    .filter((piece) => !inherent.has(piece))
    .map(({ unit, item }) => {
      const words = new Set(headerOf(source, item.node).match(WORD));
      // What a macro call makes may have any of the names in it.
      return { names: unit.kind === 'macro-call' ? words : [unit.name ?? ''], words };
    });
  const carriers = new Set([type]);
  for (let before = 0; before < carriers.size; ) {
    before = carriers.size;
    for (const { names, words } of shown)
      if ([...carriers].some((one) => words.has(one))) for (const name of names) carriers.add(name);
  }
  carriers.delete('');
  return carriers;
}

const WORD = /[\p{XID_Start}_][\p{XID_Continue}]*/gu;

/** An item without the bodies of functions. */
function headerOf({ syntax, text }: Source, node: Node): string {
  const body = childByField(syntax, node, 'body');
  const isCode = body !== -1 && kindOf(syntax, body) === 'block';
  return text.slice(syntax.start[node], isCode ? syntax.start[body] : syntax.end[node]);
}
