import { fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { HANDLERS } from './collect-handlers.ts';
import { CONTEXT, type Collector } from './collector.ts';
import { openScope, recordName } from './record-access.ts';
import type { AccessKind, ScopeTree } from './scope-tree.ts';

// The children of these stand in the same position as the node itself: `a, (b, *c) = …` writes a, b and c, but `d.e = …` reads d.
const TRANSPARENT = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'dictionary_splat_pattern',
  'list_splat',
  'dictionary_splat',
  'tuple',
  'list',
  'expression_list',
  'parenthesized_expression',
  'as_pattern_target',
  'parameters',
  'lambda_parameters',
  'default_parameter',
  'typed_parameter',
  'typed_default_parameter',
]);

const ACCESS_OF: Readonly<Record<number, AccessKind>> = {
  [CONTEXT.read]: 'read',
  [CONTEXT.write]: 'write',
  [CONTEXT.definition]: 'definition',
  [CONTEXT.parameter]: 'parameter',
  [CONTEXT.augment]: 'augment',
  [CONTEXT.walrus]: 'walrus',
  [CONTEXT.delete]: 'delete',
  [CONTEXT.annotation]: 'annotation',
  [CONTEXT.global]: 'global',
  [CONTEXT.nonlocal]: 'nonlocal',
};

/**
 * One loop over the nodes in preorder. Each node inherits scope and position (read, written, parameter …) from its parent, unless a
 * handler of an ancestor has set them before: `def` gives its body a new scope, but leaves defaults and decorators where they are.
 */
export function collectAccesses(syntax: Syntax): ScopeTree {
  const collector: Collector = {
    syntax,
    scopes: [],
    scope: new Int32Array(syntax.size).fill(-1),
    context: new Uint8Array(syntax.size),
    annotation: new Uint8Array(syntax.size),
    postponedAnnotations: importsAnnotations(syntax),
  };
  openScope(collector, 'module', 'top', 0, -1);
  collector.scope[0] = 0;
  for (let node = 1; node < syntax.size; node++) visit(collector, node);
  return { scopes: collector.scopes, postponedAnnotations: collector.postponedAnnotations };
}

function visit(collector: Collector, node: Node): void {
  const { syntax, scope, context, annotation } = collector;
  const parent = syntax.parent[node]!;
  if (scope[node] === -1) scope[node] = scope[parent]!;
  if (annotation[node] === 0) annotation[node] = annotation[parent]!;
  if (context[node] === CONTEXT.inherit) {
    const from = context[parent]!;
    if (from === CONTEXT.skip || from === CONTEXT.pattern) context[node] = from;
    else context[node] = from !== CONTEXT.read && TRANSPARENT.has(kindOf(syntax, parent)) ? from : CONTEXT.read;
  }
  if (syntax.kinds.named[syntax.kind[node]!] === 0) return;
  const kind = kindOf(syntax, node);
  if (kind === 'identifier') visitIdentifier(collector, node, parent);
  else if (context[node] !== CONTEXT.skip) HANDLERS.get(kind)?.(collector, node, scope[node]!);
}

function visitIdentifier(collector: Collector, node: Node, parent: Node): void {
  const context = collector.context[node]!;
  if (context === CONTEXT.skip) return;
  // A bare name in a pattern is a capture unless a dotted name or class pattern says otherwise (see the handlers).
  const kind = context === CONTEXT.pattern ? 'write' : (ACCESS_OF[context] ?? 'read');
  const { syntax } = collector;
  if (fieldOf(syntax, node) === 'attribute' && kindOf(syntax, parent) === 'attribute') return;
  recordName(collector, textOf(syntax, node), node, kind);
}

function importsAnnotations(syntax: Syntax): boolean {
  for (let node = 1; node < syntax.size; node = syntax.after[node]!) {
    if (kindOf(syntax, node) !== 'future_import_statement') continue;
    for (let name = node + 1; name < syntax.after[node]!; name++) {
      if (kindOf(syntax, name) === 'dotted_name' && textOf(syntax, name) === 'annotations') return true;
    }
  }
  return false;
}
