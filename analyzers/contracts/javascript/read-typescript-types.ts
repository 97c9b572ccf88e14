import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import {
  childByField,
  childByKind,
  childrenOf,
  kindOf,
  type Node,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { keyOf, partsOf, readObject, readType, stringIn, type TypeReader } from './read-type.ts';
import { readValue } from './read-value.ts';
import type {
  Declaration,
  TypeExport,
  TypeImport,
  TypeNode,
  TypeParameter,
  TypescriptTypes,
} from './typescript-types.ts';

interface FileReader extends TypeReader {
  readonly found: {
    readonly declarations: Declaration[];
    readonly imports: TypeImport[];
    readonly exports: TypeExport[];
  };
}

export function readTypescriptTypes(syntax: Syntax): TypescriptTypes {
  const starts = lineStartsOf(syntax.text);
  const reader: FileReader = {
    syntax,
    lineOf: (node) => lineAt(starts, syntax.start[node]!),
    found: { declarations: [], imports: [], exports: [] },
  };
  for (const statement of childrenOf(syntax, 0)) readStatement(reader, statement);
  return reader.found;
}

function readStatement(reader: FileReader, node: Node): void {
  const { syntax, found } = reader;
  switch (kindOf(syntax, node)) {
    case 'import_statement':
      readImport(reader, node);
      return;
    case 'export_statement':
      readExport(reader, node);
      return;
    case 'ambient_declaration':
      for (const inner of partsOf(reader, node)) readStatement(reader, inner);
      return;
    case 'lexical_declaration':
    case 'variable_declaration':
      readVariables(reader, node);
      return;
    default: {
      const declaration = declarationOf(reader, node);
      if (declaration) found.declarations.push(declaration);
    }
  }
}

function declarationOf(reader: FileReader, node: Node): Declaration | null {
  const { syntax, lineOf } = reader;
  const nameNode = childByField(syntax, node, 'name');
  if (nameNode === -1) return null;
  const named = { name: textOf(syntax, nameNode), line: lineOf(node) };
  const body = childByField(syntax, node, 'body');
  switch (kindOf(syntax, node)) {
    case 'interface_declaration':
      if (body === -1) return null;
      return {
        ...named,
        kind: 'interface',
        parameters: parametersOf(reader, node),
        bases: basesOf(reader, node),
        body: readObject(reader, body),
      };
    case 'type_alias_declaration': {
      const value = childByField(syntax, node, 'value');
      if (value === -1) return null;
      return { ...named, kind: 'alias', parameters: parametersOf(reader, node), type: readType(reader, value) };
    }
    case 'enum_declaration':
      return { ...named, kind: 'enum', values: enumValues(reader, body) };
    case 'class_declaration':
    case 'abstract_class_declaration':
      return { ...named, kind: 'class' };
    default:
      return null;
  }
}

function parametersOf(reader: FileReader, node: Node): TypeParameter[] {
  const { syntax } = reader;
  const list = childByField(syntax, node, 'type_parameters');
  if (list === -1) return [];
  return partsOf(reader, list).map((one) => {
    const value = childByField(syntax, one, 'value');
    const [fallback = -1] = value === -1 ? [] : partsOf(reader, value);
    return {
      name: textOf(syntax, childByField(syntax, one, 'name')),
      fallback: value === -1 ? null : readType(reader, fallback === -1 ? value : fallback),
    };
  });
}

function basesOf(reader: FileReader, node: Node): TypeNode[] {
  const clause = childByKind(reader.syntax, node, 'extends_type_clause');
  return clause === -1 ? [] : partsOf(reader, clause).map((one) => readType(reader, one));
}

/** Members without a value count up from the one before. */
function enumValues(reader: FileReader, body: Node): (string | number | null)[] {
  const { syntax } = reader;
  let next: number | null = 0;
  return (body === -1 ? [] : partsOf(reader, body)).map((one) => {
    const given = kindOf(syntax, one) === 'enum_assignment' ? childByField(syntax, one, 'value') : -1;
    const value: string | number | null = given === -1 ? next : valueIn(textOf(syntax, given));
    next = typeof value === 'number' ? value + 1 : null;
    return value;
  });
}

const valueIn = (text: string): string | number | null =>
  stringIn(text) ?? (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : null);

function readVariables(reader: FileReader, node: Node): void {
  const { syntax, found, lineOf } = reader;
  if (childByKind(syntax, node, 'const') === -1) return;
  for (const one of partsOf(reader, node)) {
    const name = childByField(syntax, one, 'name');
    const value = childByField(syntax, one, 'value');
    if (kindOf(syntax, one) !== 'variable_declarator' || value === -1 || kindOf(syntax, name) !== 'identifier')
      continue;
    found.declarations.push({
      kind: 'value',
      name: textOf(syntax, name),
      line: lineOf(one),
      value: readValue(reader, value),
    });
  }
}

function readImport(reader: FileReader, node: Node): void {
  const { syntax, found } = reader;
  const from = sourceOf(reader, node);
  const clause = childByKind(syntax, node, 'import_clause');
  if (from === null || clause === -1) return;
  for (const part of partsOf(reader, clause)) {
    const kind = kindOf(syntax, part);
    if (kind === 'identifier') found.imports.push({ local: textOf(syntax, part), name: 'default', from });
    else if (kind === 'namespace_import')
      found.imports.push({ local: textOf(syntax, part).replace(/^\*\s*as\s*/, ''), name: '*', from });
    else if (kind === 'named_imports')
      for (const { name, alias } of specifiers(reader, part)) found.imports.push({ local: alias, name, from });
  }
}

function sourceOf({ syntax }: FileReader, node: Node): string | null {
  const source = childByField(syntax, node, 'source');
  return source === -1 ? null : stringIn(textOf(syntax, source));
}

const specifiers = (reader: FileReader, list: Node): { readonly name: string; readonly alias: string }[] =>
  partsOf(reader, list).map((one) => {
    const name = textOf(reader.syntax, childByField(reader.syntax, one, 'name'));
    const alias = childByField(reader.syntax, one, 'alias');
    return { name, alias: alias === -1 ? name : textOf(reader.syntax, alias) };
  });

function readExport(reader: FileReader, node: Node): void {
  const { syntax, found } = reader;
  const inner = childByField(syntax, node, 'declaration');
  const from = sourceOf(reader, node);
  const clause = childByKind(syntax, node, 'export_clause');
  if (inner !== -1) {
    const before = found.declarations.length;
    readStatement(reader, inner);
    const isDefault = childByKind(syntax, node, 'default') !== -1;
    for (const { name } of isDefault ? found.declarations.slice(before) : [])
      found.exports.push({ exported: 'default', name, from: null });
  } else if (clause !== -1)
    for (const { name, alias } of specifiers(reader, clause)) found.exports.push({ exported: alias, name, from });
  else if (from !== null) found.exports.push({ exported: starName(reader, node), name: '*', from });
  else if (childByKind(syntax, node, 'default') !== -1) {
    const value = childByField(syntax, node, 'value');
    const name = value === -1 ? null : textOf(syntax, value);
    if (name !== null && /^[\w$]+$/.test(name)) found.exports.push({ exported: 'default', name, from: null });
  }
}

/** `export * as name from "…"`; null without a name. */
function starName({ syntax }: FileReader, node: Node): string | null {
  const named = childByKind(syntax, node, 'namespace_export');
  return named === -1 ? null : (keyOf(syntax, named) ?? textOf(syntax, named).replace(/^\*\s*as\s*/, ''));
}
