import { readItems } from '../../../../languages/rust/read-items.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { childByField, kindOf, type Node, type Syntax } from '../../../../languages/syntax.ts';
import { dividedBody } from './collect-items.ts';
import { commentText, linkChanges } from './doc-tokens.ts';
import { LICENCE } from './normal-tokens.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/** A comment that stands beside the items: banners, licences, what is said of imports and of divided blocks, the file's own docs. */
export interface LooseComment {
  readonly text: string;
  readonly start: number;
  /** The file that it stands in. */
  readonly path: string;
}

type LevelOf = Parameters<typeof linkChanges>[3];

export function looseComments(syntax: Syntax, path: string, levelOf: LevelOf): LooseComment[] {
  const links = linkChanges(syntax, 0, syntax.size, levelOf);
  const spans = ownedSpans(syntax);
  const found: LooseComment[] = [];
  for (let node = 0; node < syntax.size; ) {
    if (!isComment(kindOf(syntax, node))) {
      node += 1;
      continue;
    }
    const text = commentText(syntax, node, links.get(node));
    const owner = spans.find(({ from, to }) => from <= node && node < to);
    if (!owner || (node < owner.body && LICENCE.test(text) && !/^\/\/\/|^\/\*\*/.test(text)))
      found.push({ text, start: syntax.start[node]!, path });
    node = syntax.after[node]!;
  }
  return found;
}

interface Span {
  readonly from: Node;
  readonly to: Node;
  readonly body: Node;
}

/** What is compared token by token, with the comments in it. */
function ownedSpans(syntax: Syntax): Span[] {
  return readItems(syntax, 0).items.flatMap((item): Span[] => {
    if (item.kind === 'use' || isFileModule(syntax, item)) return [];
    const body = dividedBody(syntax, item);
    const owned = body === -1 ? [item] : readItems(syntax, body).items;
    return owned.map(({ firstNode, afterNode, node }) => ({ from: firstNode, to: afterNode, body: node }));
  });
}

const isFileModule = (syntax: Syntax, { kind, node }: { kind: string; node: Node }): boolean =>
  kind === 'mod' && childByField(syntax, node, 'body') === -1;

/**
 * No comment is lost: as often as it stood before, it stands in some file after. The docs of the file itself stay where they are, and new docs
 * hold no code, which would be another test.
 */
export function checkComments(
  before: readonly LooseComment[],
  after: readonly LooseComment[],
  facade: string,
  at: (start: number) => { readonly path: string; readonly start: number },
): Problem[] {
  const left = new Map<string, LooseComment[]>();
  for (const one of after) left.set(one.text, [...(left.get(one.text) ?? []), one]);
  for (const { text, start } of before) {
    const found = left.get(text)?.shift();
    if (found === undefined) return [{ ...at(start), why: `the comment \`${short(text)}\` is gone` }];
  }
  const docs = (list: readonly LooseComment[]): string =>
    list.flatMap(({ text }) => (INNER_DOC.test(text) ? [`${text}\n`] : [])).join('');
  // A map of the modules may stand before or behind them.
  if (!`\n${docs(after.filter(({ path }) => path === facade))}`.includes(`\n${docs(before)}`))
    return [{ path: facade, start: 0, why: 'the docs of the file are not what they were' }];
  const fresh = new Set([...left.values()].flat());
  const code = after.find((one) => fresh.has(one) && DOC.test(one.text) && CODE.test(one.text));
  return code
    ? [{ path: code.path, start: code.start, why: `the docs \`${short(code.text)}\` hold code, and are new` }]
    : [];
}

const INNER_DOC = /^(?:\/\/!|\/\*!)/;
const DOC = /^(?:\/\/\/(?!\/)|\/\/!|\/\*\*(?![*/])|\/\*!)/;
/** A fence, or a line that is indented as code is. */
const CODE = /```|~~~|^(?:\/\/[/!])?(?: {5,}|\t)\S/m;

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

export const placeLevels =
  (place: Pick<Place, 'depth'>): LevelOf =>
  ({ supers, depth }) =>
    depth > supers ? `#${depth - supers}` : `${place.depth + depth - supers}`;
