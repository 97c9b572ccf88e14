import type { BabelNode } from '../../../src/languages/javascript/second-reader.ts';

/** A node of a parsed file with what comparing asks of it. Offsets are UTF-16 into the text. */
export interface Tree {
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

/** @param hash a short text, equal for equal texts alone */
export function readTree(node: BabelNode, hash: (text: string) => string): Tree {
  const { children, scalars } = partsOf(node, hash);
  const comments = COMMENTS.some((where) => node[where] !== undefined) ? shownComments(node) : NO_COMMENTS;
  const joined = scalars.sort().join('\n');
  const inner = [...children].map(([key, child]) => `${key}:${digestOf(child)}`).sort();
  const first = commentsOf(node, 'leadingComments').find(({ start }) => start < node.start);
  return {
    type: node.type,
    start: node.start,
    end: node.end,
    digest: hash([node.type, joined, comments, ...inner].join('\n')),
    comments,
    from: first?.start ?? node.start,
    isParenthesized: (node.extra as { parenthesized?: boolean } | undefined)?.parenthesized === true,
    scalars: joined,
    children,
  };
}

type Child = Tree | null | readonly (Tree | null)[];

function partsOf(node: BabelNode, hash: (text: string) => string): { children: Map<string, Child>; scalars: string[] } {
  const children = new Map<string, Child>();
  const scalars: string[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (PLACE.has(key)) continue;
    const child = childOf(value, hash);
    if (child !== undefined) children.set(key, child);
    else scalars.push(`${key}=${node.type === 'JSXText' ? shownText(String(value)) : printed(value)}`);
  }
  return { children, scalars };
}

/** undefined for what is no node and no list of nodes. */
function childOf(value: unknown, hash: (text: string) => string): Child | undefined {
  if (value === null || value === undefined) return null;
  if (isNode(value)) return readTree(value, hash);
  if (!Array.isArray(value) || !value.every((item) => item === null || isNode(item))) return undefined;
  return value.map((item: BabelNode | null) => item && readTree(item, hash));
}

const digestOf = (child: Child): string =>
  child === null || isTree(child) ? (child?.digest ?? '-') : child.map((one) => one?.digest ?? '-').join(',');

export const isTree = (child: Child): child is Tree => child !== null && 'type' in child;

const isNode = (value: unknown): value is BabelNode =>
  typeof value === 'object' && value !== null && typeof (value as BabelNode).type === 'string' && 'start' in value;

const shownComments = (node: BabelNode): string =>
  COMMENTS.map((where) =>
    commentsOf(node, where)
      .map(({ type, value }) => `${type} ${value.replace(/^[ \t]+|[ \t\r]+$/gm, '')}`)
      .join('\n'),
  ).join('\t');

const commentsOf = (node: BabelNode, where: (typeof COMMENTS)[number]): readonly Comment[] =>
  (node[where] as readonly Comment[] | undefined) ?? [];

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
