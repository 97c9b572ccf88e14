import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { childByField, childrenOf, kindOf, type Node, namedChildrenOf, textOf } from '../../../src/languages/syntax.ts';
import type { Need } from './guards.ts';
import type { Mentions } from './mentions.ts';
import type { OtherFiles } from './other-files.ts';

/** What is known about who else names what moves. */
export interface Audience {
  readonly source: Source;
  readonly mentions: Mentions;
  readonly others: OtherFiles;
}

const TYPES = new Set(['struct', 'enum', 'union', 'trait', 'type', 'const', 'static']);

/**
 * `pub(super)` for the private things of a moved unit that others name: exactly the audience that they had. Types and constants get it in
 * any case, so that no signature says less than before about what it is made of.
 */
export function exposeUnit(piece: Piece, owner: string, audience: Audience): Edit[] {
  const { syntax } = audience.source;
  const node = innerItem(syntax, piece.item.node);
  const { kind } = piece.unit;
  if (piece.unit.opaque || kind === 'macro') return [];
  if (kind === 'impl') return exposeMembers(node, owner, audience);
  if (kind === 'extern-block') return exposeList(childByField(syntax, node, 'body'), owner, audience);
  const edits: Edit[] = [];
  const named = piece.unit.defines.some(
    ({ name, spaces }) =>
      audience.mentions.needOf(name, spaces, owner) !== null || audience.others.below(name) !== null,
  );
  // `const _` has no name, and takes no visibility.
  if ((TYPES.has(kind) && piece.unit.name !== null) || (kind === 'fn' && named))
    edits.push(...expose(audience.source, node));
  if (kind === 'struct' || kind === 'union') edits.push(...exposeFields(node, owner, audience));
  return edits;
}

/** An associated item that moves without its block. */
export const exposeMember = (piece: Piece, owner: string, audience: Audience): Edit[] =>
  isNamedOutside(audience, nameOf(audience.source, piece.item.node), owner)
    ? expose(audience.source, piece.item.node)
    : [];

function exposeMembers(impl: Node, owner: string, audience: Audience): Edit[] {
  const { syntax } = audience.source;
  return childByField(syntax, impl, 'trait') === -1
    ? exposeList(childByField(syntax, impl, 'body'), owner, audience)
    : [];
}

const MEMBERS = new Set([
  'function_item',
  'function_signature_item',
  'const_item',
  'static_item',
  'type_item',
  'associated_type',
]);

function exposeList(body: Node, owner: string, audience: Audience): Edit[] {
  const { source } = audience;
  if (body === -1) return [];
  return namedChildrenOf(source.syntax, body)
    .filter(
      (child) => MEMBERS.has(kindOf(source.syntax, child)) && isNamedOutside(audience, nameOf(source, child), owner),
    )
    .flatMap((child) => expose(source, child));
}

function exposeFields(struct: Node, owner: string, audience: Audience): Edit[] {
  const { source } = audience;
  const { syntax } = source;
  const list = childByField(syntax, struct, 'body');
  if (list === -1) return [];
  if (kindOf(syntax, list) === 'field_declaration_list') {
    const fields = namedChildrenOf(syntax, list).filter((child) => kindOf(syntax, child) === 'field_declaration');
    const all = usesBase(source, owner, audience);
    return fields
      .filter((field) => all || isNamedOutside(audience, nameOf(source, field), owner))
      .flatMap((field) => expose(source, field));
  }
  if (kindOf(syntax, list) !== 'ordered_field_declaration_list') return [];
  return exposeTuple(
    source,
    list,
    (index) =>
      audience.mentions.needOfWord(`${index}`, owner) !== null ||
      audience.others.below(`${index}`) !== null ||
      isNamedOutside(audience, nameOf(source, struct), owner),
  );
}

// `struct T(#[a] pub u8, u16)`: attribute, visibility and type stand side by side in one list.
function exposeTuple(source: Source, list: Node, isWanted: (index: number) => boolean): Edit[] {
  const { syntax } = source;
  const edits: Edit[] = [];
  let index = 0;
  let fresh = true;
  for (const child of childrenOf(syntax, list)) {
    const kind = kindOf(syntax, child);
    if (kind === ',') fresh = true;
    else if (kind === 'visibility_modifier') fresh = false;
    else if (
      kind === 'attribute_item' ||
      kind === 'line_comment' ||
      kind === 'block_comment' ||
      kind === '(' ||
      kind === ')'
    )
      continue;
    else {
      if (fresh && isWanted(index)) edits.push(insertion(syntax.start[child]!));
      index += 1;
    }
  }
  return edits;
}

// `T { a, ..base }` reads every field of T, also unnamed ones.
function usesBase({ syntax }: Source, owner: string, { mentions }: Audience): boolean {
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'base_field_initializer' && mentions.ownerAt(syntax.start[node]!) !== owner) return true;
  }
  return false;
}

const nameOf = ({ syntax }: Source, node: Node): string => {
  const name = childByField(syntax, node, 'name');
  return name === -1 ? '' : plainName(textOf(syntax, name)).replace(/^r#/, '');
};

const isNamedOutside = ({ mentions, others }: Audience, name: string, owner: string): boolean =>
  name !== '' && (mentions.needOfWord(name, owner) !== null || others.below(name) !== null);

function expose({ syntax }: Source, node: Node): Edit[] {
  const visibility = readVisibility(syntax, node);
  return visibility.kind === 'private' ? [insertion(visibility.start)] : [];
}

const insertion = (at: number): Edit => ({ start: at, end: at, text: 'pub(super) ', reason: 'visibility' });

/** When the facade must have a moved unit's name. A trait is needed wherever one of its methods is called. */
export function nameNeed(piece: Piece, owner: string, { source, mentions, others }: Audience): Need {
  const { syntax } = source;
  const cases: (Need | null)[] = piece.unit.defines.flatMap(({ name, spaces }) => [
    mentions.needOf(name, spaces, owner),
    others.below(name),
  ]);
  if (piece.unit.kind === 'trait') {
    const body = childByField(syntax, piece.item.node, 'body');
    for (const method of body === -1 ? [] : namedChildrenOf(syntax, body))
      if (childByField(syntax, method, 'name') !== -1)
        cases.push(mentions.needOfWord(nameOf(source, method), owner), others.below(nameOf(source, method)));
  }
  return cases.reduce<Need>((sum, need) => (need === null ? sum : [...(sum ?? []), ...need]), null);
}
