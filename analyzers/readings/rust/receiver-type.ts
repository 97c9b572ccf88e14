import { collectBindings } from '../../../src/languages/rust/bindings.ts';
import { readSelfTypes } from '../../../src/languages/rust/member-accesses.ts';
import { plainName } from '../../../src/languages/rust/plain-name.ts';
import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import type { PackageTypes } from './package-types.ts';
import { type Chain, chainEnding, type Head, type Step } from './receiver-chain.ts';
import { afterCall, afterMacro, afterPath } from './std-results.ts';
import { pointee, readType, type WrittenType } from './written-type.ts';

type Type = WrittenType | null;

/**
 * The type of the expression that ends with a token, as far as the text says it: by annotations, literals, constructors, fields and the results
 * of functions. Null wherever that takes more, so that nothing is guessed.
 */
export function receiverType(syntax: Syntax, last: Node, types: PackageTypes): Type {
  return typeOfChain(syntax, chainEnding(syntax, last), types, 0);
}

const DEEPEST = 12;

function typeOfChain(syntax: Syntax, chain: Chain | null, types: PackageTypes, depth: number): Type {
  if (chain === null || depth > DEEPEST) return null;
  let type = typeOfHead(syntax, chain.head, types, depth);
  for (const step of chain.steps) type = afterStep(type, step, types);
  return type;
}

const TEXT: WrittenType = { name: 'str', args: [], isReference: true };

function typeOfHead(syntax: Syntax, head: Head, types: PackageTypes, depth: number): Type {
  switch (head.kind) {
    case 'text':
      return TEXT;
    case 'number':
      return {
        name: /[iu](?:8|16|32|64|128|size)$/.exec(textOf(syntax, head.node))?.[0] ?? 'int',
        args: [],
        isReference: false,
      };
    case 'list':
      return { name: '[]', args: [], isReference: false };
    case 'macro':
      return types.hasMacro(head.name) ? null : afterMacro(head.name);
    case 'function':
      return ofOwnType(head.name, types) ?? types.resultOf(head.name);
    case 'path':
      return typeOfPath(syntax, head, types);
    case 'name':
      if (head.name === 'self') return selfType(syntax, head.node);
      return ofOwnType(head.name, types) ?? typeOfLocal(syntax, head, types, depth);
  }
}

/** `W(..)` and the unit `W`. */
const ofOwnType = (name: string, types: PackageTypes): Type =>
  /^\p{Lu}/u.test(name) && types.isOwn(name) ? types.aliased({ name, args: [], isReference: false }) : null;

function typeOfPath(syntax: Syntax, { type, name, node }: Extract<Head, { kind: 'path' }>, types: PackageTypes): Type {
  const owner = type === 'Self' ? readSelfTypes(syntax)(node) : type;
  if (owner === null) return null;
  return types.isOwn(owner) ? types.methodOf(owner, name) : afterPath(owner, name);
}

function selfType(syntax: Syntax, node: Node): Type {
  const name = readSelfTypes(syntax)(node);
  return name === null ? null : { name, args: [], isReference: true };
}

const known = new WeakMap<Syntax, Uint8Array>();

function bindsOf(syntax: Syntax): Uint8Array {
  const found = known.get(syntax) ?? collectBindings(syntax, new Set()).binds;
  known.set(syntax, found);
  return found;
}

/** All bindings of a name in a function must have one type: which of them is meant is not asked. */
function typeOfLocal(
  syntax: Syntax,
  { name, node }: { readonly name: string; readonly node: Node },
  types: PackageTypes,
  depth: number,
): Type {
  const body = functionAround(syntax, node);
  if (body === -1) return null;
  const binds = bindsOf(syntax);
  let found: Type = null;
  for (let at = body; at < syntax.after[body]!; at++) {
    if (textOf(syntax, at) !== name || syntax.after[at] !== at + 1) continue;
    if (binds[at] !== 1) {
      if (isBoundAmongTokens(syntax, at)) return null;
      continue;
    }
    const type = typeOfBinding(syntax, at, types, depth);
    if (type === null || (found !== null && type.name !== found.name)) return null;
    found = type;
  }
  return found;
}

const isBoundAmongTokens = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'token_tree' && /^(?:let|mut|ref|for|\||@)$/.test(textOf(syntax, node - 1));

/** The outermost function, so that what a closure sees is found. */
function functionAround(syntax: Syntax, node: Node): Node {
  let found = -1;
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!) {
    const kind = kindOf(syntax, at);
    if (kind === 'function_item') found = at;
    else if (found !== -1 && kind !== 'block' && !/statement|expression|let_|arm|match/.test(kind)) break;
  }
  return found;
}

