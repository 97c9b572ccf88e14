import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { defineFact } from '../../../src/languages/fact.ts';
import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { readParameters } from './read-parameters.ts';
import type { StubFile, StubKind, StubMember, StubMemberKind, StubName } from './stub-file.ts';

/** What a `.pyi` declares. */
export const stubFact = defineFact<StubFile, null>({
  id: 'python-stub',
  version: 1,
  languages: ['python'],
  start: () => null,
  finish: (_state: null, syntax: Syntax) => readStub(syntax),
});

interface Statement {
  readonly node: Node;
  /** A definition with its decorators. */
  readonly decorators: readonly string[];
}

/** The statements of a block; those below `if`, `else` and `try` count as if they stood alone. */
function statementsOf(syntax: Syntax, block: Node): Statement[] {
  return namedChildrenOf(syntax, block).flatMap((node): Statement[] => {
    const kind = kindOf(syntax, node);
    if (
      /^(?:if_statement|else_clause|elif_clause|try_statement|except_clause|finally_clause|with_statement)$/.test(kind)
    )
      return statementsOf(syntax, node);
    if (kind === 'block') return statementsOf(syntax, node);
    if (kind !== 'decorated_definition') return [{ node, decorators: [] }];
    const decorators = namedChildrenOf(syntax, node)
      .filter((child) => kindOf(syntax, child) === 'decorator')
      .map((child) => textOf(syntax, child).slice(1).trim());
    return [{ node: childByField(syntax, node, 'definition'), decorators }];
  });
}

function readStub(syntax: Syntax): StubFile {
  const starts = lineStartsOf(syntax.text);
  const names = new Map<string, StubName>();
  let open = false;
  const lineOf = (node: Node): number => lineAt(starts, syntax.start[node]!);
  const put = (name: string, kind: StubKind, node: Node, more: Partial<StubName> = {}): void => {
    const endLine = lineAt(starts, Math.max(0, syntax.end[node]! - 1)) + 1;
    const made = { name, kind, signatures: [], members: [], bases: [], line: lineOf(node), endLine, ...more };
    const known = names.get(name);
    names.set(
      name,
      known?.kind === 'function' && kind === 'function'
        ? { ...made, line: known.line, signatures: [...known.signatures, ...made.signatures] }
        : made,
    );
  };
  for (const statement of statementsOf(syntax, 0)) open = readStatement(syntax, statement, put, lineOf) || open;
  return { names: [...names.values()].filter(({ name }) => name !== ''), open };
}

/** @returns whether the stub declares more than it spells by it */
function readStatement(
  syntax: Syntax,
  { node, decorators }: Statement,
  put: Put,
  lineOf: (node: Node) => number,
): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'function_definition') {
    const name = nameOf(syntax, node);
    if (name === '__getattr__') return true;
    put(name, 'function', node, { signatures: [readParameters(syntax, node)] });
  } else if (kind === 'class_definition') putClass(syntax, node, decorators, put, lineOf);
  else if (kind === 'import_from_statement' || kind === 'import_statement') return readImport(syntax, node, put);
  else if (kind === 'type_alias_statement') put(/^type\s+(\w+)/.exec(textOf(syntax, node))?.[1] ?? '', 'type', node);
  else if (kind === 'expression_statement') readAssignment(syntax, node, put);
  return false;
}

type Put = (name: string, kind: StubKind, node: Node, more?: Partial<StubName>) => void;

const nameOf = (syntax: Syntax, node: Node): string => textOf(syntax, childByField(syntax, node, 'name'));

