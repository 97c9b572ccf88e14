import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isLastingGlobal } from './known-globals.ts';
import type { LexicalNames, Reference } from './lexical-names.ts';

/**
 * May a module, when it is loaded or later, change what the language itself does for all others: `Array.prototype.last = …`, `Math.max = …`,
 * `globalThis.Date = …`, `process.env.TZ = …`. By its text alone.
 */
export const altersLanguage = (syntax: Syntax, { free, scopes }: LexicalNames): boolean =>
  free.some((one) => !one.erased && !scopes[0]!.names.has(one.name) && alters(syntax, one));

const GLOBAL_OBJECT = /^(globalThis|global|window|self)$/;
const COMPUTED = '[]';

/** `a.b.c`: the outermost node, and what is asked of the first name. */
interface Chain {
  readonly top: Node;
  readonly asked: readonly string[];
}

function alters(syntax: Syntax, { node, name, write }: Reference): boolean {
  const { top, asked } = chainOf(syntax, node);
  if (name === 'process') return altersZone(syntax, top, asked);
  if (!GLOBAL_OBJECT.test(name)) return isLastingGlobal(name) && altersGlobal(syntax, top, asked, write);
  const [first, ...rest] = asked;
  if (first === undefined) return isMended(syntax, top);
  if (first === COMPUTED) return isAssigned(syntax, top);
  return isLastingGlobal(first) && altersGlobal(syntax, top, rest, isAssigned(syntax, top));
}

/** Dates are read by the time zone of the environment. */
function altersZone(syntax: Syntax, top: Node, [env, name]: readonly string[]): boolean {
  if (env !== 'env') return false;
  return name === undefined ? isMended(syntax, top) : /^(TZ|\[\])$/.test(name) && isAssigned(syntax, top);
}

function altersGlobal(syntax: Syntax, top: Node, asked: readonly string[], write: boolean): boolean {
  if (write || isAssigned(syntax, top) || isMended(syntax, top)) return true;
  return asked.at(-1) === 'prototype' && isHandedOn(syntax, top);
}

const AROUND = /^(parenthesized_expression|non_null_expression|as_expression|satisfies_expression|type_assertion)$/;

function chainOf(syntax: Syntax, node: Node): Chain {
  const asked: string[] = [];
  let top = node;
  for (let up = syntax.parent[top]!; ; up = syntax.parent[top]!) {
    const kind = kindOf(syntax, up);
    if (AROUND.test(kind)) top = up;
    else if (/^(member|subscript)_expression$/.test(kind) && fieldOf(syntax, top) === 'object') {
      asked.push(
        kind === 'member_expression' ? textOf(syntax, childByField(syntax, up, 'property')) : keyOf(syntax, up),
      );
      top = up;
    } else return { top, asked };
  }
}

/** `process.env['TZ']` is written out; any other key may be any. */
function keyOf(syntax: Syntax, subscript: Node): string {
  const index = childByField(syntax, subscript, 'index');
  const text = index === -1 ? '' : textOf(syntax, index);
  return /^(['"])[\w$]+\1$/.test(text) ? text.slice(1, -1) : COMPUTED;
}

function isAssigned(syntax: Syntax, node: Node): boolean {
  const up = syntax.parent[node]!;
  const kind = kindOf(syntax, up);
  if (/assignment_expression$/.test(kind)) return fieldOf(syntax, node) === 'left';
  return kind === 'update_expression' || (kind === 'unary_expression' && kindOf(syntax, up + 1) === 'delete');
}

const MENDERS =
  /^(Object\.(assign|definePropert(y|ies)|setPrototypeOf)|Reflect\.(set|defineProperty|deleteProperty|setPrototypeOf))$/;

/** It is the first argument of a function that sets something on it. */
function isMended(syntax: Syntax, node: Node): boolean {
  const call = callTaking(syntax, node);
  if (call === -1 || !MENDERS.test(calleeOf(syntax, call))) return false;
  const given = childrenOf(syntax, syntax.parent[node]!).filter((child) => !/^[(),]$/.test(kindOf(syntax, child)));
  return given[0] === node;
}

const LOOKERS = /^(Object\.(create|getOwn\w+|keys|getPrototypeOf|is|freeze)|Reflect\.(get\w*|has|ownKeys))$/;

/** A prototype under another name, or in the hands of a function that is not known to look only. */
function isHandedOn(syntax: Syntax, node: Node): boolean {
  const call = callTaking(syntax, node);
  if (call !== -1) return !LOOKERS.test(calleeOf(syntax, call));
  const kind = kindOf(syntax, syntax.parent[node]!);
  return kind === 'variable_declarator' || (kind === 'assignment_expression' && fieldOf(syntax, node) === 'right');
}

function callTaking(syntax: Syntax, node: Node): Node {
  const list = syntax.parent[node]!;
  if (kindOf(syntax, list) !== 'arguments') return -1;
  return syntax.parent[list]!;
}

function calleeOf(syntax: Syntax, call: Node): string {
  const callee = childByField(syntax, call, kindOf(syntax, call) === 'new_expression' ? 'constructor' : 'function');
  return callee === -1 ? '' : textOf(syntax, callee).replace(/\s+/g, '');
}
