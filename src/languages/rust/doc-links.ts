import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isComment } from './tokens.ts';

/** A name that an intra-doc link begins with: rustdoc looks it up where the docs stand. */
export interface DocName {
  readonly name: string;
  readonly at: number;
  /** Docs of the file's own module (`//!`). */
  readonly inner: boolean;
}

const NAME = String.raw`(?:\w+@)?((?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*)(?:::[\w:<>#]*)?(?:\(\)|!(?:\(\)|\[\]|\{\})?)?`;
/** [`Name`], [Name::x] without a target of its own. */
const SHORTCUT = new RegExp(String.raw`\[\x60?${NAME}\x60?\](?![(\[:])`, 'gu');
/** [text](Name), [text]: Name. */
const TARGET = new RegExp(String.raw`\](?:\(|:\s+)<?${NAME}>?(?:\)|\s|$)`, 'gu');
const DEFINED = /\[([^\]]+)\]:\s/g;

/** The first names of all links in the doc comments of a file. */
export function docNames(syntax: Syntax): DocName[] {
  return blocksOf(syntax).flatMap((block) => {
    const defined = new Set(block.flatMap(({ text }) => [...text.matchAll(DEFINED)].map(([, label]) => label!)));
    let fenced = false;
    return block.flatMap((line) => {
      if (/^\W*(?:```|~~~)/.test(line.text)) fenced = !fenced;
      return fenced ? [] : namesIn(line, defined);
    });
  });
}

function namesIn({ text, at, inner }: Line, defined: ReadonlySet<string>): DocName[] {
  const shortcuts = [...text.matchAll(SHORTCUT)].filter(([link]) => !defined.has(link.slice(1, -1)));
  return [...shortcuts, ...text.matchAll(TARGET)].map((match) => ({
    name: match[1]!.replace(/^r#/, ''),
    at: at + match.index,
    inner,
  }));
}

interface Line {
  readonly text: string;
  readonly at: number;
  readonly inner: boolean;
}

/** The lines of doc comments, those that follow one another together. */
function blocksOf(syntax: Syntax): Line[][] {
  const blocks: Line[][] = [];
  let last = -1;
  for (let node = 0; node < syntax.size; node++) {
    if (!isComment(kindOf(syntax, node))) continue;
    const text = textOf(syntax, node);
    if (!isDoc(text)) continue;
    const lines = linesOf(syntax, node, text);
    if (last !== -1 && isNext(syntax, last, node)) blocks[blocks.length - 1]!.push(...lines);
    else blocks.push(lines);
    last = node;
  }
  return blocks;
}

const isDoc = (text: string): boolean => /^(?:\/\/\/(?!\/)|\/\*\*(?![*/])|\/\/!|\/\*!)/.test(text);

const isNext = (syntax: Syntax, before: Node, node: Node): boolean =>
  syntax.text.slice(syntax.end[before]!, syntax.start[node]!).trim() === '';

function linesOf(syntax: Syntax, node: Node, text: string): Line[] {
  const inner = text[2] === '!';
  let at = syntax.start[node]!;
  return text.split('\n').map((line) => {
    const found = { text: line, at, inner };
    at += line.length + 1;
    return found;
  });
}
