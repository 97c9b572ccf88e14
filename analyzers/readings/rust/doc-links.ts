import { isComment } from '../../../src/languages/rust/tokens.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** A place in documentation where rustdoc takes a path: `[a](b::C)`, `[a]: b`, `[b::C]`, `[a][b]`, each also as `kind@path`. */
export interface DocLink {
  /** The comment, or the string of `#[doc = "…"]`, that it stands in. */
  readonly node: Node;
  /** Range of the path in the file, without its disambiguator. */
  readonly start: number;
  readonly end: number;
  /** `super::a::B`, `self`, `Vec`. */
  readonly path: string;
  /** The link's text is its path: an offset behind its `]`; else -1. */
  readonly behind: number;
}

const KIND = '(?:[a-z]+@)?';
const PATH = String.raw`((?:(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)(?:::(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)*)`;
// What is behind `#` may hold a type: `Keys#impl-Index<usize>-for-Keys<'a,+K,+V>`.
const SUFFIX = String.raw`(?:\(\)|!(?:\(\)|\[\]|\{\})?)?(?:#[^\s\])]*?)?`;
const DESTINATION = new RegExp(`\\](?:\\(\\s*|:[ \\t]*)<?\`?${KIND}${PATH}${SUFFIX}\`?>?(?=[\\s)]|$)`, 'dgu');
const SHORTCUT = new RegExp(`\\[(\`*)${KIND}${PATH}${SUFFIX}\\1\\](?!\\(|:|\\[[^\\]])`, 'dgu');
const DEFINED = /^[^\S\n]*(?:\/\/[/!]|\*)?[^\S\n]*\[([^\]\n]+)\]:/gm;

interface Piece {
  readonly node: Node;
  readonly start: number;
  readonly text: string;
}

/** The links in the documentation of the nodes from..to, in source order; not what stands in code. */
export function docLinks(syntax: Syntax, from: Node, to: Node): DocLink[] {
  return docGroups(syntax, from, to).flatMap((group) => {
    const defined = new Set(group.flatMap(({ text }) => [...text.matchAll(DEFINED)].map(([, label]) => plain(label!))));
    const masked = withoutCode(group);
    return masked.flatMap((piece) => linksIn(piece, defined));
  });
}

const plain = (label: string): string => label.replaceAll('`', '').trim();

function linksIn({ node, start, text }: Piece, defined: ReadonlySet<string>): DocLink[] {
  const found: DocLink[] = [];
  const add = ([from, until]: readonly [number, number], behind: number): void => {
    found.push({ node, start: start + from, end: start + until, path: text.slice(from, until), behind });
  };
  for (const match of text.matchAll(DESTINATION)) add(match.indices![1]!, -1);
  for (const match of text.matchAll(SHORTCUT)) {
    const label = plain(match[0].slice(1, -1));
    if (!defined.has(label)) add(match.indices![2]!, start + match.index + match[0].length);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Doc comments that stand together, and strings of `#[doc = "…"]`. */
function docGroups(syntax: Syntax, from: Node, to: Node): Piece[][] {
  const groups: Piece[][] = [];
  let open: Piece[] = [];
  for (let node = from; node < to; ) {
    const kind = kindOf(syntax, node);
    const piece = { node, start: syntax.start[node]!, text: textOf(syntax, node) };
    if (isComment(kind)) {
      if (/^(?:\/\/[/!]|\/\*[*!])/.test(piece.text)) open.push(piece);
      node = syntax.after[node]!;
      continue;
    }
    if (open.length > 0 && kind !== 'attribute_item') {
      groups.push(open);
      open = [];
    }
    if (/string_literal$/.test(kind) && isDocText(syntax, node)) groups.push([piece]);
    node += 1;
  }
  return open.length > 0 ? [...groups, open] : groups;
}

function isDocText(syntax: Syntax, node: Node): boolean {
  let parent = syntax.parent[node]!;
  if (parent !== -1 && kindOf(syntax, parent) === 'token_tree') return /\bdoc\s*=\s*$/.test(before(syntax, node));
  while (parent !== -1 && kindOf(syntax, parent) !== 'attribute' && kindOf(syntax, parent) !== 'block')
    parent = syntax.parent[parent]!;
  return parent !== -1 && /^doc\s*=/.test(textOf(syntax, parent));
}

const before = (syntax: Syntax, node: Node): string =>
  syntax.text.slice(Math.max(0, syntax.start[node]! - 20), syntax.start[node]!);

const FENCE = /^[^\S\n]*(?:\/\/[/!]|\*)?[^\S\n]*(`{3,}|~{3,})/;

/** Code blocks and code spans become spaces; a span that begins a link's text stays. */
function withoutCode(group: readonly Piece[]): Piece[] {
  let fence: string | null = null;
  return group.map((piece) => ({
    ...piece,
    text: piece.text
      .split('\n')
      .map((line) => {
        const mark = FENCE.exec(line)?.[1];
        const inside = fence !== null;
        if (mark !== undefined && fence === null) fence = mark;
        else if (mark !== undefined && fence !== null && mark[0] === fence[0] && mark.length >= fence.length)
          fence = null;
        if (inside || mark !== undefined) return ' '.repeat(line.length);
        return withoutSpans(line);
      })
      .join('\n'),
  }));
}

function withoutSpans(line: string): string {
  let masked = '';
  let at = 0;
  for (const open of line.matchAll(/`+/g)) {
    if (open.index < at) continue;
    const behind = open.index + open[0].length;
    const close = [...line.slice(behind).matchAll(/`+/g)].find(([run]) => run.length === open[0].length);
    if (!close) continue;
    const end = behind + close.index + close[0].length;
    const isLabel = line[open.index - 1] === '[';
    masked += line.slice(at, open.index) + (isLabel ? line.slice(open.index, end) : ' '.repeat(end - open.index));
    at = end;
  }
  return masked + line.slice(at);
}
