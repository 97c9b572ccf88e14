import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { stringValue } from '../../../src/languages/rust/composition/path-value.ts';
import { attributesBefore, fileName, isTestOnly } from '../../../src/languages/rust/composition/surroundings.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { readMarks } from './read-marks.ts';
import type { RustAlias, RustChoice, RustData, RustMarks, RustMember, RustStyle, RustTypes } from './rust-types.ts';

interface Reader {
  readonly syntax: Syntax;
  readonly lineOf: (node: Node) => number;
  readonly found: { readonly [Key in keyof RustTypes]: RustTypes[Key][number][] };
}

export function readRustTypes(syntax: Syntax): RustTypes {
  const starts = lineStartsOf(syntax.text);
  const reader: Reader = {
    syntax,
    lineOf: (node) => lineAt(starts, syntax.start[node]!),
    found: { data: [], aliases: [], custom: [] },
  };
  readContainer(reader, 0, []);
  return reader.found;
}

function readContainer(reader: Reader, container: Node, inline: readonly string[]): void {
  const { syntax, found } = reader;
  for (const item of readItems(syntax, container).items) {
    const attributes = readAttributes(syntax, item.attributes);
    if (cfgOf(attributes).some(isTestOnly)) continue;
    if (item.kind === 'struct' || item.kind === 'enum') found.data.push(readData(reader, item, inline));
    else if (item.kind === 'type' || item.kind === 'const' || item.kind === 'static') readAlias(reader, item, inline);
    else if (item.kind === 'impl') readImpl(reader, item);
    else if (item.kind === 'mod') {
      const body = childByField(syntax, item.node, 'body');
      if (body !== -1)
        readContainer(reader, body, [...inline, fileName(textOf(syntax, childByField(syntax, item.node, 'name')))]);
    }
  }
}

/** Without `r#`: serde calls `r#type` "type". */
const nameIn = (syntax: Syntax, node: Node): string => fileName(textOf(syntax, childByField(syntax, node, 'name')));

function readData(reader: Reader, item: Item, inline: readonly string[]): RustData {
  const { syntax } = reader;
  const { node } = item;
  const marks = readMarks(readAttributes(syntax, item.attributes));
  const isEnum = item.kind === 'enum';
  return {
    ...marks,
    kind: isEnum ? 'enum' : 'struct',
    name: nameIn(syntax, node),
    inline,
    line: reader.lineOf(node),
    parameters: parametersOf(syntax, node),
    style: isEnum ? 'unit' : styleOf(syntax, node),
    fields: isEnum ? [] : membersOf(reader, node),
    choices: isEnum ? choicesOf(reader, node) : [],
  };
}

/** Names of type parameters, in order; `'a` and `const N` are left out, the latter with its name unknown. */
function parametersOf(syntax: Syntax, node: Node): string[] {
  const list = childByField(syntax, node, 'type_parameters');
  if (list === -1) return [];
  return namedChildrenOf(syntax, list)
    .filter((one) => !/lifetime|comment|attribute/.test(kindOf(syntax, one)))
    .map((one) => /^(?:const\s+)?([\p{L}_][\p{L}\p{N}_]*)/u.exec(textOf(syntax, one))?.[1] ?? '')
    .filter((name) => name !== '');
}

function styleOf(syntax: Syntax, node: Node): RustStyle {
  if (childByKind(syntax, node, 'field_declaration_list') !== -1) return 'struct';
  return childByKind(syntax, node, 'ordered_field_declaration_list') === -1 ? 'unit' : 'tuple';
}

function membersOf(reader: Reader, owner: Node): RustMember[] {
  const { syntax } = reader;
  const body = childByField(syntax, owner, 'body');
  if (body === -1) return [];
  if (kindOf(syntax, body) === 'ordered_field_declaration_list') return tupleMembers(reader, body);
  return namedChildrenOf(syntax, body)
    .filter((node) => kindOf(syntax, node) === 'field_declaration')
    .map((node) => ({
      ...marksBefore(syntax, node),
      name: nameIn(syntax, node),
      type: textOf(syntax, childByField(syntax, node, 'type')),
      line: reader.lineOf(node),
    }));
}

/** Types stand alone, each with attributes and visibility before it. */
function tupleMembers({ syntax, lineOf }: Reader, body: Node): RustMember[] {
  let first = -1;
  return namedChildrenOf(syntax, body).flatMap((node) => {
    const kind = kindOf(syntax, node);
    if (kind.endsWith('comment') || kind === 'attribute_item') return [];
    if (first === -1) first = node;
    if (kind === 'visibility_modifier') return [];
    const member = { ...marksBefore(syntax, first), name: null, type: textOf(syntax, node), line: lineOf(node) };
    first = -1;
    return [member];
  });
}

function marksBefore(syntax: Syntax, node: Node): RustMarks {
  const { serde, strange } = readMarks(attributesBefore(syntax, node));
  return { serde, strange };
}

function choicesOf(reader: Reader, owner: Node): RustChoice[] {
  const { syntax } = reader;
  const body = childByField(syntax, owner, 'body');
  if (body === -1) return [];
  return namedChildrenOf(syntax, body)
    .filter((node) => kindOf(syntax, node) === 'enum_variant')
    .map((node) => ({
      ...marksBefore(syntax, node),
      name: nameIn(syntax, node),
      style: styleOf(syntax, node),
      fields: membersOf(reader, node),
      line: reader.lineOf(node),
    }));
}

function readAlias({ syntax, lineOf, found }: Reader, { kind, node }: Item, inline: readonly string[]): void {
  const base = { name: nameIn(syntax, node), inline, line: lineOf(node) };
  if (kind === 'type') {
    const value = textOf(syntax, childByField(syntax, node, 'type'));
    found.aliases.push({ ...base, kind: 'alias', parameters: parametersOf(syntax, node), value });
    return;
  }
  const value = childByField(syntax, node, 'value');
  const constant: RustAlias = {
    ...base,
    kind: 'constant',
    parameters: [],
    value: value === -1 ? null : stringValue(textOf(syntax, value)),
  };
  found.aliases.push(constant);
}

function readImpl({ syntax, found }: Reader, { node }: Item): void {
  const trait = childByField(syntax, node, 'trait');
  const type = childByField(syntax, node, 'type');
  if (trait === -1 || type === -1) return;
  const [, name] = /(?:^|::)(Serialize|Deserialize)\s*(?:<|$)/.exec(textOf(syntax, trait)) ?? [];
  if (name !== 'Serialize' && name !== 'Deserialize') return;
  const target = textOf(syntax, type)
    .replace(/<[\s\S]*$/, '')
    .trim()
    .split('::')
    .at(-1)!;
  found.custom.push({ trait: name, type: fileName(target.trim()) });
}
