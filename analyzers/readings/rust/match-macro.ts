import type { Pattern } from './macro-patterns.ts';
import { isGroup, type Tree, textAt } from './token-trees.ts';

/** What a variable of a matcher stands for: tokens, or for one in a repetition one binding a turn. */
export type Binding = { readonly trees: readonly Tree[] } | { readonly turns: readonly Binding[] };
export type Bindings = ReadonlyMap<string, Binding>;

/** `unsure` where only Rust's own parser knows how far a fragment reaches: no arm behind may be taken then. */
export type Match = Bindings | 'no' | 'unsure';

export function matchArm(matcher: readonly Pattern[], trees: readonly Tree[]): Match {
  const bindings = new Map<string, Binding>();
  const end = matchAll({ patterns: matcher, follow: [], trees, bindings }, 0);
  if (end === 'unsure') return 'unsure';
  return end === trees.length ? bindings : 'no';
}

interface Matching {
  readonly patterns: readonly Pattern[];
  /** What may stand behind them. */
  readonly follow: readonly Pattern[];
  readonly trees: readonly Tree[];
  readonly bindings: Map<string, Binding>;
}

type End = number | 'unsure' | 'no';

function matchAll(matching: Matching, from: number): End {
  const { patterns, follow } = matching;
  let at = from;
  for (const [i, pattern] of patterns.entries()) {
    const end = matchOne(matching, pattern, [...patterns.slice(i + 1), ...follow], at);
    if (typeof end !== 'number') return end;
    at = end;
  }
  return at;
}

function matchOne(matching: Matching, pattern: Pattern, rest: readonly Pattern[], at: number): End {
  const { trees, bindings } = matching;
  if (pattern.kind === 'token') return textAt(trees, at) === pattern.text ? at + 1 : 'no';
  if (pattern.kind === 'repetition') return matchTurns(matching, pattern, rest, at);
  if (pattern.kind === 'group') {
    const tree = trees[at];
    if (!isGroup(tree) || tree.open !== pattern.open) return 'no';
    const end = matchAll({ patterns: pattern.inner, follow: [], trees: tree.inner, bindings }, 0);
    if (end === 'unsure') return 'unsure';
    return end === tree.inner.length ? at + 1 : 'no';
  }
  const end = fragmentEnd(pattern.fragment, rest, trees, at);
  if (typeof end !== 'number') return end;
  bindings.set(pattern.name, { trees: trees.slice(at, end) });
  return end;
}

type Repetition = Extract<Pattern, { kind: 'repetition' }>;

function matchTurns({ trees, bindings }: Matching, pattern: Repetition, rest: readonly Pattern[], from: number): End {
  const { inner, separator, operator } = pattern;
  const turns: Map<string, Binding>[] = [];
  // Behind a turn comes another one, or what is behind all of them.
  const again: Pattern[] = separator === null ? [...inner] : [{ kind: 'token', text: separator }];
  const follow: Pattern[] = [{ kind: 'repetition', inner: again, separator: null, operator: '?' }, ...rest];
  let at = from;
  while (at < trees.length) {
    if (turns.length > 0 && operator === '?') break;
    const isNext = turns.length === 0 || separator === null || textAt(trees, at) === separator;
    const start = turns.length === 0 || separator === null ? at : at + 1;
    if (!isNext || start >= trees.length) break;
    const turn = new Map<string, Binding>();
    const end = matchAll({ patterns: inner, follow, trees, bindings: turn }, start);
    if (end === 'unsure') return 'unsure';
    if (end === 'no' || end === start) break;
    turns.push(turn);
    at = end;
  }
  if (turns.length === 0 && operator === '+') return 'no';
  for (const name of namesIn(inner)) bindings.set(name, { turns: turns.map((turn) => turn.get(name)!) });
  return at;
}

export const namesIn = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((one) =>
    one.kind === 'variable' ? [one.name] : one.kind === 'group' || one.kind === 'repetition' ? namesIn(one.inner) : [],
  );

const WORD = /^(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*$/u;
const LITERAL = /^(?:\d|(?:b|c|br|cr|r)?#*"|b?'.*'$)|^(?:true|false)$/s;

function fragmentEnd(fragment: string, rest: readonly Pattern[], trees: readonly Tree[], at: number): End {
  const text = textAt(trees, at);
  switch (fragment) {
    case 'vis':
      return visibilityEnd(trees, at);
    case 'tt':
      return at < trees.length ? at + 1 : 'no';
    case 'ident':
      return WORD.test(text) && text !== '_' ? at + 1 : 'no';
    case 'lifetime':
      return /^'[\p{XID_Start}_]/u.test(text) && !text.endsWith("'") ? at + 1 : 'no';
    case 'block': {
      const tree = trees[at];
      return isGroup(tree) && tree.open === '{' ? at + 1 : 'no';
    }
    case 'literal':
      if (text === '-') return LITERAL.test(textAt(trees, at + 1)) ? at + 2 : 'no';
      return LITERAL.test(text) ? at + 1 : 'no';
    case 'meta':
      return metaEnd(trees, at);
    default:
      return parsedEnd(fragment, rest, trees, at);
  }
}

/** `pub`, `pub(crate)`, or nothing. */
export function visibilityEnd(trees: readonly Tree[], at: number): number {
  if (textAt(trees, at) !== 'pub') return at;
  const scope = trees[at + 1];
  const isScope = isGroup(scope) && scope.open === '(' && /^(?:crate|super|self|in)$/.test(textAt(scope.inner, 0));
  return isScope ? at + 2 : at + 1;
}

// `derive(Debug)`, `cfg(x)`, `doc = "x"`: a path with a group or a value behind it.
function metaEnd(trees: readonly Tree[], from: number): End {
  let at = from;
  while (WORD.test(textAt(trees, at)) || textAt(trees, at) === ':') at += 1;
  if (at === from) return 'no';
  if (isGroup(trees[at])) return at + 1;
  return textAt(trees, at) === '=' ? trees.length : at;
}

/** Types and expressions reach to the token that the matcher wants behind them. */
function parsedEnd(fragment: string, rest: readonly Pattern[], trees: readonly Tree[], from: number): End {
  if (fragment === 'item' || fragment === 'stmt' || fragment === '') return 'unsure';
  const stops = firstOf(rest);
  if (stops === null) return 'unsure';
  const isType = fragment === 'ty' || fragment === 'path';
  let angles = 0;
  let at = from;
  for (; at < trees.length; at++) {
    const tree = trees[at]!;
    const text = isGroup(tree) ? tree.open : tree.text;
    if (angles === 0 && stops.has(text)) break;
    // `a < b`, `f::<A, B>()` and `|a, b| c` are for a parser.
    if ((text === '<' || text === '|') && !isType) return 'unsure';
    if (text === '<') angles += 1;
    else if (text === '>' && !/[-=]/.test(textAt(trees, at - 1))) angles -= 1;
  }
  if (angles !== 0) return 'unsure';
  return at > from ? at : 'no';
}

/** The tokens that may come first; null where that may be a fragment. */
function firstOf(patterns: readonly Pattern[]): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const pattern of patterns) {
    if (pattern.kind === 'variable') return null;
    if (pattern.kind === 'token') return found.add(pattern.text);
    if (pattern.kind === 'group') return found.add(pattern.open);
    const inner = firstOf(pattern.inner);
    if (inner === null) return null;
    for (const one of inner) found.add(one);
    if (pattern.separator !== null) found.add(pattern.separator);
    if (pattern.operator === '+') return found;
  }
  return found;
}
