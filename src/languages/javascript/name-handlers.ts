import { childByField, childByKind, childrenOf, fieldOf, firstChild, kindOf, type Node, textOf } from '../syntax.ts';
import { CONTEXT, type NameCollector, type NameHandler } from './name-collector.ts';

const put = (collector: NameCollector, node: Node, context: number): void => {
  if (node !== -1) collector.context[node] = context;
};
const field = (collector: NameCollector, node: Node, name: string): Node => childByField(collector.syntax, node, name);

function open(collector: NameCollector, parent: number, hoists: boolean, eager: boolean): number {
  collector.scopes.push({ parent, hoists, eager: eager && collector.scopes[parent]!.eager, names: new Map() });
  return collector.scopes.length - 1;
}

const inside = (collector: NameCollector, node: Node, scope: number): void => {
  for (const child of childrenOf(collector.syntax, node))
    if (collector.scope[child] === -1) collector.scope[child] = scope;
};

/** A function, method or function type. A declaration's name belongs to the scope around, an expression's to the function itself. */
const functionLike =
  (named: 'around' | 'inside' | 'property'): NameHandler =>
  (collector, node, scope) => {
    const inner = open(collector, scope, true, isCalledAtOnce(collector, node));
    const name = field(collector, node, 'name');
    if (name !== -1 && named !== 'inside') collector.scope[name] = scope;
    if (named !== 'property') put(collector, name, CONTEXT.declare);
    for (const child of childrenOf(collector.syntax, node))
      if (kindOf(collector.syntax, child) === 'decorator') collector.scope[child] = scope;
    inside(collector, node, inner);
    const parameters = field(collector, node, 'parameters');
    decorateOutside(collector, parameters, scope);
    put(collector, parameters, CONTEXT.declare);
    put(collector, field(collector, node, 'parameter'), CONTEXT.declare);
    // `arguments` and a computed name are not of the module; an arrow function has those of the function around it.
    if (kindOf(collector.syntax, node) !== 'arrow_function')
      collector.scopes[inner]!.names.set('arguments', new Set(['value']));
  };

/** A statement that begins with `function` is a declaration, which the parser takes for a value behind a label and `if (x)`. */
const handleFunctionValue: NameHandler = (collector, node, scope) => {
  const { syntax } = collector;
  const isStatement = kindOf(syntax, syntax.parent[node]!) === 'expression_statement';
  functionLike(isStatement ? 'around' : 'inside')(collector, node, scope);
};

/** `constructor(@inject(TOKEN) x)` reads TOKEN when the class is made. */
function decorateOutside(collector: NameCollector, parameters: Node, scope: number): void {
  if (parameters === -1) return;
  for (const parameter of childrenOf(collector.syntax, parameters))
    for (const child of childrenOf(collector.syntax, parameter))
      if (kindOf(collector.syntax, child) === 'decorator') collector.scope[child] = scope;
}

/** `(() => …)()` and `(function () { … }.call(this))`. */
function isCalledAtOnce({ syntax }: NameCollector, node: Node): boolean {
  let below = node;
  let up = syntax.parent[node]!;
  while (/^(parenthesized_expression|member_expression|await_expression|unary_expression)$/.test(kindOf(syntax, up))) {
    below = up;
    up = syntax.parent[up]!;
  }
  return kindOf(syntax, up) === 'call_expression' && fieldOf(syntax, below) === 'function';
}

const block =
  (hoists: boolean): NameHandler =>
  (collector, node, scope) =>
    inside(collector, node, open(collector, scope, hoists, true));

const handleClass =
  (expression: boolean): NameHandler =>
  (collector, node, scope) => {
    const name = field(collector, node, 'name');
    const inner = open(collector, scope, false, true);
    if (name !== -1 && !expression) collector.scope[name] = scope;
    put(collector, name, CONTEXT.declareBoth);
    inside(collector, node, inner);
  };

/** `interface`, `type`: the name around, type parameters inside. */
const typeDeclaration: NameHandler = (collector, node, scope) => {
  const name = field(collector, node, 'name');
  if (name !== -1) collector.scope[name] = scope;
  put(collector, name, CONTEXT.declareType);
  inside(collector, node, open(collector, scope, false, false));
};

