import type { Piece } from '../../../analyzers/readings/rust/source.ts';
import { itemsOfTrait } from '../../../analyzers/readings/rust/trait-items.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { implTypeName, innerItem } from '../../../src/languages/rust/definitions.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';
import { type Audience, memberNeed } from './audience.ts';
import { exposedFields } from './expose-fields.ts';
import { type Need, needEither } from './guards.ts';
import { type Interface, interfacesOf } from './interfaces.ts';

/**
 * `pub(super)` for the private things of a part that somebody else names, or that show in what others see: exactly the audience that they
 * had. Everything else stays private.
 * @returns where the visibility is written
 */
export function exposuresOf(part: Part, audience: Audience): Set<number> {
  const found = new Set<number>();
  for (const piece of part.whole)
    for (const node of namedNodes(piece, part.name, audience)) expose(audience, node, found);
  for (const { block, members } of part.divided)
    for (const { item } of members)
      if (isMemberNamed(audience, item.node, implTypeName(audience.source.syntax, block.item.node), part.name))
        expose(audience, item.node, found);
  return exposeShown(part, audience, found);
}

/** The edits for what lies between two offsets. */
export const exposureEdits = (found: ReadonlySet<number>, { parent }: Audience, start: number, end: number): Edit[] =>
  [...found]
    .filter((offset) => offset >= start && offset < end)
    .map((offset) => ({ start: offset, end: offset, text: parent, reason: 'visibility' }));

const ITEMS = new Set(['fn', 'struct', 'enum', 'union', 'trait', 'type', 'const', 'static', 'mod']);

/** The private things of a whole unit that others name. */
function namedNodes(piece: Piece, owner: string, audience: Audience): Node[] {
  const { syntax } = audience.source;
  const node = innerItem(syntax, piece.item.node);
  const { kind, name, opaque } = piece.unit;
  if (opaque || kind === 'macro') return [];
  if (kind === 'impl') return childByField(syntax, node, 'trait') === -1 ? namedMembers(node, owner, audience) : [];
  if (kind === 'extern-block')
    return namedChildrenOf(syntax, childByField(syntax, node, 'body')).filter(
      (part) => nameNeedOf(nameOf(syntax, part), ['value', 'type'], owner, audience) !== null,
    );
  // `const _` has no name, and takes no visibility.
  const isNamed = ITEMS.has(kind) && name !== null && nameNeed(piece, owner, audience) !== null;
  const fields = kind === 'struct' || kind === 'union' ? exposedFields(node, owner, audience) : [];
  return [...(isNamed ? [node] : []), ...fields];
}

const MEMBERS = new Set(['function_item', 'const_item', 'type_item', 'associated_type']);

const namedMembers = (impl: Node, owner: string, audience: Audience): Node[] => {
  const { syntax } = audience.source;
  const type = implTypeName(syntax, impl);
  return namedChildrenOf(syntax, childByField(syntax, impl, 'body')).filter(
    (part) => MEMBERS.has(kindOf(syntax, part)) && isMemberNamed(audience, part, type, owner),
  );
};

function isMemberNamed(audience: Audience, member: Node, type: string | null, owner: string): boolean {
  const name = nameOf(audience.source.syntax, member);
  return name !== '' && memberNeed(audience, name, 'method', type ?? '', owner) !== null;
}

function nameOf(syntax: Syntax, node: Node): string {
  const name = childByField(syntax, node, 'name');
  return name === -1 ? '' : plainName(textOf(syntax, name)).replace(/^r#/, '');
}

/** A field of a tuple struct has no node of its own: its type stands where its visibility would. */
function expose({ source }: Audience, node: Node, found: Set<number>): void {
  const { kind, start } = readVisibility(source.syntax, node);
  if (kind === 'private') found.add(start);
}

/** What shows in the interface of something that others see is seen itself, and so on until nothing is added. */
function exposeShown(part: Part, audience: Audience, found: Set<number>): Set<number> {
  const { syntax } = audience.source;
  const hidden = part.whole
    .filter(({ unit }) => TYPES.has(unit.kind) && unit.name !== null && !unit.opaque)
    .map(({ unit, item }) => ({ name: unit.name!, ...readVisibility(syntax, innerItem(syntax, item.node)) }))
    .filter(({ kind }) => kind === 'private');
  if (hidden.length === 0) return found;
  const interfaces = interfacesOf(audience.source, part);
  const isHidden = (name: string): boolean => hidden.some((one) => one.name === name && !found.has(one.start));
  const isSeen = ({ at, needs }: Interface): boolean => (at === null || found.has(at)) && !needs.some(isHidden);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    const shown = new Set(interfaces.filter(isSeen).flatMap(({ names }) => names));
    for (const { name, start } of hidden) if (shown.has(name)) found.add(start);
  }
  return found;
}

const TYPES = new Set(['struct', 'enum', 'union', 'trait', 'type']);

const nameNeedOf = (
  name: string,
  spaces: Piece['unit']['defines'][number]['spaces'],
  owner: string,
  { mentions, others }: Audience,
): Need => needEither(mentions.needOf(name, spaces, owner), others.below(name));

/** When the facade must have a moved unit's name. A trait is needed wherever one of its methods is called. */
export function nameNeed(piece: Piece, owner: string, audience: Audience): Need {
  const { source, mentions, others } = audience;
  const own = piece.unit.defines.reduce<Need>(
    (sum, { name, spaces }) => needEither(sum, nameNeedOf(name, spaces, owner, audience)),
    null,
  );
  if (piece.unit.kind !== 'trait') return own;
  const items = itemsOfTrait(source.syntax, piece.item.node);
  // What a macro makes in a trait may be any method.
  if (items === 'unknown') return [[]];
  return [...items].reduce<Need>(
    (sum, word) =>
      needEither(
        sum,
        needEither(
          mentions.memberNeed(word, () => true, owner),
          others.below(word),
        ),
      ),
    own,
  );
}
