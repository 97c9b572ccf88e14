import type { Pattern } from './macro-patterns.ts';
import { isGroup, type Tree, textAt } from './token-trees.ts';

/** What a variable of a matcher stands for: tokens, or for one in a repetition one binding a turn. */
export type Binding = { readonly trees: readonly Tree[] } | { readonly turns: readonly Binding[] };
export type Bindings = ReadonlyMap<string, Binding>;

/** `unsure` where only Rust's own parser can decide how far a fragment reaches: no arm behind may be taken then. */
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
  const most = operator === '?' ? 1 : Number.POSITIVE_INFINITY;
  const turns: Map<string, Binding>[] = [];
  // Behind a turn comes another one, or what is behind all of them.
  const again: Pattern[] = separator === null ? [...inner] : [{ kind: 'token', text: separator }];
  const follow: Pattern[] = [{ kind: 'repetition', inner: again, separator: null, operator: '?' }, ...rest];
  let at = from;
  while (turns.length < most) {
    const start = turnStart(trees, at, turns.length === 0 ? null : separator);
    if (start >= trees.length) break;
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

/** Where the next turn begins, behind the separator if one is wanted; the end of the trees where none can. */
const turnStart = (trees: readonly Tree[], at: number, separator: string | null): number => {
  if (separator === null) return at;
  return textAt(trees, at) === separator ? at + 1 : trees.length;
};

export const namesIn = (patterns: readonly Pattern[]): string[] =>
  patterns.flatMap((one) =>
    one.kind === 'variable' ? [one.name] : one.kind === 'group' || one.kind === 'repetition' ? namesIn(one.inner) : [],
  );

const WORD = /^(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*$/u;
const LITERAL = /^(?:\d|(?:b|c|br|cr|r)?#*"|b?'.*'$)|^(?:true|false)$/s;

function fragmentEnd(fragment: string, rest: readonly Pattern[], trees: readonly Tree[], at: number): End {
  if (fragment === 'vis') return visibilityEnd(trees, at);
  if (fragment === 'literal') return literalEnd(trees, at);
  if (fragment === 'meta') return metaEnd(trees, at);
  const isOne = Object.hasOwn(ONE_TREE, fragment) ? ONE_TREE[fragment]! : null;
  if (isOne === null) return parsedEnd(fragment, rest, trees, at);
  return at < trees.length && isOne(trees[at]!, textAt(trees, at)) ? at + 1 : 'no';
}

/** Fragments that are one token or one group. */
const ONE_TREE: Readonly<Record<string, (tree: Tree, text: string) => boolean>> = {
  tt: () => true,
  ident: (_, text) => WORD.test(text) && text !== '_',
  lifetime: (_, text) => /^'[\p{XID_Start}_]/u.test(text) && !text.endsWith("'"),
  block: (tree) => isGroup(tree) && tree.open === '{',
};

function literalEnd(trees: readonly Tree[], at: number): End {
  const end = textAt(trees, at) === '-' ? at + 1 : at;
  return LITERAL.test(textAt(trees, end)) ? end + 1 : 'no';
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

/** Types and expressions reach to the token that the matcher requires behind them. */
function parsedEnd(fragment: string, rest: readonly Pattern[], trees: readonly Tree[], from: number): End {
  if (fragment === 'item' || fragment === 'stmt' || fragment === '') return 'unsure';
  const stops = firstOf(rest);
  if (stops === null) return 'unsure';
  const isType = fragment === 'ty' || fragment === 'path';
  let angles = 0;
  let at = from;
  for (; at < trees.length; at++) {
    const text = firstText(trees[at]!);
    if (angles === 0 && stops.has(text)) break;
    // `a < b`, `f::<A, B>()` and `|a, b| c` are for a parser.
    if (!isType && /^[<|]$/.test(text)) return 'unsure';
    angles += turnOf(trees, at);
  }
  if (angles !== 0) return 'unsure';
  return at > from ? at : 'no';
}

const firstText = (tree: Tree): string => (isGroup(tree) ? tree.open : tree.text);

/** How an angle bracket changes the depth; the `>` of `->` and `=>` is none. */
function turnOf(trees: readonly Tree[], at: number): number {
  const text = textAt(trees, at);
  if (text === '<') return 1;
  return text === '>' && !/[-=]/.test(textAt(trees, at - 1)) ? -1 : 0;
}

/** The tokens that may come first; null where that may be a fragment. */
function firstOf(patterns: readonly Pattern[]): ReadonlySet<string> | null {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const first = firstOfOne(pattern);
    if (first === null) return null;
    for (const one of first) found.add(one);
    const mayBeAbsent = pattern.kind === 'repetition' && pattern.operator !== '+';
    if (!mayBeAbsent) return found;
  }
  return found;
}

function firstOfOne(pattern: Pattern): readonly string[] | null {
  if (pattern.kind === 'variable') return null;
  if (pattern.kind === 'token') return [pattern.text];
  if (pattern.kind === 'group') return [pattern.open];
  const inner = firstOf(pattern.inner);
  if (inner === null) return null;
  return pattern.separator === null ? [...inner] : [...inner, pattern.separator];
}
