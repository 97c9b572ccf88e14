import { cfgOf } from '../../../src/languages/rust/attributes.ts';
import { attributesBefore } from '../../../src/languages/rust/composition/surroundings.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import {
  childByField,
  childByKind,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { FileReader, ItemContext } from './item-context.ts';
import { attributeNamed, conditionsOf, optionsOf, pythonAttributes } from './python-attributes.ts';
import type { RustField, RustVariant } from './rust-file.ts';

/** Attributes that add no member of Python's: of Rust, and of tools that only describe. */
const KNOWN =
  /^(?:pyclass|pyo3|derive|doc|allow|warn|deny|expect|cfg|cfg_attr|repr|must_use|non_exhaustive|deprecated|serde|serde_as|gen_stub_pyclass|gen_stub_pyclass_enum|gen_stub_pyclass_complex_enum|pyo3_stub_gen|remain|gen_stub|automatically_derived|schemars|strum|error|from|display|allow_internal_unstable|non_exhaustive|inline|cold|track_caller|skip|pin_project|default|builder|arg|command|clap|instrument|educe|derivative|derive_where|getset|dynamic|apply)$/;

/** A struct or enum below `#[pyclass]`. */
export function readClass(reader: FileReader, { item, attributes, python, where }: ItemContext): void {
  const held = attributeNamed(python, 'pyclass');
  if (!held) return;
  const { syntax, found } = reader;
  const { node } = item;
  found.classes.push({
    ...where,
    cfg: [...where.cfg, ...conditionsOf([], held)],
    name: plainName(textOf(syntax, childByField(syntax, node, 'name'))),
    kind: item.kind === 'enum' ? 'enum' : 'struct',
    options: optionsOf(python, 'pyclass'),
    fields: item.kind === 'enum' ? [] : fieldsOf(reader, node),
    variants: item.kind === 'enum' ? variantsOf(reader, node) : [],
    strange: [
      ...python.filter(({ name }) => !KNOWN.test(name)).map(({ name }) => name),
      ...derivesOf(attributes.filter(({ path }) => path === 'derive').map(({ text }) => text)),
    ],
  });
}

/** Derives that are for Python: `PyRepr`, `SimplePyEq`. */
const derivesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(',').map((name) => name.trim()))
    .filter(
      (name) =>
        /(?:^|::)(?:\w*Py[A-Z]\w*)$/.test(name) && !/(?:^|::)(?:FromPyObject|IntoPyObject|IntoPyObjectRef)$/.test(name),
    );

function fieldsOf(reader: FileReader, owner: Node): RustField[] {
  const { syntax } = reader;
  const body = childByField(syntax, owner, 'body');
  if (body === -1) return [];
  const isTuple = kindOf(syntax, body) === 'ordered_field_declaration_list';
  if (isTuple) return tupleFields(reader, body);
  return namedChildrenOf(syntax, body)
    .filter((node) => kindOf(syntax, node) === 'field_declaration')
    .map((node) => ({
      ...described(reader, node),
      name: plainName(textOf(syntax, childByField(syntax, node, 'name'))),
      type: textOf(syntax, childByField(syntax, node, 'type')),
    }));
}

/** `(pub A, #[pyo3(get)] B)`: types stand alone, with attributes and visibility before them. */
const tupleFields = (reader: FileReader, body: Node): RustField[] =>
  namedChildrenOf(reader.syntax, body)
    .filter(
      (node) =>
        !/^(?:attribute_item|visibility_modifier|line_comment|block_comment)$/.test(kindOf(reader.syntax, node)),
    )
    .map((node) => ({
      ...described(reader, beforeVisibility(reader.syntax, node)),
      name: null,
      type: textOf(reader.syntax, node),
    }));

function beforeVisibility(syntax: Syntax, node: Node): Node {
  let before = node - 1;
  while (before > syntax.parent[node]! && syntax.parent[before] !== syntax.parent[node])
    before = syntax.parent[before]!;
  return kindOf(syntax, before) === 'visibility_modifier' ? before : node;
}

function described({ syntax, lineOf }: FileReader, node: Node): Pick<RustField, 'options' | 'cfg' | 'line'> {
  const attributes = attributesBefore(syntax, node);
  return { options: optionsOf(pythonAttributes(attributes), 'pyo3'), cfg: cfgOf(attributes), line: lineOf(node) };
}

function variantsOf(reader: FileReader, owner: Node): RustVariant[] {
  const { syntax } = reader;
  const body = childByField(syntax, owner, 'body');
  if (body === -1) return [];
  return namedChildrenOf(syntax, body)
    .filter((node) => kindOf(syntax, node) === 'enum_variant')
    .map((node): RustVariant => {
      const isStruct = childByKind(syntax, node, 'field_declaration_list') !== -1;
      const isTuple = childByKind(syntax, node, 'ordered_field_declaration_list') !== -1;
      return {
        ...described(reader, node),
        name: plainName(textOf(syntax, childByField(syntax, node, 'name'))),
        shape: isStruct ? 'struct' : isTuple ? 'tuple' : 'unit',
        fields: fieldsOf(reader, node),
      };
    });
}
