import { childByField, childrenOf, firstChild, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { aliasName } from './alias-name.ts';
import { handleImport, handleImportFrom } from './collect-imports.ts';
import { CONTEXT, type Collector, type Handler } from './collector.ts';
import { evaluatedNames } from './evaluated-texts.ts';
import { quotedNames } from './quoted-names.ts';
import { openScope, record } from './record-access.ts';
import type { ScopeKind } from './scope-tree.ts';

const put = (collector: Collector, node: Node, context: number): void => {
  if (node !== -1) collector.context[node] = context;
};

function move(collector: Collector, node: Node, scope: number): void {
  if (node !== -1) collector.scope[node] = scope;
}

function annotate(collector: Collector, node: Node): void {
  if (node !== -1) collector.annotation[node] = 1;
}

const field = (collector: Collector, node: Node, name: string): Node => childByField(collector.syntax, node, name);

const nameOf = (collector: Collector, node: Node): string => {
  const name = field(collector, node, 'name');
  return name === -1 ? '' : textOf(collector.syntax, name);
};

/** `def f[T](…)`, `class C[T]`: PEP 695's scope between the definition and where it stands; `scope` itself where there is none. */
function openTypeParameters(collector: Collector, node: Node, scope: number): number {
  const list = field(collector, node, 'type_parameters');
  if (list === -1) return scope;
  const inner = openScope(collector, 'type-parameters', nameOf(collector, node), node, scope);
  move(collector, list, inner);
  declareTypeParameters(collector, list, inner);
  return inner;
}

function declareTypeParameters(collector: Collector, list: Node, scope: number): void {
  const { syntax } = collector;
  for (const type of childrenOf(syntax, list)) {
    if (kindOf(syntax, type) !== 'type') continue;
    // `T`, `T: bound` (constrained_type of two types), `*Ts` and `**P` (splat_type): the name is the first identifier of each.
    let name = type;
    while (name !== -1 && kindOf(syntax, name) !== 'identifier') name = firstNamed(syntax, name);
    if (name === -1) continue;
    move(collector, name, scope);
    put(collector, name, CONTEXT.definition);
  }
}

function firstNamed(syntax: Syntax, node: Node): Node {
  for (const child of childrenOf(syntax, node)) if (syntax.kinds.named[syntax.kind[child]!] === 1) return child;
  return -1;
}

const handleFunction: Handler = (collector, node, scope) => {
  put(collector, field(collector, node, 'name'), CONTEXT.definition);
  const around = openTypeParameters(collector, node, scope);
  const inner = openScope(collector, 'function', nameOf(collector, node), node, around);
  const result = field(collector, node, 'return_type');
  move(collector, result, around);
  annotate(collector, result);
  openParameters(collector, field(collector, node, 'parameters'), inner, around, scope);
  move(collector, field(collector, node, 'body'), inner);
};

/** Names of parameters belong to the new scope; their annotations to the one around it, their defaults to where the `def` stands. */
function openParameters(collector: Collector, list: Node, inner: number, around: number, outside: number): void {
  if (list === -1) return;
  move(collector, list, inner);
  put(collector, list, CONTEXT.parameter);
  for (const parameter of childrenOf(collector.syntax, list)) {
    const value = field(collector, parameter, 'value');
    move(collector, value, outside);
    put(collector, value, CONTEXT.read);
    const type = field(collector, parameter, 'type');
    move(collector, type, around);
    put(collector, type, CONTEXT.read);
    annotate(collector, type);
  }
}

const handleLambda: Handler = (collector, node, scope) => {
  const inner = openScope(collector, 'lambda', 'lambda', node, scope);
  openParameters(collector, field(collector, node, 'parameters'), inner, scope, scope);
  move(collector, field(collector, node, 'body'), inner);
};

const handleClass: Handler = (collector, node, scope) => {
  put(collector, field(collector, node, 'name'), CONTEXT.definition);
  const around = openTypeParameters(collector, node, scope);
  move(collector, field(collector, node, 'superclasses'), around);
  move(collector, field(collector, node, 'body'), openScope(collector, 'class', nameOf(collector, node), node, around));
};

/** Everything is inside but the first iterable, which the enclosing scope evaluates. */
const comprehension =
  (kind: ScopeKind): Handler =>
  (collector, node, scope) => {
    const { syntax } = collector;
    const inner = openScope(collector, kind, kind, node, scope);
    let first = true;
    for (const child of childrenOf(syntax, node)) {
      move(collector, child, inner);
      if (!first || kindOf(syntax, child) !== 'for_in_clause') continue;
      first = false;
      move(collector, field(collector, child, 'right'), scope);
    }
  };

const target =
  (name: string, context: number): Handler =>
  (collector, node) =>
    put(collector, field(collector, node, name), context);

const handleAssignment: Handler = (collector, node) => {
  const { syntax } = collector;
  const left = field(collector, node, 'left');
  const type = field(collector, node, 'type');
  const bare = type !== -1 && field(collector, node, 'right') === -1;
  annotate(collector, type);
  // `(x): int` declares nothing, `x: int` makes x local.
  const kind = left === -1 ? '' : kindOf(syntax, left);
  const bareContext =
    kind === 'identifier' ? CONTEXT.annotation : kind === 'tuple_pattern' ? CONTEXT.skip : CONTEXT.read;
  put(collector, left, bare ? bareContext : CONTEXT.write);
};

const allChildren =
  (context: number): Handler =>
  (collector, node) => {
    for (const child of childrenOf(collector.syntax, node)) put(collector, child, context);
  };

const handleTypeAlias: Handler = (collector, node, scope) => {
  const { syntax } = collector;
  const left = field(collector, node, 'left');
  if (left === -1) return;
  const name = aliasName(syntax, node);
  if (name === -1) {
    // `type(x).y = z` is read as an alias of `(x).y`.
    record(collector, collector.scopes[scope]!, { name: 'type', node, at: syntax.start[node]!, kind: 'read' });
    return;
  }
  put(collector, name, CONTEXT.definition);
  const inner = openScope(collector, 'type-alias', textOf(syntax, name), node, scope);
  move(collector, field(collector, node, 'right'), inner);
  for (let list = name + 1; list < syntax.after[left]!; list++) {
    if (kindOf(syntax, list) !== 'type_parameter') continue;
    move(collector, list, inner);
    declareTypeParameters(collector, list, inner);
    return;
  }
};

/** In `case`: `A.B` and `A(…)` read A, a bare `x` is a capture. */
const handleDottedName: Handler = (collector, node) => {
  const { syntax } = collector;
  if (collector.context[node] !== CONTEXT.pattern) return;
  const names = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'identifier');
  const reads = names.length > 1 || kindOf(syntax, syntax.parent[node]!) === 'class_pattern';
  names.forEach((name, i) => {
    put(collector, name, i > 0 ? CONTEXT.skip : reads ? CONTEXT.read : CONTEXT.pattern);
  });
};