function typeOfBinding(syntax: Syntax, node: Node, types: PackageTypes, depth: number): Type {
  let at = node;
  let parent = syntax.parent[at]!;
  while (/^(?:mut_pattern|ref_pattern)$/.test(kindOf(syntax, parent))) {
    at = parent;
    parent = syntax.parent[at]!;
  }
  const kind = kindOf(syntax, parent);
  if (kind === 'parameter' || kind === 'let_declaration') {
    const written = childByField(syntax, parent, 'type');
    if (written !== -1) return typed(syntax, written, types);
    return kind === 'parameter' ? null : typeOfValue(syntax, childByField(syntax, parent, 'value'), types, depth);
  }
  return kind === 'for_expression' && childByField(syntax, parent, 'pattern') === at
    ? elementOf(typeOfValue(syntax, childByField(syntax, parent, 'value'), types, depth))
    : typeOfContent(syntax, parent, types, depth);
}

const elementOf = (type: Type): Type =>
  type?.name === 'Iterator' && type.args.length > 0 ? readType(type.args[0]!) : null;

/** `if let Some(name) = value` */
function typeOfContent(syntax: Syntax, pattern: Node, types: PackageTypes, depth: number): Type {
  const condition = syntax.parent[pattern]!;
  if (kindOf(syntax, pattern) !== 'tuple_struct_pattern' || kindOf(syntax, condition) !== 'let_condition') return null;
  if (!/^(?:Some|Ok)$/.test(textOf(syntax, childByField(syntax, pattern, 'type')))) return null;
  const value = typeOfValue(syntax, childByField(syntax, condition, 'value'), types, depth);
  return value && afterStep(value, { kind: 'try' }, types);
}

/** A type parameter of what stands around is some type with its bounds, as `impl` is. */
function typed(syntax: Syntax, node: Node, types: PackageTypes): Type {
  const type = readType(textOf(syntax, node));
  if (type === null) return null;
  if (type.name === 'Self') return selfType(syntax, node);
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!) {
    const list = childByField(syntax, at, 'type_parameters');
    const own = list === -1 ? [] : namedChildrenOf(syntax, list);
    if (
      own.some(
        (one) =>
          childByField(syntax, one, 'name') !== -1 && textOf(syntax, childByField(syntax, one, 'name')) === type.name,
      )
    )
      return { ...type, name: 'impl', parameter: type.name };
  }
  return types.aliased(type);
}

function typeOfValue(syntax: Syntax, value: Node, types: PackageTypes, depth: number): Type {
  if (value === -1) return null;
  let from = value;
  while (kindOf(syntax, from) === 'reference_expression') from = childByField(syntax, from, 'value');
  if (kindOf(syntax, from) === 'struct_expression') {
    const name = childByField(syntax, from, 'name');
    return typed(syntax, name, types);
  }
  let last = syntax.after[from]! - 1;
  while (/comment/.test(kindOf(syntax, last))) last -= 1;
  const chain = chainEnding(syntax, last);
  // What stands before the chain, as in `a + b.c`, makes another value of it.
  if (chain === null || syntax.start[chain.first] !== syntax.start[from]) return null;
  return typeOfChain(syntax, chain, types, depth + 1);
}

function afterStep(type: Type, step: Step, types: PackageTypes): Type {
  switch (step.kind) {
    case 'try':
      return type !== null && /^(?:Option|Result)$/.test(type.name) && type.args.length > 0
        ? types.aliased(readType(type.args[0]!))
        : null;
    case 'index':
      return afterIndex(type, step.isRange);
    case 'field':
      return type === null ? null : types.fieldOf(pointee(type).name, plainName(step.name));
    case 'call': {
      const own = type === null ? null : types.methodOf(pointee(type).name, plainName(step.name));
      return own ?? afterCall(type, plainName(step.name), types.isMethod);
    }
  }
}

function afterIndex(type: Type, isRange: boolean): Type {
  const inner = type && pointee(type);
  if (inner === null) return null;
  if (isRange)
    return /^(?:str|String)$/.test(inner.name)
      ? TEXT
      : /^(?:\[\]|Vec)$/.test(inner.name)
        ? { ...inner, name: '[]' }
        : null;
  return /^(?:\[\]|Vec)$/.test(inner.name) && inner.args.length > 0 ? readType(inner.args[0]!) : null;
}
