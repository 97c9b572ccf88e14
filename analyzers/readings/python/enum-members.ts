import { absoluteModule } from '../../../src/languages/python/module-name.ts';
import { readImports } from '../../../src/languages/python/read-imports.ts';
import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { moduleFile } from './module-file.ts';
import { nameOf } from './source.ts';

/** How far a class is followed through imports. */
const STEPS = 3;

/**
 * The names that `Colour.__members__` can have: those that the class binds, or that the call which makes it lists.
 * @param path the file in which the expression stands
 * @param expression its text, for instance `http.HTTPStatus.__members__`
 * @returns null where no text of the workspace tells them
 */
export function enumMembers(view: View, path: string, expression: string): readonly string[] | null {
  const [, named] = /^\s*([\w.]+)\.__members__\s*$/.exec(expression) ?? [];
  return named === undefined ? null : membersOf(view, path, named, STEPS);
}

function membersOf(view: View, path: string, named: string, steps: number): readonly string[] | null {
  const syntax = view.syntax(path);
  // The table itself can be written to.
  if (/\b(?:_member_map_|extend_enum)\b/.test(syntax.text)) return null;
  if (!named.includes('.')) {
    const binders = bindersOf(syntax, named);
    if (binders.length > 0) return binders.length === 1 ? membersIn(syntax, binders[0]!) : null;
  }
  const isPlain = bindersOf(syntax, named.split('.')[0]!).length === 0;
  const origin = steps === 0 || !isPlain ? null : originOf(view, path, named);
  const file = origin === null ? null : moduleFile(view, origin.module);
  return file === null ? null : membersOf(view, file.path, origin!.name, steps - 1);
}

/** The module and the name there that an imported name, or an attribute of an imported module, stands for. */
function originOf(view: View, path: string, named: string): { readonly module: string; readonly name: string } | null {
  const index = named.lastIndexOf('.');
  const [object, last] = [named.slice(0, Math.max(0, index)), named.slice(index + 1)];
  const found = readImports(view.syntax(path)).flatMap((item) => {
    const module = item.kind === 'from' ? absoluteModule(item.level, item.module, nameOf(view, path).package) : '';
    return item.names.flatMap(({ name, alias }) => {
      if (item.kind === 'from' && index === -1 && (alias ?? name) === named) return [{ module, name }];
      return item.kind === 'import' && object !== '' && (alias ?? name) === object
        ? [{ module: name, name: last }]
        : [];
    });
  });
  const [only, ...others] = found;
  return only === undefined || only.module === null || others.length > 0 ? null : { ...only, module: only.module };
}

/** Every statement of the file that binds the name; one inside a block or function counts too. */
function bindersOf(syntax: Syntax, name: string): Node[] {
  const found: Node[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    const field = kind === 'class_definition' || kind === 'function_definition' ? 'name' : BINDS.get(kind);
    if (field !== undefined && textOf(syntax, childByField(syntax, node, field)) === name) found.push(node);
    if (/^(?:global_statement|delete_statement)$/.test(kind) && new RegExp(`\\b${name}\\b`).test(textOf(syntax, node)))
      found.push(node);
  }
  return found;
}

const BINDS = new Map([
  ['assignment', 'left'],
  ['augmented_assignment', 'left'],
  ['named_expression', 'name'],
  ['for_statement', 'left'],
]);

const BASE = /^(?:enum\.)?(?:Enum|IntEnum|StrEnum|ReprEnum|Flag|IntFlag)$/;
const DECORATOR = /^@\s*(?:enum\.)?(?:unique|verify\([^()]*\)|_simple_enum\([\w.]+\)|global_enum)$/;

function membersIn(syntax: Syntax, binder: Node): readonly string[] | null {
  if (!isTop(syntax, binder) || !readImports(syntax).some(isOfEnum)) return null;
  if (kindOf(syntax, binder) === 'class_definition') return classMembers(syntax, binder);
  const call = childByField(syntax, binder, 'right');
  if (kindOf(syntax, binder) !== 'assignment' || call === -1 || kindOf(syntax, call) !== 'call') return null;
  if (!BASE.test(textOf(syntax, childByField(syntax, call, 'function')))) return null;
  const given = valuesIn(syntax, childByField(syntax, call, 'arguments'));
  const named = given.find((one) => /^names\s*=/.test(textOf(syntax, one)));
  const list = named === undefined ? given[1] : childByField(syntax, named, 'value');
  return list === undefined ? null : listed(syntax, list);
}

