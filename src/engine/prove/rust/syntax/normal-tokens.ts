import { dirname, normalize } from 'node:path/posix';
import { type RelativePath, relativePaths } from '../../../../languages/rust/paths.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { readVisibility } from '../../../../languages/rust/read-visibility.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { plainModuleLinks } from '../module-links.ts';

/**
 * A token as it can be compared between places. A relative path's prefix and a visibility are counted in modules from the facade, so that
 * `super::x` in a part and `self::x` in the facade are the same.
 */
export type NormalToken = { readonly text: string } | { readonly audience: string };

export interface Place {
  readonly path: string;
  /** Modules below the facade. */
  readonly depth: number;
  /** How many of the inner modules around the tokens `depth` counts already: 1 in an inline module that becomes a file. */
  readonly inner: number;
  /** The facade is the crate's root: there, private and `pub(crate)` are the same. */
  readonly root: boolean;
  /** True for a name that a relative path into the part itself reaches in the facade too: moved names, and all behind `use super::*`. */
  readonly reaches: (name: string | null) => boolean;
}

const WHOLE = new Set(['string_literal', 'raw_string_literal', 'lifetime', 'label', 'char_literal']);
const FILE_MACRO = /(?:^|\W)include(?:_str|_bytes)?\s*!\s*[([{]\s*$/;

export function normalTokens(syntax: Syntax, from: Node, to: Node, place: Place): NormalToken[] {
  const prefixes = new Map(relativePaths(syntax, from, to).map((path) => [path.start, path]));
  const tokens: NormalToken[] = [];
  for (let node = from; node < to; ) {
    const kind = kindOf(syntax, node);
    const start = syntax.start[node]!;
    const next = syntax.after[node]!;
    if (isComment(kind)) {
      tokens.push(...docTokens(syntax, node));
      node = next;
    } else if (kind === 'visibility_modifier') {
      tokens.push({ audience: audienceOf(syntax, node, place) });
      node = next;
    } else if (isLayout(syntax, node, kind)) node = next;
    else if (WHOLE.has(kind) || next === node + 1) {
      const prefix = prefixes.get(start);
      if (prefix && prefix.where !== 'attribute-string') {
        tokens.push({ text: `@${levelOf(prefix, place)}` });
        node = behindPrefix(syntax, node, prefix.supers, prefix.first, to);
        continue;
      }
      if (syntax.end[node]! > start) tokens.push({ text: tokenText(syntax, node, kind, place, prefixes) });
      node = next;
    } else node += 1;
  }
  return withoutLayoutCommas(tokens);
}

/** What rustfmt adds and takes away with a line break: `=> { x }` for `=> x,`, and `|y| { x }` for `|y| x`. */
function isLayout(syntax: Syntax, node: Node, kind: string): boolean {
  const parent = syntax.parent[node]!;
  if (parent === -1) return false;
  if (kind === ',') return kindOf(syntax, parent) === 'match_arm';
  if ((kind !== '{' && kind !== '}') || kindOf(syntax, parent) !== 'block') return false;
  const holder = syntax.parent[parent]!;
  if (holder === -1 || !/^(match_arm|closure_expression)$/.test(kindOf(syntax, holder))) return false;
  const inside = namedChildrenOf(syntax, parent);
  const [only] = inside;
  return inside.length === 1 && isValue(syntax, only!);
}

const isValue = (syntax: Syntax, node: Node): boolean => {
  const kind = kindOf(syntax, node);
  if (kind === 'expression_statement') return !textOf(syntax, node).endsWith(';');
  return !/_(item|declaration|definition|comment)$|^(label|empty_statement)$/.test(kind);
};

/** Counted from the facade, or `#n` for a module that moves along with the text. */
function levelOf({ supers, depth, name }: Pick<RelativePath, 'supers' | 'depth' | 'name'>, place: Place): string {
  const rest = depth - place.inner - supers;
  if (rest > 0) return `#${rest}`;
  return `${rest === 0 && place.depth > 0 && place.reaches(name) ? 0 : place.depth + rest}`;
}

// `super :: super :: x`: the nodes of the whole prefix, up to the `::` before the name.
function behindPrefix(syntax: Syntax, node: Node, supers: number, first: 'self' | 'super', to: Node): Node {
  let left = supers - (first === 'super' ? 1 : 0);
  let at = syntax.after[node]!;
  while (left > 0 && at < to) {
    if (kindOf(syntax, at) === 'super') left -= 1;
    at += 1;
  }
  return at;
}

function tokenText(
  syntax: Syntax,
  node: Node,
  kind: string,
  place: Place,
  prefixes: ReadonlyMap<number, RelativePath>,
): string {
  const text = textOf(syntax, node);
  if (kind !== 'string_literal' && kind !== 'raw_string_literal') return plainName(text);
  const start = syntax.start[node]!;
  for (const [at, prefix] of prefixes)
    if (at > start && at < syntax.end[node]!)
      return `"@${levelOf(prefix, place)}${text.slice(at - start).replace(/^(?:self|super)(?:\s*::\s*super)*/, '')}`;
  if (FILE_MACRO.test(syntax.text.slice(Math.max(0, start - 40), start))) {
    const [, open, file, close] = /^(b?r?#*")(.*)("#*)$/s.exec(text) ?? ['', '', text, ''];
    return `${open}${normalize(`${dirname(place.path)}/${file}`)}${close}`;
  }
  return text;
}

/** `pub`, `crate`, a named ancestor, or the number of the module that may see it, counted from the facade. */
function audienceOf(syntax: Syntax, node: Node, place: Place): string {
  const owner = syntax.parent[node]!;
  const { kind, text } = readVisibility(syntax, owner);
  const written = textOf(syntax, node);
  const shown = written === text ? kind : /^pub$/.test(written) ? 'pub' : 'in';
  if (shown === 'pub') return 'pub';
  if (shown === 'crate') return place.root ? '0' : 'crate';
  const [path] = relativePaths(syntax, node, syntax.after[node]!);
  if (!path)
    return written.replace(/\s+/g, '') === 'pub(crate)' ? (place.root ? '0' : 'crate') : written.replace(/\s+/g, '');
  const rest = path.name === null ? '' : `::${path.name}`;
  return `${levelOf({ ...path, name: null }, { ...place, reaches: () => false })}${rest}`;
}

const docTokens = (syntax: Syntax, comment: Node): NormalToken[] =>
  isDoc(syntax, comment) ? [{ text: docText(textOf(syntax, comment)) }] : [];

const isDoc = (syntax: Syntax, node: Node): boolean =>
  /^(\/\/\/(?!\/)|\/\*\*(?![*/])|\/\/!|\/\*!)/.test(textOf(syntax, node));

// A link's prefix may change with the module that it stands in; the rest of a doc comment stays.
const docText = (text: string): string =>
  text
    .split('\n')
    .map((line) => plainModuleLinks(line.trim()).replace(/(\[`?|\]\(|\]:\s*)(?:(?:self|super)::)+/g, '$1'))
    .join('\n')
    .trim();

// rustfmt adds and removes the comma before a closing bracket; that of a one-tuple is told apart by the build.
const withoutLayoutCommas = (tokens: readonly NormalToken[]): NormalToken[] =>
  tokens.filter((token, i) => {
    const next = tokens[i + 1];
    return !('text' in token && token.text === ',' && next && 'text' in next && /^[)\]}>]$/.test(next.text));
  });

/** Tokens without visibility, as one key. */
export const keyOf = (tokens: readonly NormalToken[]): string =>
  tokens.flatMap((token) => ('text' in token ? [token.text] : [])).join('\u0001');
