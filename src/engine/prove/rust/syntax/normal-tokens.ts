import { depthOf, type RelativePath, relativePaths } from '../../../../languages/rust/paths.ts';
import { isKeyword, plainName } from '../../../../languages/rust/plain-name.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { audienceOf } from './audience.ts';
import { commentText, linkChanges } from './doc-tokens.ts';
import { isLayout } from './layout-tokens.ts';
import type { Place } from './place.ts';
import { placeTokens } from './place-tokens.ts';

/**
 * A token as it can be compared between places. A relative path's prefix and a visibility are counted in modules from the facade, so that
 * `super::x` in a part and `self::x` in the facade are the same. Comments are tokens too.
 */
export type NormalToken = { readonly text: string } | { readonly audience: string };

const WHOLE = new Set(['string_literal', 'raw_string_literal', 'lifetime', 'label', 'char_literal']);
// A licence belongs to its file, wherever it stands.
export const LICENCE = /copyright|licen[sc]e|spdx/i;

/** @param body the item itself: what stands before it is attached to it */
export function normalTokens(syntax: Syntax, from: Node, to: Node, place: Place, body: Node = from): NormalToken[] {
  const context: Context = {
    syntax,
    place,
    prefixes: new Map(relativePaths(syntax, from, to).map((path) => [path.start, path])),
    links: linkChanges(syntax, from, to, (path) => levelOf(path, place)),
    places: placeTokens(syntax, from, to, place, body),
  };
  const tokens: NormalToken[] = [];
  let read = syntax.start[from] ?? 0;
  for (let node = from; node < to; ) {
    const kind = kindOf(syntax, node);
    const next = syntax.after[node]!;
    const end = syntax.end[node]!;
    tokens.push(...hiddenBetween(syntax, read, syntax.start[node]!), ...blankBefore(context, node, read));
    read = Math.max(read, syntax.start[node]!);
    if (isComment(kind)) {
      const text = commentText(syntax, node, context.links.get(node));
      if (node >= body || isDoc(text) || !LICENCE.test(text)) tokens.push({ text });
      node = next;
    } else if (kind === 'visibility_modifier') {
      tokens.push({ audience: audienceOf(textOf(syntax, node), depthOf(syntax, node), place) });
      node = next;
    } else if (isLayout(syntax, node, kind, place.macros)) node = next;
    else if (WHOLE.has(kind) || next === node + 1) {
      const prefix = context.prefixes.get(syntax.start[node]!);
      if (prefix && prefix.where !== 'attribute-string' && !isShown(syntax, node, place)) {
        tokens.push({ text: `@${levelOf(prefix, place)}` });
        node = behindPrefix(syntax, node, prefix, to);
        read = Math.max(read, syntax.end[node - 1]!);
        continue;
      }
      const mark = context.places.marks.get(node);
      if (mark !== undefined) tokens.push({ text: `@${mark}` });
      if (syntax.end[node]! > syntax.start[node]!) tokens.push({ text: tokenText(context, node, kind) });
      node = next;
    } else {
      node += 1;
      continue;
    }
    read = Math.max(read, end);
  }
  return tokens;
}

/** A blank among tokens that the program shows: how wide it is, and whether it is a line break, nobody sees. */
function blankBefore({ syntax, places }: Context, node: Node, read: number): NormalToken[] {
  if (places.shown.length === 0 || syntax.after[node] !== node + 1 || read >= syntax.start[node]!) return [];
  return places.shown.some(([from, until]) => from + 1 < node && node < until - 1) ? [{ text: ' ' }] : [];
}

/** What the parser was not shown because its grammar does not know it: `:` of `T:`, `pub` of a foreign type. */
function hiddenBetween({ text }: Syntax, from: number, to: number): NormalToken[] {
  if (to <= from) return [];
  return (text.slice(from, to).match(/[^\s\uFEFF]+/g) ?? []).map((hidden) => ({ text: hidden }));
}

interface Context {
  readonly syntax: Syntax;
  readonly place: Place;
  readonly prefixes: ReadonlyMap<number, RelativePath>;
  readonly links: ReturnType<typeof linkChanges>;
  readonly places: ReturnType<typeof placeTokens>;
}

/** Among the tokens of a macro that puts their text into the program: `stringify!(self::x)`, `assert!(self::x())`. */
function isShown(syntax: Syntax, node: Node, { macros }: Place): boolean {
  const isShowing = (name: string): boolean => SHOWING.test(name) || macros.showsPaths(name.split('::').at(-1)!);
  for (let at = syntax.parent[node]!; at > 0; at = syntax.parent[at]!) {
    const kind = kindOf(syntax, at);
    if (kind === 'macro_invocation') {
      const name = textOf(syntax, childByField(syntax, at, 'macro'));
      if (isShowing(name.replace(/\s+/g, ''))) return true;
    }
    const called =
      kind === 'token_tree'
        ? CALLED.exec(syntax.text.slice(Math.max(0, syntax.start[at]! - 80), syntax.start[at]!))
        : null;
    if (called && isShowing(called[1]!)) return true;
    if (kind === 'block' || kind === 'declaration_list') return false;
  }
  return false;
}

const SHOWING = /^(?:(?:std|core)::)?(?:stringify|assert|debug_assert|dbg)$/;
const CALLED = /([\p{XID_Start}_][\p{XID_Continue}]*)\s*!\s*$/u;

/** Counted from the facade, or `#n` for a module that moves along with the text. */
function levelOf(path: Pick<RelativePath, 'supers' | 'depth' | 'name' | 'start'>, place: Place): string {
  const { supers, depth, name, start } = path;
  const rest = depth - supers;
  if (rest > 0) return `#${rest}`;
  return `${rest === 0 && place.depth > 0 && place.reaches(name, start) ? 0 : place.depth + rest}`;
}

// `super :: super :: x`: the nodes of the whole prefix, up to the `::` before the name.
function behindPrefix(syntax: Syntax, node: Node, { supers, first }: RelativePath, to: Node): Node {
  let left = supers - (first === 'super' ? 1 : 0);
  let at = syntax.after[node]!;
  while (left > 0 && at < to) {
    if (kindOf(syntax, at) === 'super') left -= 1;
    at += 1;
  }
  return at;
}

function tokenText({ syntax, place, prefixes, links, places }: Context, node: Node, kind: string): string {
  const text = textOf(syntax, node);
  // A macro may tell `r#type` from `type`.
  const isToken = /^token_(?:tree|repetition)$/.test(kindOf(syntax, Math.max(syntax.parent[node]!, 0)));
  // So may a later edition, where `gen` is a keyword.
  const isWhole = isToken || (text.startsWith('r#') && isKeyword(text.slice(2)));
  if (kind !== 'string_literal' && kind !== 'raw_string_literal') return isWhole ? text : plainName(text);
  const start = syntax.start[node]!;
  for (const [at, prefix] of prefixes)
    if (at > start && at < syntax.end[node]!)
      return `"@${levelOf(prefix, place)}${text.slice(at - start).replace(/^(?:self|super)(?:\s*::\s*super)*/, '')}`;
  const doc = links.get(node);
  return places.literals.get(node) ?? (doc ? commentText(syntax, node, doc) : text);
}

const isDoc = (text: string): boolean => /^(\/\/\/(?!\/)|\/\*\*(?![*/])|\/\/!|\/\*!)/.test(text);

/** Tokens without visibility, as one key. */
export const keyOf = (tokens: readonly NormalToken[]): string =>
  tokens.flatMap((token) => ('text' in token ? [token.text] : [])).join('\u0001');