const handleEnum: NameHandler = (collector, node, scope) => {
  put(collector, field(collector, node, 'name'), CONTEXT.declareBoth);
  const body = field(collector, node, 'body');
  if (body === -1) return;
  const inner = open(collector, scope, false, true);
  collector.scope[body] = inner;
  for (const member of childrenOf(collector.syntax, body)) {
    const name = kindOf(collector.syntax, member) === 'enum_assignment' ? field(collector, member, 'name') : member;
    if (kindOf(collector.syntax, name) === 'property_identifier')
      collector.scopes[inner]!.names.set(textOf(collector.syntax, name), new Set(['value', 'type']));
  }
};

const handleNamespace: NameHandler = (collector, node, scope) => {
  const { syntax } = collector;
  let name = field(collector, node, 'name');
  while (name !== -1 && kindOf(syntax, name) === 'nested_identifier') name = firstChild(syntax, name);
  if (name !== -1 && kindOf(syntax, name) === 'identifier') put(collector, name, CONTEXT.declareBoth);
  const body = field(collector, node, 'body');
  if (body !== -1) collector.scope[body] = open(collector, scope, true, true);
};

/** `declare global { var x }`: a name of the world, not of this module. */
const handleAmbient: NameHandler = (collector, node, scope) => {
  const children = childrenOf(collector.syntax, node);
  if (!children.some((child) => kindOf(collector.syntax, child) === 'global')) return;
  const body = children.find((child) => kindOf(collector.syntax, child) === 'statement_block');
  if (body !== undefined) collector.scope[body] = open(collector, scope, true, true);
};

const handleDeclarator: NameHandler = (collector, node) => {
  const { syntax } = collector;
  const isVar = kindOf(syntax, syntax.parent[node]!) === 'variable_declaration';
  put(collector, field(collector, node, 'name'), isVar ? CONTEXT.declareVar : CONTEXT.declare);
};

const handleForIn: NameHandler = (collector, node, scope) => {
  const kind = field(collector, node, 'kind');
  const left = field(collector, node, 'left');
  const isVar = kind !== -1 && textOf(collector.syntax, kind) === 'var';
  put(collector, left, kind === -1 ? CONTEXT.write : isVar ? CONTEXT.declareVar : CONTEXT.declare);
  const inner = open(collector, scope, false, true);
  // The iterated value is read outside: `for (const x of x)` is an error, not a hidden use.
  const right = field(collector, node, 'right');
  if (right !== -1) collector.scope[right] = scope;
  inside(collector, node, inner);
};

const handleCatch: NameHandler = (collector, node, scope) => {
  put(collector, field(collector, node, 'parameter'), CONTEXT.declare);
  inside(collector, node, open(collector, scope, false, true));
};

const target =
  (name: string, context: number): NameHandler =>
  (collector, node) =>
    put(collector, field(collector, node, name), context);

const handleImport: NameHandler = (collector, node) => {
  const { syntax } = collector;
  const typeOnly = childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'type');
  for (let inner = node + 1; inner < syntax.after[node]!; inner++) {
    const kind = kindOf(syntax, inner);
    const context = typeOnly ? CONTEXT.declareType : CONTEXT.declareBoth;
    if (kind === 'import_specifier') {
      const alias = field(collector, inner, 'alias');
      put(collector, field(collector, inner, 'name'), alias === -1 ? context : CONTEXT.skip);
      put(collector, alias, context);
    } else if (kind === 'identifier' && collector.context[inner] === CONTEXT.inherit) put(collector, inner, context);
  }
};

const handleExport: NameHandler = (collector, node) => {
  const { syntax } = collector;
  const from = field(collector, node, 'source') !== -1;
  const asNamespace = childrenOf(syntax, node).some((child) => kindOf(syntax, child) === 'namespace');
  for (const child of childrenOf(syntax, node)) {
    const kind = kindOf(syntax, child);
    if (kind === 'namespace_export' || (from && kind === 'export_clause') || (asNamespace && kind === 'identifier'))
      put(collector, child, CONTEXT.skip);
  }
};

