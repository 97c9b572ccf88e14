import { readAttributes } from '../../../../languages/rust/attributes.ts';
import { type Item, readItems } from '../../../../languages/rust/read-items.ts';
import { childByField, childByKind, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';
import { keyOf, type NormalToken, normalTokens, type Place } from './normal-tokens.ts';

/** Parts the key of a block's header from that of its member. */
export const MEMBER = '\u0002';

/** A piece of code that a split moves or keeps as one: an item, an associated item of an inherent block, a block's header. */
export interface Collected {
  readonly key: string;
  readonly tokens: readonly NormalToken[];
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** The opened inline module that holds it; '' for the file's own items. */
  readonly container: string;
  readonly start: number;
  readonly item: Item;
  /** A header may stand more often after the change than before. */
  readonly repeats: boolean;
}

/**
 * @param opened names of inline modules that are files in the other version: their items are collected one by one
 */
export function collectItems(syntax: Syntax, place: Place, opened: ReadonlySet<string>): Collected[] {
  return collectIn(syntax, 0, place, opened);
}

function collectIn(syntax: Syntax, container: Node, place: Place, opened: ReadonlySet<string>): Collected[] {
  return readItems(syntax, container).items.flatMap((item): Collected[] => {
    const name = nameOf(syntax, item.node);
    if (item.kind === 'mod' && opened.has(name) && container === 0) return openModule(syntax, item, name, place);
    const body =
      item.kind === 'impl' && childByField(syntax, item.node, 'trait') === -1
        ? childByField(syntax, item.node, 'body')
        : -1;
    if (body === -1 || item.broken || childByKind(syntax, body, 'inner_attribute_item') !== -1)
      return [entry(syntax, item, name, place, [[item.firstNode, item.afterNode]], false)];
    const header = entry(syntax, item, name, place, [[item.firstNode, body]], true);
    return [
      header,
      ...readItems(syntax, body).items.map((member) => {
        const one = entry(
          syntax,
          member,
          nameOf(syntax, member.node),
          place,
          [[member.firstNode, member.afterNode]],
          false,
        );
        return { ...one, key: `${header.key}${MEMBER}${one.key}` };
      }),
    ];
  });
}

/** The module without its body, and what stands in the body. */
function openModule(syntax: Syntax, item: Item, name: string, place: Place): Collected[] {
  const body = childByField(syntax, item.node, 'body');
  if (body === -1) return [entry(syntax, item, name, place, withoutMount(syntax, item), true)];
  const inner = { ...place, depth: place.depth + 1, inner: 1, reaches: () => false };
  return [
    entry(syntax, item, name, place, [[item.firstNode, body]], true),
    ...collectIn(syntax, body, inner, new Set()).map((one) => ({ ...one, container: name })),
  ];
}

type Spans = readonly (readonly [from: Node, to: Node])[];

/** `mod x;` but for its `;` and for the `#[path]` that says where its file is. */
function withoutMount(syntax: Syntax, { attributes, firstNode, afterNode }: Item): Spans {
  const mount = readAttributes(syntax, attributes).find(({ path }) => path === 'path')?.node;
  const last = afterNode - 1;
  return mount === undefined
    ? [[firstNode, last]]
    : [
        [firstNode, mount],
        [syntax.after[mount]!, last],
      ];
}

function entry(syntax: Syntax, item: Item, name: string, place: Place, spans: Spans, repeats: boolean): Collected {
  const all = spans.flatMap(([from, to]) => normalTokens(syntax, from, to, place));
  // The docs of a block stand once, with its first part.
  const tokens = repeats ? all.filter((token) => !('text' in token && /^\/[/*]/.test(token.text))) : all;
  return {
    key: `${item.kind} ${keyOf(tokens)}`,
    tokens,
    kind: item.kind,
    name,
    path: place.path,
    container: '',
    start: item.start,
    item,
    repeats,
  };
}

function nameOf(syntax: Syntax, node: Node): string {
  const inner = kindOf(syntax, node) === 'expression_statement' ? node + 1 : node;
  const name = childByField(syntax, inner, 'name');
  return name === -1
    ? textOf(syntax, inner).slice(0, 60).replace(/\s+/g, ' ')
    : textOf(syntax, name).replace(/^r#/, '');
}
