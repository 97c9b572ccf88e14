import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../syntax.ts';
import { tokensOf } from '../tokens.ts';
import { argumentTokens, macroCalls } from './macro-calls.ts';
import { surroundingsOf } from './surroundings.ts';
import { tokenMod } from './token-mod.ts';

/** A call that a macro's body makes, its arguments as tokens that may hold `$variables`. */
export interface BodyCall {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** `mod x;` in a macro's body: its file is looked for from where the macro is called. */
export interface BodyMod {
  readonly name: string;
  readonly path: string | null;
  /** Inline modules of the body around it. */
  readonly inline: readonly string[];
}

export interface MacroRule {
  /** Tokens of the matcher between its delimiters: `$`-variables stand as `$name` `:` `expr`. */
  readonly matcher: readonly string[];
  readonly calls: readonly BodyCall[];
  readonly mods: readonly BodyMod[];
}

export interface MacroRules {
  readonly name: string;
  readonly rules: readonly MacroRule[];
}

/** The `macro_rules!` at a node, with the macro calls of its arms. */
export function readMacroRules(syntax: Syntax, node: Node): MacroRules {
  const rules = childrenOf(syntax, node).filter((child) => kindOf(syntax, child) === 'macro_rule');
  return {
    name: textOf(syntax, childByField(syntax, node, 'name')),
    rules: rules.map((rule) => readRule(syntax, rule)),
  };
}

function readRule(syntax: Syntax, rule: Node): MacroRule {
  const left = childByField(syntax, rule, 'left');
  const right = childByField(syntax, rule, 'right');
  const calls = right === -1 ? [] : macroCalls(syntax, right + 1, syntax.after[right]!);
  return {
    mods: right === -1 ? [] : readBodyMods(syntax, right),
    matcher: left === -1 ? [] : tokensOf(syntax, left + 1, syntax.after[left]!, 200).slice(1, -1),
    calls: calls.map(({ name, tree, start, end }) => ({ name, tokens: argumentTokens(syntax, tree), start, end })),
  };
}

function readBodyMods(syntax: Syntax, body: Node): BodyMod[] {
  const mods: BodyMod[] = [];
  for (let node = body + 1; node < syntax.after[body]!; node++) {
    const site = kindOf(syntax, node) === 'mod' ? tokenMod(syntax, node) : null;
    if (site) mods.push({ ...site, inline: surroundingsOf(syntax, node).inline.map(({ name }) => name) });
  }
  return mods;
}

/** Variables of a matcher and what the arguments of a call give them; null if the call does not fit. */
export function matchArguments(
  matcher: readonly string[],
  call: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> | null {
  const bound = new Map<string, (readonly string[])[]>();
  const add = (name: string, tokens: readonly string[]) => bound.set(name, [...(bound.get(name) ?? []), tokens]);
  if (matcher.includes('(') && matcher.some((token) => token === '$')) return matchRepetition(matcher, call);
  let position = 0;
  for (let i = 0; i < matcher.length; i++) {
    const token = matcher[i]!;
    if (token.startsWith('$') && matcher[i + 1] === ':') {
      const fragment = matcher[i + 2]!;
      const until = fragmentEnd(call, position, fragment, matcher[i + 3]);
      if (until === position) return null;
      add(token, call.slice(position, until));
      position = until;
      i += 2;
    } else if (call[position] === token) position += 1;
    else if (token === ',' && position === call.length) continue;
    else return null;
  }
  return isSpent(call, position) ? bound : null;
}

/** All of a call was matched, but for a comma at its end. */
const isSpent = (call: readonly string[], offset: number): boolean =>
  offset === call.length || (offset === call.length - 1 && call[offset] === ',');

// `$($p:literal),* $(,)?`: every variable gets every comma-separated argument; enough to find the strings among them.
function matchRepetition(
  matcher: readonly string[],
  call: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const parts: string[][] = [];
  for (let i = 0; i < call.length; ) {
    const until = fragmentEnd(call, i, 'expr', ',');
    if (until > i) parts.push(call.slice(i, until));
    i = until + 1;
  }
  return new Map(matcher.filter((token) => /^\$\w/.test(token)).map((name) => [name, parts]));
}

/** Where a fragment that begins at `at` ends: one token (tree) for `literal`, `ident`, `tt`; else up to the next `stop` or comma outside of delimiters. */
function fragmentEnd(tokens: readonly string[], offset: number, fragment: string, stop: string | undefined): number {
  if (fragment === 'ident' || fragment === 'literal') return Math.min(offset + 1, tokens.length);
  let depth = 0;
  for (let i = offset; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (depth === 0 && i > offset && (token === stop || token === ',' || token === ';' || token === '=>')) return i;
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    if (fragment === 'tt' && depth === 0) return i + 1;
  }
  return tokens.length;
}
