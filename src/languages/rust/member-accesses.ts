import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { implTypeName } from './definitions.ts';
import { tokenBefore, tokenBehind } from './macro-tokens.ts';

/** A place that reads a field or an associated item of some type by its name. */
export interface Access {
  readonly word: string;
  /** `base` reads every field: `..base`, and the call or pattern `Self(..)`. `path`: behind a name in lower case, which is a module's as a rule. */
  readonly kind: 'field' | 'method' | 'base' | 'path';
  /** The type that it is read of, where that is evident: behind `self`, `Self` or a type's name. */
  readonly of: string | null;
  readonly node: Node;
}

/** Every such place of a file in source order, also in the arguments of macros; nothing of what a `macro_rules!` expands to. */
export function memberAccesses(syntax: Syntax): Access[] {
  const found: Access[] = [];
  const selfType = readSelfTypes(syntax);
  for (let node = 0; node < syntax.size; node++) {
    if (syntax.kinds.named[syntax.kind[node]!] === 0) continue;
    const kind = kindOf(syntax, node);
    if (kind === 'macro_definition' || kind === 'use_declaration') {
      node = syntax.after[node]! - 1;
      continue;
    }
    const access = accessAt(syntax, node, kind, selfType);
    if (access) found.push({ ...access, word: access.word.replace(/^r#/, ''), node });
    if (kind === 'float_literal') found.push(...numberedFields(syntax, node));
    else if (kind === 'token_tree') found.push(...restOfFields(syntax, node, selfType));
  }
  return found;
}

/** The same for the body of a macro's definition, whose `self` and `Self` are those of the place where it is called. */
export function bodyAccesses(syntax: Syntax, definition: Node): (Access & { readonly ofCaller: boolean })[] {
  const found: (Access & { readonly ofCaller: boolean })[] = [];
  for (let node = definition + 1; node < syntax.after[definition]!; node++) {
    if (!/^(?:identifier|integer_literal)$/.test(kindOf(syntax, node))) continue;
    const access = tokenAccess(syntax, node, syntax.parent[node]!, () => CALLER);
    // What stands in the braces of a loop is no field.
    const isField = access?.kind !== 'field' || access.of !== null || textOf(syntax, tokenBefore(syntax, node)) === '.';
    if (access !== null && isField)
      found.push({ ...access, word: access.word.replace(/^r#/, ''), node, ofCaller: access.of === CALLER });
  }
  return found;
}

const CALLER = 'Self';

/** `w.0.1` among tokens is a name, a dot and a number with a point. */
const numberedFields = (syntax: Syntax, node: Node): Access[] =>
  /^\d+\.\d+$/.test(textOf(syntax, node)) && textOf(syntax, tokenBefore(syntax, node)) === '.'
    ? textOf(syntax, node)
        .split('.')
        .map((word) => ({ word, kind: 'field', of: null, node }))
    : [];

/** `T { a, ..base }` among tokens. */
function restOfFields(syntax: Syntax, tree: Node, selfType: SelfType): Access[] {
  if (syntax.text[syntax.start[tree]!] !== '{') return [];
  const of = typeNamed(textOf(syntax, tokenBefore(syntax, tree)), tree, selfType);
  if (of === null || !/^\p{Lu}/u.test(of)) return [];
  const rest = childrenOf(syntax, tree).find((child) => textOf(syntax, child) === '..');
  const next = rest === undefined ? '}' : textOf(syntax, tokenBehind(syntax, rest));
  return next === '}' ? [] : [{ word: '', kind: 'base', of, node: tree }];
}

type At = Omit<Access, 'node'> | null;
type SelfType = (node: Node) => string | null;

function accessAt(syntax: Syntax, node: Node, kind: string, selfType: SelfType): At {
  const parent = syntax.parent[node]!;
  const parentKind = parent === -1 ? '' : kindOf(syntax, parent);
  if (parentKind === 'token_tree' || parentKind === 'token_repetition')
    return kind === 'identifier' || kind === 'integer_literal' ? tokenAccess(syntax, node, parent, selfType) : null;
  switch (kind) {
    case 'field_identifier':
    case 'integer_literal':
      return parentKind === 'field_expression'
        ? fieldOrMethod(syntax, node, parent, selfType)
        : inStruct(syntax, node, parentKind, selfType);
    case 'shorthand_field_identifier':
      return inStruct(syntax, node, parentKind, selfType);
    case 'identifier':
      if (parentKind === 'shorthand_field_initializer') return inStruct(syntax, node, parentKind, selfType);
      return parentKind === 'scoped_identifier' && fieldOf(syntax, node) === 'name'
        ? associated(syntax, node, parent, selfType)
        : selfCall(syntax, node, selfType);
    case 'base_field_initializer':
      return { word: '', kind: 'base', of: structOf(syntax, node, selfType) };
    default:
      return null;
  }
}

function fieldOrMethod(syntax: Syntax, node: Node, parent: Node, selfType: SelfType): At {
  const holder = syntax.parent[parent]!;
  const isCalled =
    /^(?:call_expression|generic_function)$/.test(kindOf(syntax, holder)) && fieldOf(syntax, parent) === 'function';
  const value = childByField(syntax, parent, 'value');
  const of = value !== -1 && kindOf(syntax, value) === 'self' ? selfType(node) : null;
  return { word: textOf(syntax, node), kind: isCalled ? 'method' : 'field', of };
}

const IN_STRUCT = /^(?:field_initializer|shorthand_field_initializer|field_pattern|struct_pattern)$/;

const inStruct = (syntax: Syntax, node: Node, parentKind: string, selfType: SelfType): At =>
  IN_STRUCT.test(parentKind) && fieldOf(syntax, node) !== 'value'
    ? { word: textOf(syntax, node), kind: 'field', of: structOf(syntax, node, selfType) }
    : null;

/** The type whose fields are listed around a node: `T { a, .. }`, as an expression or a pattern. */
function structOf(syntax: Syntax, node: Node, selfType: SelfType): string | null {
  for (let ancestor = syntax.parent[node]!; ancestor !== -1; ancestor = syntax.parent[ancestor]!) {
    const kind = kindOf(syntax, ancestor);
    if (kind === 'struct_expression' || kind === 'struct_pattern') {
      const name = childByField(syntax, ancestor, kind === 'struct_expression' ? 'name' : 'type');
      return name === -1 ? null : typeNamed(textOf(syntax, name), node, selfType);
    }
    if (kind === 'block') return null;
  }
  return null;
}

/** `a::Type<T>` -> Type; a variant's fields need no visibility, but its path looks the same. */
function typeNamed(text: string, node: Node, selfType: SelfType): string | null {
  const name = /([\p{XID_Start}_][\p{XID_Continue}]*)\s*(?:(?:::)?\s*<[\s\S]*>)?$/u.exec(text.trim())?.[1] ?? null;
  return name === 'Self' ? selfType(node) : name;
}

function associated(syntax: Syntax, node: Node, parent: Node, selfType: SelfType): At {
  const path = childByField(syntax, parent, 'path');
  return path === -1 ? null : itemOf(textOf(syntax, path), textOf(syntax, node), node, selfType);
}

const PRIMITIVE = /^(?:[iu](?:8|16|32|64|128|size)|f(?:32|64)|bool|char|str)$/;

/** `Type::word`, `T::word`, `<T as Trait>::word`; behind a module's name stands no member. */
function itemOf(path: string, word: string, node: Node, selfType: SelfType): At {
  const of = typeNamed(path, node, selfType);
  if (of !== null && /^\p{Ll}|^_/u.test(of) && !PRIMITIVE.test(of)) return { word, kind: 'path', of };
  return { word, kind: 'method', of: of !== null && /^\p{Lu}/u.test(of) ? of : null };
}

/** `Self(a, b)`, and `Self` as a function, read or build all of a tuple struct; `Self::Item` does not. */
function selfCall(syntax: Syntax, node: Node, selfType: SelfType): At {
  if (textOf(syntax, node) !== 'Self' || /^scoped_/.test(kindOf(syntax, syntax.parent[node]!))) return null;
  return { word: '', kind: 'base', of: selfType(node) };
}

/** The type before a `::` among tokens, over its arguments: `T::<A, B>::` and `T<A>::`. */
function typeBefore(syntax: Syntax, mark: Node): Node {
  let current = tokenBefore(syntax, mark);
  let depth = 0;
  do {
    const text = textOf(syntax, current);
    if (/^>+$/.test(text)) depth += text.length;
    else if (/^<+$/.test(text)) depth -= text.length;
    if (depth > 0 || /^<+$/.test(text)) current = tokenBefore(syntax, current);
  } while (depth > 0 && current > 0);
  return textOf(syntax, current) === '::' ? tokenBefore(syntax, current) : current;
}

function tokenAccess(syntax: Syntax, node: Node, tree: Node, selfType: SelfType): At {
  const word = textOf(syntax, node);
  const previous = tokenBefore(syntax, node);
  const next = textOf(syntax, tokenBehind(syntax, node));
  const isCalled = next === '::' || syntax.text[syntax.start[tokenBehind(syntax, node)]!] === '(';
  if (word === 'Self' && isCalled && next !== '::') return { word: '', kind: 'base', of: selfType(node) };
  const before = textOf(syntax, previous);
  if (before === '.') {
    const of = textOf(syntax, tokenBefore(syntax, previous)) === 'self' ? selfType(node) : null;
    return { word, kind: isCalled ? 'method' : 'field', of };
  }
  if (before === '::') return itemOf(textOf(syntax, typeBefore(syntax, previous)), word, node, selfType);
  // `T { a, b: 1 }` in the arguments of a macro.
  if (!textOf(syntax, tree).startsWith('{') || isCalled || next === '!' || isBody(syntax, tree)) return null;
  const of = typeNamed(textOf(syntax, tokenBefore(syntax, tree)), node, selfType);
  return of === null ? null : { word, kind: 'field', of: /^\p{Lu}/u.test(of) ? of : null };
}

/** `-> T {`, `for T {`, `impl T {`: what stands behind the type is the body of an item. */
function isBody(syntax: Syntax, tree: Node): boolean {
  let before = tokenBefore(syntax, tokenBefore(syntax, tree));
  while (textOf(syntax, before) === '::') before = tokenBefore(syntax, tokenBefore(syntax, before));
  return /^(?:->|for|impl|struct|enum|union|trait|mod)$/.test(textOf(syntax, before));
}

/** The type of the innermost `impl` around a node; null in a trait and outside. */
export function readSelfTypes(syntax: Syntax): SelfType {
  const spans: { readonly from: Node; readonly until: Node; readonly name: string | null }[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'impl_item') spans.push({ from: node, until: syntax.after[node]!, name: implTypeName(syntax, node) });
    else if (kind === 'trait_item') spans.push({ from: node, until: syntax.after[node]!, name: null });
  }
  return (node) => spans.findLast(({ from, until }) => from <= node && node < until)?.name ?? null;
}
