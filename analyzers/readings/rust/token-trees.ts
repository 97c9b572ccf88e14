/** A token of Rust source, or a group in brackets. Operators stand one character a token; comments are left out. */
export type Tree = Token | Group;

export interface Token {
  readonly text: string;
}

export interface Group {
  readonly open: '(' | '[' | '{';
  readonly inner: readonly Tree[];
}

export const isGroup = (tree: Tree | undefined): tree is Group => tree !== undefined && 'open' in tree;

/** The text of a token; '' for a group or nothing. */
export const textAt = (trees: readonly Tree[], at: number): string => {
  const tree = trees[at];
  return tree === undefined || isGroup(tree) ? '' : tree.text;
};

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

// Doc comments are attributes for a macro. A lifetime is no character.
const TOKEN = new RegExp(
  [
    String.raw`(?<space>\s+|\/\/(?!\/(?!\/)|!)[^\n]*|\/\*(?![*!])|\/\*\*\/)`,
    String.raw`(?<doc>\/\/[\/!][^\n]*|\/\*[*!])`,
    '(?<string>(?:b|c|br|cr|r)?(?:"|#+"))',
    String.raw`(?<char>b?'(?:\\(?:u\{[^}]*\}|x[0-9a-fA-F]{2}|.)|[^\\'])')`,
    String.raw`(?<word>'?(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*|\d[\w]*(?:\.\d[\w]*)?)`,
    String.raw`(?<mark>[\s\S])`,
  ].join('|'),
  'uy',
);

/** Reads source text as a macro sees it; null where brackets do not close. */
export function readTrees(text: string): readonly Tree[] | null {
  const open: Open[] = [{ bracket: '', trees: [] }];
  for (let at = 0; at < text.length; ) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text)!;
    const { space, doc, string, mark } = match.groups!;
    const end = endOf(text, at, match[0], { space, doc, string });
    if (end === -1) return null;
    at = end;
    if (space !== undefined) continue;
    const top = open[open.length - 1]!;
    if (doc !== undefined) top.trees.push({ text: '#' }, { open: '[', inner: [{ text: 'doc' }] });
    else if (mark === undefined || !/[()[\]{}]/.test(mark)) top.trees.push({ text: text.slice(match.index, end) });
    else if (!turn(open, mark)) return null;
  }
  return open.length === 1 ? open[0]!.trees : null;
}

interface Open {
  readonly bracket: string;
  readonly trees: Tree[];
}

/** Opens or closes a group; false where the bracket closes none. */
function turn(open: Open[], bracket: string): boolean {
  if (Object.hasOwn(CLOSING, bracket)) {
    open.push({ bracket, trees: [] });
    return true;
  }
  const top = open.pop()!;
  if (open.length === 0 || CLOSING[top.bracket] !== bracket) return false;
  open[open.length - 1]!.trees.push({ open: top.bracket as Group['open'], inner: top.trees });
  return true;
}

interface Kinds {
  readonly space: string | undefined;
  readonly doc: string | undefined;
  readonly string: string | undefined;
}

/** Where a token ends: strings and block comments are read to their end. */
function endOf(text: string, at: number, start: string, { space, doc, string }: Kinds): number {
  const behind = at + start.length;
  if (string !== undefined) return endOfString(text, behind, string);
  const block = space?.startsWith('/*') ? start !== '/**/' : doc?.startsWith('/*');
  return block ? endOfComment(text, at) : behind;
}

function endOfString(text: string, from: number, opening: string): number {
  const hashes = /#*(?="$)/.exec(opening)![0];
  if (hashes !== '' || opening.includes('r')) {
    const end = text.indexOf(`"${hashes}`, from);
    return end === -1 ? -1 : end + 1 + hashes.length;
  }
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return -1;
}

function endOfComment(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length - 1; at++) {
    const two = text.slice(at, at + 2);
    if (two === '/*') depth += 1;
    else if (two === '*/') depth -= 1;
    else continue;
    at += 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}
