import type { Namespace } from '../../core/unit.ts';
import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { namesOf } from './definitions.ts';
import { plainName } from './plain-name.ts';

/** Which names are local where. Node numbers grow with the source, so that a scope is a span of them. */
export interface Bindings {
  /** 1 for identifiers that bind a name (patterns, parameters) and therefore read none. */
  readonly binds: Uint8Array;
  readonly isLocal: (name: string, space: Namespace | 'any', node: Node) => boolean;
}

type Span = readonly [from: Node, until: Node];

/**
 * Locals of a whole file: parameters, `let`, `match`, loops, closures, generics, and items inside of blocks and inner modules.
 * @param constants value names that a pattern compares with instead of binding them
 */
export function collectBindings(syntax: Syntax, constants: ReadonlySet<string>): Bindings {
  const binds = new Uint8Array(syntax.size);
  const spans = new Map<string, Span[]>();
  const bind = (space: Namespace, name: string, from: Node, until: Node): void => {
    const key = `${space} ${name}`;
    const known = spans.get(key);
    if (known) known.push([from, until]);
    else spans.set(key, [[from, until]]);
  };
  const bindPattern = (pattern: Node, from: Node, until: Node): void => {
    if (pattern === -1) return;
    for (const node of namesInPattern(syntax, pattern)) {
      const name = plainName(textOf(syntax, node));
      if (isCompared(syntax, node, name, constants)) continue;
      binds[node] = 1;
      bind('value', name, from, until);
    }
  };
  // Half of all nodes are punctuation: asking for their kind's name would cost as much as all the rest.
  const { named } = syntax.kinds;
  for (let node = 0; node < syntax.size; node++)
    if (named[syntax.kind[node]!] === 1) visit(syntax, node, bind, bindPattern);
  const covers = (key: string, node: Node): boolean =>
    spans.get(key)?.some(([from, until]) => from <= node && node < until) ?? false;
  return {
    binds,
    isLocal: (name, space, node) =>
      space === 'any'
        ? covers(`value ${name}`, node) || covers(`type ${name}`, node) || covers(`macro ${name}`, node)
        : covers(`${space} ${name}`, node),
  };
}

// A pattern `None` or `MAX` is a comparison if such a constant exists, else a binding: only name resolution knows. Capitals mean
// constants in nearly all code; a wrong guess here adds a use that nobody defines.
const isConstant = (name: string, constants: ReadonlySet<string>): boolean =>
  /^\p{Lu}/u.test(name) || constants.has(name);

/** In `S { name }` too. */
const isCompared = (syntax: Syntax, node: Node, name: string, constants: ReadonlySet<string>): boolean =>
  kindOf(syntax, node) === 'identifier'
    ? isConstant(name, constants) && fieldOf(syntax, node) !== 'name'
    : constants.has(name);

type Bind = (space: Namespace, name: string, from: Node, until: Node) => void;
type BindPattern = (pattern: Node, from: Node, until: Node) => void;

function visit(syntax: Syntax, node: Node, bind: Bind, bindPattern: BindPattern): void {
  const after = syntax.after;
  const parent = syntax.parent[node]!;
  switch (kindOf(syntax, node)) {
    case 'let_declaration':
      bindPattern(childByField(syntax, node, 'pattern'), after[node]!, parent === -1 ? syntax.size : after[parent]!);
      return;
    case 'let_condition':
      bindPattern(childByField(syntax, node, 'pattern'), after[node]!, endOfCondition(syntax, node));
      return;
    case 'match_pattern':
      bindPattern(node + 1, after[node + 1]!, after[parent]!);
      return;
    case 'for_expression':
      bindPattern(childByField(syntax, node, 'pattern'), childByField(syntax, node, 'body'), after[node]!);
      return;
    case 'closure_parameters':
      for (let child = node + 1; child < after[node]!; child = after[child]!)
        if (kindOf(syntax, child) !== 'parameter') bindPattern(child, after[node]!, after[parent]!);
      return;
    case 'parameter':
      // parameter < parameters < function: visible behind the list, so that the types in it see none.
      bindPattern(childByField(syntax, node, 'pattern'), after[parent]!, after[syntax.parent[parent]!]!);
      return;
    case 'type_parameter':
      bindGeneric(syntax, node, ['type'], bind);
      return;
    case 'const_parameter':
      bindGeneric(syntax, node, ['type', 'value'], bind);
      return;
    case 'macro_definition':
      if (isInner(syntax, parent)) bindItem(syntax, node, node, after[parent]!, bind);
      return;
    case 'function_item':
    case 'struct_item':
    case 'enum_item':
    case 'union_item':
    case 'trait_item':
    case 'type_item':
    case 'const_item':
    case 'static_item':
    case 'mod_item':
    case 'use_declaration':
    case 'foreign_mod_item':
    case 'extern_crate_declaration':
      if (isInner(syntax, parent)) bindItem(syntax, node, parent, after[parent]!, bind);
  }
}

/** True for blocks and bodies of inner modules; items of an `impl`, `trait` or `extern` block bring no name into scope. */
function isInner(syntax: Syntax, parent: Node): boolean {
  if (parent === -1) return false;
  const kind = kindOf(syntax, parent);
  return kind === 'block' || (kind === 'declaration_list' && kindOf(syntax, syntax.parent[parent]!) === 'mod_item');
}

function bindItem(syntax: Syntax, node: Node, from: Node, until: Node, bind: Bind): void {
  for (const { name, spaces } of namesOf(syntax, node)) for (const space of spaces) bind(space, name, from, until);
}

// type_parameter < type_parameters < the item that they belong to.
function bindGeneric(syntax: Syntax, node: Node, spaces: readonly Namespace[], bind: Bind): void {
  const name = childByField(syntax, node, 'name');
  const item = syntax.parent[syntax.parent[node]!]!;
  if (name === -1 || item === -1) return;
  for (const space of spaces) bind(space, plainName(textOf(syntax, name)), item, syntax.after[item]!);
}

/** What `let` in a condition binds reaches to the end of the `if`'s block, the loop or the match arm. */
function endOfCondition(syntax: Syntax, node: Node): Node {
  let parent = syntax.parent[node]!;
  while (parent !== -1) {
    const kind = kindOf(syntax, parent);
    if (kind === 'if_expression') {
      const consequence = childByField(syntax, parent, 'consequence');
      return syntax.after[consequence === -1 ? parent : consequence]!;
    }
    if (kind === 'while_expression' || kind === 'match_arm') return syntax.after[parent]!;
    parent = syntax.parent[parent]!;
  }
  return syntax.size;
}

/** The identifiers of a pattern that can bind: not its paths, types, ranges, macros and constants' blocks. */
function namesInPattern(syntax: Syntax, pattern: Node): Node[] {
  const names: Node[] = [];
  let node = pattern;
  const end = syntax.after[pattern]!;
  while (node < end) {
    const kind = kindOf(syntax, node);
    if (SKIPPED.has(kind) || fieldOf(syntax, node) === 'type') node = syntax.after[node]!;
    else {
      if (kind === 'identifier' || kind === 'shorthand_field_identifier') names.push(node);
      node += 1;
    }
  }
  return names;
}

const SKIPPED = new Set([
  'scoped_identifier',
  'generic_pattern',
  'range_pattern',
  'const_block',
  'macro_invocation',
  'closure_expression',
]);
