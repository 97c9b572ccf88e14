import { kindRoles } from '../../kind-roles.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../../syntax.ts';
import { tokensOf } from '../tokens.ts';

export interface MacroCall {
  /** The last segment of the macro's path, and whether the rest is nothing, `std` or `core`. */
  readonly name: string;
  readonly plain: boolean;
  /** Node of the name, and of the token tree. */
  readonly node: Node;
  readonly tree: Node;
  readonly start: number;
  readonly end: number;
}

/** Every macro call between two nodes: real ones, and `name ! (..)` runs inside of token trees. */
export function macroCalls(syntax: Syntax, from: Node, to: Node): MacroCall[] {
  const calls: MacroCall[] = [];
  const { kind } = syntax;
  const roles = rolesOf(syntax.kinds);
  for (let node = from; node < to; node++) {
    const role = roles[kind[node]!]!;
    if (role === 0 || role === TREE) continue;
    const isRun = role === NAME && node + 2 < to && roles[kind[node + 2]!] === TREE && isBang(syntax, node + 1);
    const call = role === CALL ? realCall(syntax, node) : isRun ? callInTokens(syntax, node) : null;
    if (call) calls.push(call);
  }
  return calls;
}

const CALL = 1;
const NAME = 2;
const TREE = 3;
const rolesOf = kindRoles({ macro_invocation: CALL, identifier: NAME, token_tree: TREE });

function realCall(syntax: Syntax, node: Node): MacroCall | null {
  const macro = childByField(syntax, node, 'macro');
  const tree = childByKind(syntax, node, 'token_tree');
  if (macro === -1 || tree === -1) return null;
  const path = textOf(syntax, macro).replace(/\s/g, '');
  return { ...named(path), node, tree, start: syntax.start[node]!, end: syntax.end[tree]! };
}

function callInTokens(syntax: Syntax, node: Node): MacroCall | null {
  if (kindOf(syntax, syntax.parent[node]!) === 'macro_invocation' || fieldIsMacro(syntax, node)) return null;
  const path = pathBefore(syntax, node);
  const start = syntax.start[node]! - (path.length - textOf(syntax, node).length);
  return { ...named(path), node, tree: node + 2, start, end: syntax.end[node + 2]! };
}

// The name of a scoped path in a real call (`std::include!`) is not a token run of its own.
const fieldIsMacro = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'scoped_identifier';

function pathBefore(syntax: Syntax, node: Node): string {
  let path = textOf(syntax, node);
  for (
    let inner = node - 1;
    inner > 0 && textOf(syntax, inner) === '::' && kindOf(syntax, inner - 1) === 'identifier';
    inner -= 2
  )
    path = `${textOf(syntax, inner - 1)}::${path}`;
  return path;
}

function named(path: string): { name: string; plain: boolean } {
  const match = /^(?:(?:::)?(?:std|core|\$crate)::|(?:.*::))?([^:]*)$/.exec(path);
  const name = match?.[1] ?? path;
  return { name, plain: /^(?:(?:::)?(?:std|core)::)?[^:]+$/.test(path) };
}

/** The tokens between the delimiters of a call. */
export const argumentTokens = (syntax: Syntax, tree: Node, limit = 400): string[] => {
  const tokens = tokensOf(syntax, tree + 1, syntax.after[tree]!, limit + 2);
  return tokens.slice(1, tokens.length > limit ? limit : -1);
};

/** By its place alone: most identifiers are followed by something long. */
const isBang = (syntax: Syntax, node: Node): boolean =>
  syntax.end[node]! - syntax.start[node]! === 1 && syntax.text.charCodeAt(syntax.start[node]!) === 33;
