import type { BabelNode } from '../../../src/languages/javascript/second-reader.ts';

/** A node of a parsed file with what comparing asks of it. Offsets are UTF-16 into the text. */
export interface Tree {
  readonly node: BabelNode;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  /** Equal for nodes that say the same, comments included, wherever they stand and however they are laid out. */
  readonly digest: string;
  /** Digest of the comments that are attached to the node alone. */
  readonly comments: string;
  /** Where the comments before it begin; `start` where there are none. */
  readonly from: number;
  readonly isParenthesized: boolean;
  /** Everything that is no node: operators, names, values, flags. */
  readonly scalars: string;
  /** In the order of the text: a child, none, or a list of children with holes. */
  readonly children: ReadonlyMap<string, Tree | null | readonly (Tree | null)[]>;
}

interface Comment {
  readonly type: string;
  readonly value: string;
  readonly start: number;
}

/** What says where a node stands or how it is written, and nothing of what it means. */
const PLACE = new Set([
  'type',
  'start',
  'end',
  'loc',
  'range',
  'extra',
  'tokens',
  'errors',
  'comments',
  'raw',
  'rawValue',
  'leadingComments',
  'innerComments',
  'trailingComments',
]);
const COMMENTS = ['leadingComments', 'innerComments', 'trailingComments'] as const;
const NO_COMMENTS = '\t\t';

/**
 * Everything about a node is made when it is asked for: most of a file is equal to its print, and is only compared.
 * @param hash a short text, equal for equal texts alone
 */
export function readTree(node: BabelNode, hash: (text: string) => string): Tree {
  let parts: Parts | null = null;
  let digest: string | null = null;
  let comments: string | null = null;
  const partsNow = (): Parts => {
    parts ??= partsOf(node, hash);
    return parts;
  };
  return {
    node,
    type: node.type,
    start: node.start,
    end: node.end,
    isParenthesized: (node.extra as { parenthesized?: boolean } | undefined)?.parenthesized === true,
    get digest() {
      digest ??= digestOf(this, hash);
      return digest;
    },
    get comments() {
      comments ??= shownComments(node);
      return comments;
    },
    get from() {
      return commentsOf(node, 'leadingComments').find(({ start }) => start < node.start)?.start ?? node.start;
    },
    get scalars() {
      return partsNow().scalars;
    },
    get children() {
      return partsNow().children;
    },
  };
}

type Child = Tree | null | readonly (Tree | null)[];

type Parts = Pick<Tree, 'children' | 'scalars'>;

function digestOf({ type, scalars, comments, children }: Tree, hash: (text: string) => string): string {
  const inner = [...children].map(([key, child]) => `${key}:${digestOfChild(child)}`).sort();
  return hash([type, scalars, comments, ...inner].join('\n'));
}

function partsOf(node: BabelNode, hash: (text: string) => string): Parts {
  const children = new Map<string, Child>();
  const scalars: string[] = [];
  for (const key of Object.keys(node)) {
    if (PLACE.has(key)) continue;
    const child = childOf(node[key], hash);
    if (child !== undefined) children.set(key, child);
    else scalars.push(`${key}=${shownScalar(node.type, node[key])}`);
  }
  return { children, scalars: scalars.sort().join('\n') };
}

/** undefined for what is no node and no list of nodes. */
function childOf(value: unknown, hash: (text: string) => string): Child | undefined {
  if (value === null || value === undefined) return null;
  if (isNode(value)) return readTree(value, hash);
  return isNodes(value) ? value.map((item) => item && readTree(item, hash)) : undefined;
}

const digestOfChild = (child: Child): string =>
  child === null || isTree(child) ? (child?.digest ?? '-') : child.map((one) => one?.digest ?? '-').join(',');

export const isTree = (child: Child): child is Tree => child !== null && 'type' in child;

const isNode = (value: unknown): value is BabelNode =>
  typeof value === 'object' && value !== null && typeof (value as BabelNode).type === 'string' && 'start' in value;

const shownComments = (node: BabelNode): string =>
  COMMENTS.every((where) => node[where] === undefined) ? NO_COMMENTS : writtenComments(node);

const writtenComments = (node: BabelNode): string =>
  COMMENTS.map((where) =>
    commentsOf(node, where)
      .map(({ type, value }) => `${type} ${value.replace(/^[ \t]+|[ \t\r]+$/gm, '')}`)
      .join('\n'),
  ).join('\t');

const commentsOf = (node: BabelNode, where: (typeof COMMENTS)[number]): readonly Comment[] =>
  (node[where] as readonly Comment[] | undefined) ?? [];

const shownScalar = (type: string, value: unknown): string =>
  type === 'JSXText' ? shownText(String(value)) : printed(value);

/** Values of template elements are objects without a type; those of big and regular literals are strings. */
const printed = (value: unknown): string =>
  typeof value === 'object' ? JSON.stringify(value) : `${typeof value} ${String(value)}`;

/** As React shows it: lines are trimmed, empty ones go, the others are joined by one blank. */
function shownText(text: string): string {
  const lines = text.split(/\r?\n/);
  return lines
    .map((line, i) => (i === 0 ? line : line.trimStart()))
    .map((line, i) => (i === lines.length - 1 ? line : line.trimEnd()))
    .filter((line) => line !== '')
    .join(' ');
}

/** Whether two nodes have one digest, without making it. */
export function saySame(one: BabelNode, other: BabelNode): boolean {
  if (one.type !== other.type) return false;
  let keys = 0;
  for (const key of Object.keys(one)) {
    if (PLACE.has(key)) continue;
    keys += 1;
    if (!hasSame(one.type, one[key], other[key]) || !Object.hasOwn(other, key)) return false;
  }
  for (const key of Object.keys(other)) if (!PLACE.has(key)) keys -= 1;
  return keys === 0 && shownComments(one) === shownComments(other);
}

function hasSame(type: string, one: unknown, other: unknown): boolean {
  if (one === null || one === undefined) return other === null || other === undefined;
  if (typeof one !== 'object' && type !== 'JSXText') return one === other;
  if (isNode(one)) return isNode(other) && saySame(one, other);
  if (!isNodes(one)) return !isNode(other) && !isNodes(other) && shownScalar(type, one) === shownScalar(type, other);
  return isNodes(other) && one.length === other.length && one.every((item, i) => hasSame(type, item, other[i]));
}

const isNodes = (value: unknown): value is readonly (BabelNode | null)[] =>
  Array.isArray(value) && value.every((item) => item === null || isNode(item));