const handleField: NameHandler = (collector, node) => {
  const isStatic = childrenOf(collector.syntax, node).some((child) => kindOf(collector.syntax, child) === 'static');
  const value = field(collector, node, 'value');
  if (!isStatic && value !== -1) collector.deferred[value] = 1;
};

const handleIndexSignature: NameHandler = (collector, node, scope) => {
  put(collector, field(collector, node, 'name'), CONTEXT.skip);
  inside(collector, node, open(collector, scope, false, true));
};

const handleTypeParameter: NameHandler = target('name', CONTEXT.declareType);

/** `infer R` is seen in the conditional type around it. */
const handleInfer: NameHandler = (collector, node) => {
  const name = childByKind(collector.syntax, node, 'type_identifier');
  let up = collector.syntax.parent[node]!;
  while (up > 0 && kindOf(collector.syntax, up) !== 'conditional_type') up = collector.syntax.parent[up]!;
  if (name === -1 || up <= 0) return;
  put(collector, name, CONTEXT.declareType);
  const right = childrenOf(collector.syntax, up)[0];
  if (right !== undefined)
    collector.scope[name] = collector.scope[right] === -1 ? collector.scope[up]! : collector.scope[right]!;
};

/** `<div>` is no name, `<Div>` and `<a.b>` are. */
const handleJsxName: NameHandler = (collector, node) => {
  const name = field(collector, node, 'name');
  if (name === -1) return;
  if (kindOf(collector.syntax, node) === 'jsx_closing_element') put(collector, name, CONTEXT.skip);
  else if (kindOf(collector.syntax, name) === 'identifier' && /^[a-z]/.test(textOf(collector.syntax, name)))
    put(collector, name, CONTEXT.skip);
};

export const NAME_HANDLERS: ReadonlyMap<string, NameHandler> = new Map<string, NameHandler>([
  ...['function_declaration', 'generator_function_declaration', 'function_signature'].map(
    (kind) => [kind, functionLike('around')] as const,
  ),
  ...['function_expression', 'generator_function'].map((kind) => [kind, handleFunctionValue] as const),
  ...[
    'arrow_function',
    'method_definition',
    'method_signature',
    'abstract_method_signature',
    'call_signature',
    'construct_signature',
    'function_type',
    'constructor_type',
  ].map((kind) => [kind, functionLike('property')] as const),
  ...['statement_block', 'switch_body', 'for_statement', 'conditional_type', 'object_type'].map(
    (kind) => [kind, block(false)] as const,
  ),
  ['class_static_block', block(true)],
  ['class_declaration', handleClass(false)],
  ['abstract_class_declaration', handleClass(false)],
  ['class', handleClass(true)],
  ['interface_declaration', typeDeclaration],
  ['type_alias_declaration', typeDeclaration],
  ['enum_declaration', handleEnum],
  ['internal_module', handleNamespace],
  ['ambient_declaration', handleAmbient],
  ['module', handleNamespace],
  ['variable_declarator', handleDeclarator],
  ['for_in_statement', handleForIn],
  ['catch_clause', handleCatch],
  ['assignment_expression', target('left', CONTEXT.write)],
  ['augmented_assignment_expression', target('left', CONTEXT.write)],
  ['update_expression', target('argument', CONTEXT.write)],
  ['import_statement', handleImport],
  [
    'import_alias',
    (collector, node) => put(collector, childByKind(collector.syntax, node, 'identifier'), CONTEXT.declareBoth),
  ],
  ['export_statement', handleExport],
  ['export_specifier', target('alias', CONTEXT.skip)],
  ['public_field_definition', handleField],
  ['field_definition', handleField],
  ['type_parameter', handleTypeParameter],
  ['mapped_type_clause', handleTypeParameter],
  ['infer_type', handleInfer],
  ['nested_type_identifier', target('name', CONTEXT.skip)],
  ['index_signature', handleIndexSignature],
  // Only elements of tuple types have a `name`; parameters have a `pattern`.
  ['required_parameter', target('name', CONTEXT.skip)],
  ['optional_parameter', target('name', CONTEXT.skip)],
  ['jsx_opening_element', handleJsxName],
  ['jsx_closing_element', handleJsxName],
  ['jsx_self_closing_element', handleJsxName],
]);
