import type { Source } from '../../../analyzers/readings/rust/source.ts';
import { childByField } from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';
import type { Audience } from './audience.ts';
import { nameNeed } from './exposure.ts';
import { isAlways } from './guards.ts';
import type { ModuleItem, ModuleNames } from './module-names.ts';
import type { MemberRead, Read } from './reads.ts';
import type { Reader } from './scope-needs.ts';

/** What the code of a part reads; a name that it defines under some `#[cfg]` alone may be the module's otherwise. */
export function readerOf(source: Source, names: ModuleNames, audience: Audience, part: Part): Reader {
  const { mentions } = audience;
  const ownItems = (name: string): ModuleItem[] =>
    (names.items.get(name) ?? []).filter(({ owner }) => owner === part.name);
  const isElsewhere = (name: string): boolean =>
    names.imported.has(name) || names.items.get(name)!.some(({ owner }) => owner !== part.name);
  return {
    reads: [...mentions.readBy(part.name), ...headerReads(source, part, mentions.readBy(''))],
    members: mentions.membersReadBy(part.name).filter((read) => read.inScope && !isInherent(audience, read)),
    documented: new Set(
      mentions.documentedBy(part.name).flatMap(({ name }) => (isDocumentable(names, name, audience) ? [name] : [])),
    ),
    isOwn: (name, space) =>
      ownItems(name).some(
        ({ spaces, cfg }) => (space === 'any' || spaces.includes(space)) && (cfg.length === 0 || !isElsewhere(name)),
      ),
  };
}

/** `Type::name` of a type of this file that has such an item itself, and `Kind::Variant`. */
export const isInherent = ({ members }: Audience, { word, of }: MemberRead): boolean =>
  (of !== null && members.get(of)?.has(word) === true) || /^\p{Lu}.*\p{Ll}/u.test(word);

/** A link in docs is no reason to show what is private: only what the facade has anyway can be named there. */
function isDocumentable(names: ModuleNames, name: string, audience: Audience): boolean {
  const items = names.items.get(name);
  if (!items) return true;
  return items.some((item) => {
    if (item.owner === '' || item.visibility === 'pub') return true;
    const piece = audience.source.top.find(({ unit }) => unit.name === name && unit.kind === item.kind);
    return piece !== undefined && isAlways(nameNeed(piece, item.owner, audience));
  });
}

// A part repeats the header of a block that it holds methods of, and reads its names.
function headerReads({ syntax }: Source, part: Part, reads: readonly Read[]): Read[] {
  const headers = part.divided.map(({ block }) => ({
    start: block.unit.body.start,
    end: syntax.start[childByField(syntax, block.item.node, 'body')]!,
  }));
  return reads.filter(({ at }) => headers.some(({ start, end }) => start <= at && at < end));
}
