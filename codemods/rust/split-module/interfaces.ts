import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import { innerItem } from '../../../src/languages/rust/definitions.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { childByField, childrenOf, kindOf, type Node, namedChildrenOf, textOf } from '../../../src/languages/syntax.ts';
import type { Part } from './assign.ts';

/** Something that shows types to whoever sees it: a signature, a field, a bound. */
export interface Interface {
  /** Where its own visibility would be written: it is seen by others where one gets there. Null for what others see anyway. */
  readonly at: number | null;
  /** Types without which nobody sees it: those that an `impl` is for. */
  readonly needs: readonly string[];
  readonly names: readonly string[];
}

/** All that the units of a part show. */
export const interfacesOf = (source: Source, { whole, divided }: Part): Interface[] => [
  ...whole.flatMap((piece) => ofUnit(source, piece)),
  ...divided.flatMap(({ block, members }) =>
    members.flatMap(({ item }) =>
      shows(source, item.node, typesIn(source, block.item.node, bodyOf(source, block.item.node))),
    ),
  ),
];

function ofUnit(source: Source, { unit, item }: Piece): Interface[] {
  const { syntax } = source;
  const node = innerItem(syntax, item.node);
  switch (unit.kind) {
    case 'impl':
      return ofImpl(source, node);
    case 'struct':
    case 'union':
      return ofStruct(source, node);
    case 'fn':
    case 'const':
    case 'static':
    case 'enum':
    case 'type':
    case 'trait':
      return shows(source, node, []);
    case 'extern-block':
      return namedChildrenOf(syntax, bodyOf(source, node)).flatMap((part) => shows(source, part, []));
    default:
      return [];
  }
}

/** A thing with a visibility of its own. */
function shows(source: Source, node: Node, needs: readonly string[]): Interface[] {
  const { kind, start } = readVisibility(source.syntax, node);
  const body = bodyOf(source, node);
  const isCode = body !== -1 && kindOf(source.syntax, body) === 'block';
  const value = childByField(source.syntax, node, 'value');
  const names = typesIn(source, node, isCode ? body : value);
  return [{ at: kind === 'private' ? start : null, needs, names }];
}

function ofStruct(source: Source, node: Node): Interface[] {
  const { syntax } = source;
  const body = bodyOf(source, node);
  const own = readVisibility(syntax, node);
  const offset = own.kind === 'private' ? own.start : null;
  const head: Interface = { at: offset, needs: [], names: typesIn(source, node, body) };
  if (body === -1) return [head];
  if (kindOf(syntax, body) === 'field_declaration_list')
    return [
      head,
      ...namedChildrenOf(syntax, body).flatMap((field) =>
        kindOf(syntax, field) === 'field_declaration' ? shows(source, field, []) : [],
      ),
    ];
  return [head, ...tupleFields(source, body)];
}

function tupleFields(source: Source, list: Node): Interface[] {
  const { syntax } = source;
  const found: Interface[] = [];
  let isSeen = false;
  for (const part of childrenOf(syntax, list)) {
    const kind = kindOf(syntax, part);
    if (kind === ',') isSeen = false;
    else if (kind === 'visibility_modifier') isSeen = true;
    else if (!/^(?:attribute_item|line_comment|block_comment|[()])$/.test(kind))
      found.push({ at: isSeen ? null : syntax.start[part]!, needs: [], names: typesIn(source, part, -1) });
  }
  return found;
}

/** An inherent block shows its visible items; a trait's block all of them, to whoever sees the types in its header. */
function ofImpl(source: Source, node: Node): Interface[] {
  const { syntax } = source;
  const body = bodyOf(source, node);
  if (body === -1) return [];
  const header = typesIn(source, node, body);
  const members = namedChildrenOf(syntax, body);
  if (childByField(syntax, node, 'trait') === -1)
    return members.flatMap((member) =>
      shows(source, member, []).map((one) => ({ ...one, names: [...one.names, ...header] })),
    );
  return members.flatMap((member) => shows(source, member, header).map((one) => ({ ...one, at: null })));
}

const bodyOf = ({ syntax }: Source, node: Node): Node => childByField(syntax, node, 'body');

/** The names of types and traits in a node, without those in `skipped`; macro arguments may hold any. */
function typesIn({ syntax }: Source, node: Node, skipped: Node): string[] {
  const found: string[] = [];
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    if (inner === skipped) inner = syntax.after[inner]! - 1;
    else if (/^(?:type_identifier|identifier)$/.test(kindOf(syntax, inner))) found.push(textOf(syntax, inner));
  }
  return found;
}