const isOfEnum = ({ kind, module, names }: ReturnType<typeof readImports>[number]): boolean =>
  kind === 'from' ? module === 'enum' : names.some(({ name, alias }) => name === 'enum' && alias === null);

function isTop(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  return up <= 0 || (/^(?:decorated_definition|expression_statement)$/.test(kindOf(syntax, up)) && isTop(syntax, up));
}

/** All that the body binds: more than the members, never less. */
function classMembers(syntax: Syntax, node: Node): readonly string[] | null {
  const around = syntax.parent[node]!;
  const decorators = kindOf(syntax, around) !== 'decorated_definition' ? [] : childrenOf(syntax, around);
  const marks = decorators
    .filter((one) => kindOf(syntax, one) === 'decorator')
    .map((one) => textOf(syntax, one).trim());
  const bases = childByField(syntax, node, 'superclasses');
  const isEnum =
    marks.some((mark) => mark.includes('_simple_enum(')) ||
    (bases !== -1 && valuesIn(syntax, bases).some((one) => BASE.test(textOf(syntax, one))));
  if (!isEnum || marks.some((mark) => !DECORATOR.test(mark))) return null;
  const found: string[] = [];
  for (const statement of childrenOf(syntax, childByField(syntax, node, 'body'))) {
    const names = boundBy(syntax, statement);
    if (names === null) return null;
    found.push(...names);
  }
  return found;
}

const BINDS_ONE = /^(?:function_definition|class_definition|decorated_definition|pass_statement|comment)$/;

function boundBy(syntax: Syntax, statement: Node): readonly string[] | null {
  if (BINDS_ONE.test(kindOf(syntax, statement))) return [];
  if (kindOf(syntax, statement) !== 'expression_statement') return null;
  const [value] = childrenOf(syntax, statement);
  if (value !== undefined && kindOf(syntax, value) === 'string') return [];
  if (value === undefined || kindOf(syntax, value) !== 'assignment') return null;
  const names = /^\(?\s*(\w+(?:\s*,\s*\w+)*)\s*,?\s*\)?$/.exec(
    textOf(syntax, childByField(syntax, value, 'left')),
  )?.[1];
  const right = childByField(syntax, value, 'right');
  const isChain = right !== -1 && /^(?:assignment|named_expression)$/.test(kindOf(syntax, right));
  return names === undefined || isChain ? null : names.split(/\s*,\s*/);
}

const valuesIn = (syntax: Syntax, list: Node): Node[] =>
  childrenOf(syntax, list).filter((child) => !/^[()[\]{},]$|^comment$/.test(kindOf(syntax, child)));

/** `"A B"`, `"A, B"`, `["A", "B"]`, `[("A", 1)]`, `{"A": 1}`. */
function listed(syntax: Syntax, list: Node): readonly string[] | null {
  const kind = kindOf(syntax, list);
  if (kind === 'string')
    return (
      plainString(syntax, list)
        ?.split(/[\s,]+/)
        .filter((one) => one !== '') ?? null
    );
  if (!/^(?:list|tuple|dictionary)$/.test(kind)) return null;
  const names = valuesIn(syntax, list).map((one) => {
    const first = /^(?:tuple|list)$/.test(kindOf(syntax, one))
      ? valuesIn(syntax, one)[0]
      : childByField(syntax, one, 'key');
    return plainString(syntax, first === undefined || first === -1 ? one : first);
  });
  return names.every((name) => name !== null) ? names : null;
}

const plainString = (syntax: Syntax, node: Node): string | null =>
  kindOf(syntax, node) === 'string' ? (/^[rRuU]?(["'])([\w\s,]*)\1$/.exec(textOf(syntax, node))?.[2] ?? null) : null;
