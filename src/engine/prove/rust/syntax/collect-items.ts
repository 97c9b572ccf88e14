import { cfgOf, readAttributes } from '../../../../languages/rust/attributes.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { type Item, readItems } from '../../../../languages/rust/read-items.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { keyOf, type NormalToken, normalTokens } from './normal-tokens.ts';
import type { Place } from './place.ts';

/** Separates the key of a block's header from that of its member. */
export const MEMBER = '\u0002';

/** Code that a split moves or keeps as one: an item, an associated item of an inherent block, a block's header. */
export interface Collected {
  readonly key: string;
  readonly tokens: readonly NormalToken[];
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  readonly start: number;
  readonly item: Item;
  /** A header may stand more often after the change than before. */
  readonly repeats: boolean;
  /** The predicates that it stands under, those of its block too; a test exists for tests alone. */
  readonly cfg: readonly string[];
}

/**
 * Everything of a file but its imports, which are compared by what they bind.
 * @param opened names of modules that were inline and are files: where their file lies is no part of them
 */
export function collectItems(syntax: Syntax, place: Place, opened: ReadonlySet<string>): Collected[] {
  return readItems(syntax, 0)
    .items.filter(({ kind }) => kind !== 'use')
    .flatMap((item): Collected[] => {
      const name = nameOf(syntax, item.node);
      const cfg = conditionsOf(syntax, item);
      const whole: Piece = { syntax, item, name, place, cfg, spans: [[item.firstNode, item.afterNode]] };
      if (item.kind === 'mod' && opened.has(name) && childByField(syntax, item.node, 'body') === -1)
        return [entry({ ...whole, spans: withoutMount(syntax, item) })];
      const body = dividedBody(syntax, item);
      return body === -1 ? [entry(whole)] : blockItems(whole, body);
    });
}

/** The body of an inherent block whose members may go different ways; -1 for what stays one. */
export function dividedBody(syntax: Syntax, { kind, node, broken }: Item): Node {
  if (kind !== 'impl' || broken || childByField(syntax, node, 'trait') !== -1) return -1;
  const body = childByField(syntax, node, 'body');
  return body !== -1 && childByKind(syntax, body, 'inner_attribute_item') !== -1 ? -1 : body;
}

function blockItems(whole: Piece, body: Node): Collected[] {
  const { syntax, item, place } = whole;
  const header = entry({ ...whole, spans: [[item.firstNode, body]] }, 'repeats');
  const members = readItems(syntax, body).items.map((member) => {
    const one = entry({
      syntax,
      item: member,
      name: nameOf(syntax, member.node),
      place,
      cfg: [...new Set([...whole.cfg, ...conditionsOf(syntax, member)])],
      spans: [[member.firstNode, member.afterNode]],
    });
    return { ...one, key: `${header.key}${MEMBER}${one.key}` };
  });
  return [header, ...members];
}

function conditionsOf(syntax: Syntax, { attributes }: Item): string[] {
  const read = readAttributes(syntax, attributes);
  return [...cfgOf(read), ...(read.some(({ path }) => path === 'test' || path === 'bench') ? ['test'] : [])];
}

type Spans = readonly (readonly [from: Node, to: Node])[];

/** `mod x;` but for the `#[path]` that says where its file is. */
function withoutMount(syntax: Syntax, { attributes, firstNode, afterNode }: Item): Spans {
  const mount = readAttributes(syntax, attributes).find(({ path }) => path === 'path')?.node;
  return mount === undefined
    ? [[firstNode, afterNode]]
    : [
        [firstNode, mount],
        [syntax.after[mount]!, afterNode],
      ];
}

interface Piece {
  readonly syntax: Syntax;
  readonly item: Item;
  readonly name: string;
  readonly place: Place;
  readonly cfg: readonly string[];
  readonly spans: Spans;
}

function entry({ syntax, item, name, place, cfg, spans }: Piece, repeats?: 'repeats'): Collected {
  const all = spans.flatMap(([from, to]) => normalTokens(syntax, from, to, place, item.node));
  // The docs and comments of a block are compared by themselves: they stand once, with one of its parts.
  const tokens = repeats ? all.filter((token) => !('text' in token && /^\/[/*]/.test(token.text))) : all;
  const { start, kind } = item;
  const key = `${kind} ${keyOf(tokens)}`;
  return { key, tokens, kind, name, path: place.path, start, item, repeats: repeats !== undefined, cfg };
}

function nameOf(syntax: Syntax, node: Node): string {
  const inner = kindOf(syntax, node) === 'expression_statement' ? node + 1 : node;
  const name = childByField(syntax, inner, 'name');
  return name === -1
    ? textOf(syntax, inner).slice(0, 60).replace(/\s+/g, ' ')
    : plainName(textOf(syntax, name)).replace(/^r#/, '');
}
