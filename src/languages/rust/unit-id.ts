import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { innerItem } from './definitions.ts';
import { plainName } from './plain-name.ts';
import type { Item } from './read-items.ts';
import { joinTokens, tokensOf } from './tokens.ts';
import { useId } from './use-id.ts';

/** How many tokens of a nameless item stand in its id. */
const TOKENS = 10;
const LONGEST = 120;

/** The id of an item before equal ones get `~2`: kind, normalised header, name. */
export function unitId(syntax: Syntax, item: Item): string {
  const node = innerItem(syntax, item.node);
  switch (item.kind) {
    case 'impl':
      return scalar(implHeader(syntax, node));
    case 'use':
      return scalar(useId(syntax, node));
    case 'extern-block':
      return scalar(`extern-block ${abiOf(syntax, node)} ${firstForeign(syntax, node)}`);
    case 'macro-call':
      return scalar(macroCallId(syntax, node));
    case 'expr':
    case 'let':
    case 'empty':
    case 'error':
      return scalar(`${item.kind} ${joinTokens(tokensOf(syntax, item.node, item.afterNode, TOKENS))}`);
    default:
      return scalar(`${item.kind} ${nameOrTokens(syntax, node)}`);
  }
}

function nameOrTokens(syntax: Syntax, node: Node): string {
  const alias = childByField(syntax, node, 'alias');
  const name = childByField(syntax, node, 'name');
  const text = name === -1 ? '_' : plainName(textOf(syntax, name));
  if (alias !== -1) return `${text} as ${plainName(textOf(syntax, alias))}`;
  const value = childByField(syntax, node, 'value');
  if (text !== '_' || value === -1) return text;
  return `_ = ${joinTokens(tokensOf(syntax, value, syntax.after[value]!, TOKENS))}`;
}

/** Header of an impl without braces: `unsafe impl<T:Send> Trait for Foo<T> where T:Copy`. */
export function implHeader(syntax: Syntax, node: Node): string {
  const body = childByField(syntax, node, 'body');
  const tokens = tokensOf(syntax, node, body === -1 ? syntax.after[node]! : body);
  return joinTokens(withoutTrailingCommas(tokens).filter((token) => token !== ';' || body !== -1));
}

// rustfmt adds and removes these with every line break; `(T,)` loses its own too, which can only make two ids equal.
const withoutTrailingCommas = (tokens: readonly string[]): string[] =>
  tokens.filter((token, i) => token !== ',' || !(tokens[i + 1] === undefined || /^[>)\]}]/.test(tokens[i + 1]!)));

// rustfmt writes `extern "C"` for `extern`.
function abiOf(syntax: Syntax, node: Node): string {
  const modifier = childByKind(syntax, node, 'extern_modifier');
  const abi = modifier === -1 ? -1 : childByKind(syntax, modifier, 'string_literal');
  return abi === -1 ? '"C"' : textOf(syntax, abi);
}

function firstForeign(syntax: Syntax, node: Node): string {
  const body = childByField(syntax, node, 'body');
  if (body === -1) return '';
  for (let child = body + 1; child < syntax.after[body]!; child = syntax.after[child]!) {
    const name = childByField(syntax, child, 'name');
    if (name !== -1) return plainName(textOf(syntax, name));
  }
  return '';
}

function macroCallId(syntax: Syntax, node: Node): string {
  const macro = childByField(syntax, node, 'macro');
  const tree = childByKind(syntax, node, 'token_tree');
  const path = macro === -1 ? '' : joinTokens(tokensOf(syntax, macro, syntax.after[macro]!)).replace(/^::/, '');
  if (tree === -1) return `macro-call ${path}!`;
  const inside = withoutTrailingCommas(tokensOf(syntax, tree + 1, syntax.after[tree]!, TOKENS + 2)).slice(1);
  if (kindOf(syntax, syntax.after[tree]! - 1).match(/^[)\]}]$/) && inside.length <= TOKENS) inside.pop();
  return `macro-call ${path}! ${joinTokens(inside.slice(0, TOKENS))}`;
}

/** Safe as a plain YAML scalar: no `: `, no ` #`, no line break, no colon at the end. */
export function scalar(id: string): string {
  const line = id.replace(/\s+/g, ' ').trim();
  const cut =
    line.length > LONGEST && !/^(unsafe )?impl|^use /.test(line) ? [...line].slice(0, LONGEST).join('') : line;
  return cut
    .replace(/:+(?= |$)/g, '')
    .replace(/ (?=#)/g, '')
    .replace(/[^\P{C}]/gu, '')
    .trim();
}

/** Gives every id after the first equal one `~2`, `~3` …, also where another id already ends so. */
export function makeUnique(ids: readonly string[]): string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let unique = id;
    for (let n = 2; taken.has(unique); n++) unique = `${id}~${n}`;
    taken.add(unique);
    return unique;
  });
}
