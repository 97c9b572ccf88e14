import { by } from '../../core/compare.ts';
import type { Namespace } from '../../core/unit.ts';
import { childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { blockFunctions } from './block-functions.ts';
import { type Declaration, type LexicalNames, type LexicalScope, ownerOf, type Reference } from './lexical-names.ts';
import { CONTEXT, type NameCollector } from './name-collector.ts';
import { NAME_HANDLERS } from './name-handlers.ts';

// Children stand in the same position as the node: `const { a, b: [c] } = …` declares a and c.
const TRANSPARENT = new Set([
  'object_pattern',
  'array_pattern',
  'rest_pattern',
  'pair_pattern',
  'object_assignment_pattern',
  'assignment_pattern',
  'required_parameter',
  'optional_parameter',
  'formal_parameters',
  'parenthesized_expression',
  'non_null_expression',
]);

// Names below these are never read while the module is loaded.
const TYPE_ONLY = new Set([
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'implements_clause',
  'extends_type_clause',
  'interface_declaration',
  'type_alias_declaration',
  'type_predicate_annotation',
  'asserts_annotation',
  'function_signature',
  'ambient_declaration',
]);

/** Names that a JavaScript or TypeScript file declares and reads, by lexical scope. One loop over the nodes, no recursion. */
export function analyzeNames(syntax: Syntax): LexicalNames {
  const declarations: Declaration[] = [];
  const references: Reference[] = [];
  const scopes: LexicalScope[] = [{ parent: -1, hoists: true, eager: true, names: new Map() }];
  const collector: NameCollector = {
    syntax,
    scopes,
    declarations,
    scope: new Int32Array(syntax.size).fill(-1),
    context: new Uint8Array(syntax.size),
    inType: new Uint8Array(syntax.size),
    deferred: new Uint8Array(syntax.size),
  };
  collector.scope[0] = 0;
  for (let node = 1; node < syntax.size; node++) visit(collector, node, references);
  for (const { name, node, scope, spaces } of blockFunctions(syntax, scopes, declarations))
    declare(collector, name, node, scope, spaces);
  const free = references.filter((reference) => ownerOf(scopes, reference) === 0).sort(by((reference) => reference.at));
  return { scopes, declarations: declarations.sort(by((declaration) => declaration.at)), free };
}

function visit(collector: NameCollector, node: Node, references: Reference[]): void {
  const { syntax, scope, context, inType, deferred } = collector;
  const parent = syntax.parent[node]!;
  const parentKind = kindOf(syntax, parent);
  if (scope[node] === -1) scope[node] = scope[parent]!;
  const kind = kindOf(syntax, node);
  inType[node] = inType[parent] === 1 || TYPE_ONLY.has(kind) ? 1 : 0;
  if (deferred[node] === 0) deferred[node] = deferred[parent]!;
  if (context[node] === CONTEXT.inherit) context[node] = inherited(collector, node, parent, parentKind);
  if (syntax.kinds.named[syntax.kind[node]!] === 0) return;
  NAME_HANDLERS.get(kind)?.(collector, node, scope[node]!);
  if (context[node] !== CONTEXT.skip) collectName(collector, node, kind, references);
}

function inherited(collector: NameCollector, node: Node, parent: Node, parentKind: string): number {
  const from = collector.context[parent]!;
  if (from === CONTEXT.skip) return from;
  if (from === CONTEXT.read || from === CONTEXT.inherit || !TRANSPARENT.has(parentKind)) return CONTEXT.read;
  const field = fieldOf(collector.syntax, node);
  // The default in `{ a = b }` and `(a = b) =>` is read, and so is a decorator of a parameter.
  return field === 'right' ||
    field === 'type' ||
    field === 'decorator' ||
    (field === 'value' && parentKind !== 'pair_pattern')
    ? CONTEXT.read
    : from;
}

const NAMES = new Set([
  'identifier',
  'type_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
]);
const BOTH: readonly Namespace[] = ['type', 'value'];

function collectName(collector: NameCollector, node: Node, kind: string, references: Reference[]): void {
  if (!NAMES.has(kind)) return;
  const { syntax, scopes } = collector;
  const name = textOf(syntax, node);
  const scope = collector.scope[node]!;
  const offset = syntax.start[node]!;
  const context = collector.context[node]!;
  if (context >= CONTEXT.declareVar) {
    declareName(collector, name, node);
    return;
  }
  const parent = kindOf(syntax, syntax.parent[node]!);
  const space =
    kind === 'type_identifier'
      ? 'type'
      : /^(nested_type_identifier|nested_identifier|export_specifier)$/.test(parent)
        ? 'any'
        : 'value';
  const eager =
    scopes[scope]!.eager && collector.inType[node] === 0 && collector.deferred[node] === 0 && space !== 'type';
  const erased =
    collector.inType[node] === 1 || space === 'type' || isTypePath(syntax, node) || isTypeExport(syntax, node);
  references.push({
    name,
    space,
    at: offset,
    scope,
    eager: eager && !erased,
    write: context === CONTEXT.write,
    node,
    erased,
  });
}

/** `export type { a }`, `export { type a }`. */
function isTypeExport(syntax: Syntax, node: Node): boolean {
  const specifier = syntax.parent[node]!;
  if (kindOf(syntax, specifier) !== 'export_specifier') return false;
  if (kindOf(syntax, specifier + 1) === 'type') return true;
  const statement = syntax.parent[syntax.parent[specifier]!]!;
  return childrenOf(syntax, statement).some((child) => kindOf(syntax, child) === 'type');
}

/** The `a` of a type `a.b.C`. */
function isTypePath(syntax: Syntax, node: Node): boolean {
  let up = syntax.parent[node]!;
  while (kindOf(syntax, up) === 'nested_identifier') up = syntax.parent[up]!;
  return kindOf(syntax, up) === 'nested_type_identifier';
}

function declare(
  collector: NameCollector,
  name: string,
  node: Node,
  scope: number,
  spaces: readonly Namespace[],
): void {
  const { names } = collector.scopes[scope]!;
  const known = names.get(name) ?? new Set<Namespace>();
  for (const space of spaces) known.add(space);
  names.set(name, known);
  collector.declarations.push({ name, spaces, at: collector.syntax.start[node]!, node, scope });
}

/** `var` binds in the nearest scope that hoists, all else where it stands. */
function declareName(collector: NameCollector, name: string, node: Node): void {
  const { scopes } = collector;
  const context = collector.context[node]!;
  let target = collector.scope[node]!;
  if (context === CONTEXT.declareVar) while (!scopes[target]!.hoists) target = scopes[target]!.parent;
  const typed = context === CONTEXT.declareType ? (['type'] as const) : (['value'] as const);
  declare(collector, name, node, target, context === CONTEXT.declareBoth ? BOTH : typed);
}
