import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import {
  childByField,
  childByKind,
  childrenOf,
  fieldOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { PythonClass, PythonMethod, PythonName, PythonTypes } from './python-types.ts';

interface Reader {
  readonly syntax: Syntax;
  readonly lineOf: (node: Node) => number;
  readonly classes: PythonClass[];
}

interface Body {
  readonly names: PythonName[];
  readonly methods: PythonMethod[];
}

export function readPythonTypes(syntax: Syntax): PythonTypes {
  const starts = lineStartsOf(syntax.text);
  const reader: Reader = { syntax, lineOf: (node) => lineAt(starts, syntax.start[node]!), classes: [] };
  const body: Body = { names: [], methods: [] };
  readBlock(reader, 0, '', body);
  return { classes: reader.classes, names: body.names };
}

/** Branches are read as what they stand in: a name that both have is there twice, and nobody takes one for sure. */
const BRANCHES = /^(?:if_statement|elif_clause|else_clause|try_statement|except_clause|finally_clause|block)$/;

function readBlock(reader: Reader, block: Node, outer: string, body: Body): void {
  const { syntax } = reader;
  for (const node of namedChildrenOf(syntax, block)) {
    const kind = kindOf(syntax, node);
    if (BRANCHES.test(kind)) readBlock(reader, node, outer, body);
    else if (kind === 'class_definition') readClass(reader, node, outer, []);
    else if (kind === 'function_definition') body.methods.push(methodOf(reader, node, []));
    else if (kind === 'decorated_definition') readDecorated(reader, node, outer, body);
    else if (kind === 'type_alias_statement') readAlias(reader, node, body);
    else if (kind === 'expression_statement') readAssignment(reader, node, body);
  }
}

function readDecorated(reader: Reader, node: Node, outer: string, body: Body): void {
  const { syntax } = reader;
  const decorators = childrenOf(syntax, node)
    .filter((one) => kindOf(syntax, one) === 'decorator')
    .map((one) =>
      textOf(syntax, one)
        .replace(/^@\s*/, '')
        .replace(/#[^\n]*$/, '')
        .trim(),
    );
  const inner = childByField(syntax, node, 'definition');
  if (inner === -1) return;
  if (kindOf(syntax, inner) === 'class_definition') readClass(reader, inner, outer, decorators);
  else body.methods.push(methodOf(reader, inner, decorators));
}

function readClass(reader: Reader, node: Node, outer: string, decorators: readonly string[]): void {
  const { syntax } = reader;
  const name = `${outer}${textOf(syntax, childByField(syntax, node, 'name'))}`;
  const given = childByField(syntax, node, 'superclasses');
  const arguments_ =
    given === -1 ? [] : namedChildrenOf(syntax, given).filter((one) => kindOf(syntax, one) !== 'comment');
  const isKeyword = (one: Node): boolean => kindOf(syntax, one) === 'keyword_argument';
  const body: Body = { names: [], methods: [] };
  const block = childByField(syntax, node, 'body');
  if (block !== -1) readBlock(reader, block, `${name}.`, body);
  reader.classes.push({
    name,
    line: reader.lineOf(node),
    bases: arguments_.filter((one) => !isKeyword(one)).map((one) => textOf(syntax, one)),
    keywords: arguments_.filter(isKeyword).map((one) => ({
      name: textOf(syntax, childByField(syntax, one, 'name')),
      value: textOf(syntax, childByField(syntax, one, 'value')),
    })),
    decorators,
    parameters: parametersOf(syntax, node),
    ...body,
  });
}

function parametersOf(syntax: Syntax, node: Node): string[] {
  const list = childByField(syntax, node, 'type_parameters');
  return list === -1 ? [] : namedChildrenOf(syntax, list).map((one) => textOf(syntax, one).split(/[\s:=]/, 1)[0]!);
}

function methodOf({ syntax, lineOf }: Reader, node: Node, decorators: readonly string[]): PythonMethod {
  const returns = childByField(syntax, node, 'return_type');
  return {
    name: textOf(syntax, childByField(syntax, node, 'name')),
    decorators,
    returns: returns === -1 ? null : textOf(syntax, returns),
    line: lineOf(node),
  };
}

function readAlias({ syntax, lineOf }: Reader, node: Node, body: Body): void {
  const side = (field: string): string => {
    const found = childrenOf(syntax, node).find((one) => fieldOf(syntax, one) === field);
    return found === undefined ? '' : textOf(syntax, found);
  };
  body.names.push({ name: side('left'), annotation: 'TypeAlias', value: side('right'), line: lineOf(node) });
}

function readAssignment({ syntax, lineOf }: Reader, node: Node, body: Body): void {
  const assignment = childByKind(syntax, node, 'assignment');
  if (assignment === -1) return;
  const left = childByField(syntax, assignment, 'left');
  if (left === -1 || kindOf(syntax, left) !== 'identifier') return;
  const at = (field: string): string | null => {
    const found = childByField(syntax, assignment, field);
    return found === -1 ? null : textOf(syntax, found);
  };
  body.names.push({ name: textOf(syntax, left), annotation: at('type'), value: at('right'), line: lineOf(node) });
}
