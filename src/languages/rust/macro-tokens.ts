import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import type { Found } from './found.ts';
import { isKeyword } from './plain-name.ts';
import { isComment } from './tokens.ts';

/**
 * True for an identifier in a token tree that may name an item: the first of a path; not a field, method, lifetime or keyword.
 * Punctuation and identifiers are leaves, so that the token before `node` is `node - 1`.
 */
export function isMacroName(syntax: Syntax, node: Node): boolean {
  const word = textOf(syntax, node);
  if (isKeyword(word) && !isWeakName(syntax, node, word)) return false;
  const before = textOf(syntax, node - 1);
  return before !== '.' && before !== '::' && before !== "'" && before !== '$';
}

/** What has to stand behind a word that is a keyword only there; anywhere else it is a name like others. */
const WEAK: Readonly<Record<string, RegExp>> = {
  union: /^(?!(?:as|else|if|in)$)(?:r#)?[\p{XID_Start}_]/u,
  default: /^(?:fn|impl|type|const|async|unsafe|extern)$/,
  auto: /^trait$/,
  raw: /^(?:const|mut)$/,
};

const isWeakName = (syntax: Syntax, node: Node, word: string): boolean =>
  Object.hasOwn(WEAK, word) && !WEAK[word]!.test(textOf(syntax, tokenBehind(syntax, node)));

/** The token behind a leaf: comments are none. */
export function tokenBehind(syntax: Syntax, node: Node): Node {
  let current = node + 1;
  while (current < syntax.size && isComment(kindOf(syntax, current))) current = syntax.after[current]!;
  return current;
}

/** The token before a leaf: comments are none. */
export function tokenBefore(syntax: Syntax, node: Node): Node {
  let current = node - 1;
  while (current > 0 && (syntax.after[current] !== current + 1 || inComment(syntax, current))) current -= 1;
  return current;
}

function inComment(syntax: Syntax, node: Node): boolean {
  const parent = syntax.parent[node]!;
  return isComment(kindOf(syntax, node)) || (parent !== -1 && isComment(kindOf(syntax, parent)));
}

/** `name = value` among the arguments that a string stands in. */
function isNamedBeside(syntax: Syntax, node: Node, name: string): boolean {
  const tree = syntax.parent[node]!;
  for (let inner = node + 1; inner < syntax.after[tree]!; inner = syntax.after[inner]!)
    if (
      kindOf(syntax, inner) === 'identifier' &&
      textOf(syntax, inner) === name &&
      textOf(syntax, tokenBehind(syntax, inner)) === '='
    )
      return true;
  return false;
}

const CAPTURE = /\{\{|\{([\p{XID_Start}_][\p{XID_Continue}]*)\s*(?=[:}])/gu;
const WIDTH = /[:.<>^+#?]\s*([\p{XID_Start}_][\p{XID_Continue}]*)\$/gu;

/** Names that a format string reads: `"{LIMIT:>width$}"` has two. What the call names itself, `x = 1`, is read of nobody. */
export function capturedNames(syntax: Syntax, node: Node): Found[] {
  const text = textOf(syntax, node);
  if (!text.includes('{')) return [];
  const plain = unescaped(text);
  const names: Found[] = [];
  for (const pattern of [CAPTURE, WIDTH]) {
    for (const match of plain.matchAll(pattern)) {
      if (match[1] === undefined || isNamedBeside(syntax, node, match[1])) continue;
      // Behind an escape the offset is lost: the literal's own stands for it.
      const index = plain === text ? match.index + match[0].indexOf(match[1]) : 0;
      names.push({ name: match[1], space: 'any', supers: null, at: syntax.start[node]! + index });
    }
  }
  return names;
}

/** `{\u{4c}IMIT}` is `{LIMIT}`; a raw literal has no escapes. */
const unescaped = (text: string): string =>
  text.startsWith('"')
    ? text.replace(/\\u\{([\da-fA-F_]{1,8})\}|\\x([0-7][\da-fA-F])/g, (whole, wide?: string, narrow?: string) => {
        const code = Number.parseInt((wide ?? narrow!).replaceAll('_', ''), 16);
        return code > 0x10ffff ? whole : String.fromCodePoint(code);
      })
    : text;
