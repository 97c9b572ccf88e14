import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, childrenOf, kindOf, type Node, namedChildrenOf, textOf } from '../../../src/languages/syntax.ts';
import { type Audience, memberNeed } from './audience.ts';

/** The fields of a moved struct or union that code of another file reads: the nodes that carry their visibility, or stand where it would. */
export function exposedFields(struct: Node, owner: string, audience: Audience): Node[] {
  const { syntax } = audience.source;
  const list = childByField(syntax, struct, 'body');
  if (list === -1) return [];
  const name = plainName(textOf(syntax, childByField(syntax, struct, 'name')));
  const all = isBuilt(audience, name, owner);
  if (kindOf(syntax, list) === 'field_declaration_list')
    return namedChildrenOf(syntax, list).filter(
      (part) =>
        kindOf(syntax, part) === 'field_declaration' &&
        (all ||
          isRead(
            audience,
            plainName(textOf(syntax, childByField(syntax, part, 'name'))).replace(/^r#/, ''),
            name,
            owner,
          )),
    );
  if (kindOf(syntax, list) !== 'ordered_field_declaration_list') return [];
  const isNamed =
    all || audience.mentions.needOf(name, ['value'], owner) !== null || audience.others.below(name) !== null;
  return hiddenTypes(audience, list)
    .filter(({ index }) => isNamed || isRead(audience, `${index}`, name, owner))
    .map(({ node }) => node);
}

const isRead = (audience: Audience, field: string, struct: string, owner: string): boolean =>
  memberNeed(audience, field, 'field', struct, owner) !== null;

// `T { a, ..base }` reads every field of T, and so does `Self(a, b)`.
const isBuilt = ({ mentions, members }: Audience, struct: string, owner: string): boolean =>
  mentions.memberNeed(
    '',
    ({ kind, of }) => kind === 'base' && (of === null || of === struct || !members.has(of)),
    owner,
  ) !== null;

// `struct T(#[a] pub u8, u16)`: attribute, visibility and type stand side by side in one list.
function hiddenTypes({ source }: Audience, list: Node): { node: Node; index: number }[] {
  const { syntax } = source;
  const found: { node: Node; index: number }[] = [];
  let index = 0;
  let hidden = true;
  for (const part of childrenOf(syntax, list)) {
    const kind = kindOf(syntax, part);
    if (kind === ',') hidden = true;
    else if (kind === 'visibility_modifier') hidden = false;
    else if (!/^(?:attribute_item|line_comment|block_comment|[()])$/.test(kind)) {
      if (hidden) found.push({ node: part, index });
      index += 1;
    }
  }
  return found;
}