const handleCaseClause: Handler = (collector, node) => {
  for (const child of childrenOf(collector.syntax, node))
    if (kindOf(collector.syntax, child) === 'case_pattern') put(collector, child, CONTEXT.pattern);
};

const handleString: Handler = (collector, node, scope) => {
  const { syntax } = collector;
  const names = collector.annotation[node] === 1 ? quotedNames(syntax, node) : evaluatedNames(syntax, node);
  for (const { name, at } of names) record(collector, collector.scopes[scope]!, { name, node, at, kind: 'quoted' });
};

/** `a.B` in a type: the grammar's member_type names its right side like any identifier. */
const handleMemberType: Handler = (collector, node) => {
  const children = childrenOf(collector.syntax, node);
  put(collector, children[children.length - 1] ?? -1, CONTEXT.skip);
};

export const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['function_definition', handleFunction],
  ['lambda', handleLambda],
  ['class_definition', handleClass],
  ['list_comprehension', comprehension('listcomp')],
  ['set_comprehension', comprehension('setcomp')],
  ['dictionary_comprehension', comprehension('dictcomp')],
  ['generator_expression', comprehension('genexpr')],
  ['for_in_clause', target('left', CONTEXT.write)],
  ['for_statement', target('left', CONTEXT.write)],
  ['assignment', handleAssignment],
  ['augmented_assignment', target('left', CONTEXT.augment)],
  ['named_expression', target('name', CONTEXT.walrus)],
  ['as_pattern_target', (collector, node) => put(collector, node, CONTEXT.write)],
  ['delete_statement', allChildren(CONTEXT.delete)],
  ['global_statement', allChildren(CONTEXT.global)],
  ['nonlocal_statement', allChildren(CONTEXT.nonlocal)],
  ['import_statement', handleImport],
  ['import_from_statement', handleImportFrom],
  ['future_import_statement', handleImportFrom],
  ['keyword_argument', target('name', CONTEXT.skip)],
  ['attribute', target('attribute', CONTEXT.skip)],
  ['keyword_pattern', (collector, node) => put(collector, firstChild(collector.syntax, node), CONTEXT.skip)],
  ['member_type', handleMemberType],
  ['case_clause', handleCaseClause],
  ['dotted_name', handleDottedName],
  ['type_alias_statement', handleTypeAlias],
  ['string', handleString],
]);