const TYPE_BASES = /^(?:\w+\.)*(?:Protocol|TypedDict|NamedTuple)(?:\[.*)?$/s;

function putClass(
  syntax: Syntax,
  node: Node,
  decorators: readonly string[],
  put: Put,
  lineOf: (node: Node) => number,
): void {
  const list = childByField(syntax, node, 'superclasses');
  const bases = list === -1 ? [] : namedChildrenOf(syntax, list).map((one) => textOf(syntax, one));
  const isType = bases.some((base) => TYPE_BASES.test(base)) || decorators.some((one) => /type_check_only/.test(one));
  const body = childByField(syntax, node, 'body');
  put(nameOf(syntax, node), isType ? 'type' : 'class', node, {
    bases,
    members: body === -1 ? [] : membersOf(syntax, body, lineOf),
  });
}

function membersOf(syntax: Syntax, body: Node, lineOf: (node: Node) => number): StubMember[] {
  const members = new Map<string, StubMember>();
  for (const { node, decorators } of statementsOf(syntax, body)) {
    const kind = kindOf(syntax, node);
    if (kind === 'function_definition') {
      const made = methodOf(syntax, node, decorators, lineOf(node));
      const known = members.get(made.name);
      members.set(made.name, known ? { ...known, signatures: [...known.signatures, ...made.signatures] } : made);
    } else if (kind === 'class_definition') {
      const name = nameOf(syntax, node);
      members.set(name, { name, kind: 'class', signatures: [], line: lineOf(node) });
    } else if (kind === 'expression_statement') {
      const name = assigned(syntax, node);
      if (name !== null && !members.has(name))
        members.set(name, { name, kind: 'attribute', signatures: [], line: lineOf(node) });
    }
  }
  return [...members.values()];
}

function methodOf(syntax: Syntax, node: Node, decorators: readonly string[], line: number): StubMember {
  const name = nameOf(syntax, node);
  const isProperty = decorators.some((one) => /(?:^|\.)(?:property|cached_property|setter|deleter|getter)$/.test(one));
  if (isProperty) return { name, kind: 'attribute', signatures: [], line };
  const isStatic = decorators.some((one) => /(?:^|\.)staticmethod$/.test(one));
  const isClass = decorators.some((one) => /(?:^|\.)classmethod$/.test(one));
  const kind: StubMemberKind = isStatic ? 'static' : isClass ? 'class-method' : 'method';
  const all = readParameters(syntax, node);
  return { name, kind, signatures: [isStatic ? all : all.slice(1)], line };
}

/** `from x import y as y`, and what a stub imports for itself. @returns whether everything comes by a star */
function readImport(syntax: Syntax, node: Node, put: Put): boolean {
  if (childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'wildcard_import')) return true;
  const module = childByField(syntax, node, 'module_name');
  for (const child of namedChildrenOf(syntax, node)) {
    if (child === module) continue;
    const text = textOf(syntax, child);
    const alias = /\bas\s+(\w+)$/.exec(text)?.[1];
    put(alias ?? text.split('.', 1)[0]!, 'import', child);
  }
  return false;
}

/** The name of `x: T`, `x: T = v` or `x = v`; null for anything else. */
function assigned(syntax: Syntax, statement: Node): string | null {
  const [only] = namedChildrenOf(syntax, statement);
  if (only === undefined || kindOf(syntax, only) !== 'assignment') return null;
  const left = childByField(syntax, only, 'left');
  return left !== -1 && kindOf(syntax, left) === 'identifier' ? textOf(syntax, left) : null;
}

const TYPE_VALUES =
  /^(?:\w+\.)*(?:TypeVar|ParamSpec|TypeVarTuple|NewType|Union|Optional|Literal|Callable|Annotated|Tuple|List|Dict|Set|Type|NamedTuple|TypedDict)\b/;

function readAssignment(syntax: Syntax, statement: Node, put: Put): void {
  const name = assigned(syntax, statement);
  if (name === null) return;
  const [assignment] = namedChildrenOf(syntax, statement);
  const right = childByField(syntax, assignment!, 'right');
  const type = childByField(syntax, assignment!, 'type');
  const isAlias = type !== -1 && /TypeAlias$/.test(textOf(syntax, type));
  const isType =
    right !== -1 && type === -1 && (TYPE_VALUES.test(textOf(syntax, right)) || /[|[]/.test(textOf(syntax, right)));
  if (name !== '__all__') put(name, isAlias || isType ? 'type' : 'value', statement);
}
