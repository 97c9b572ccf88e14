import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/** A name that a macro glues of parts: `[<get_ $name>]` of `paste!`, `f~N` of `seq!`. */
export interface Glue {
  /** What stands for the name among the tokens: the brackets, or the first word. Nodes from..until are its tokens. */
  readonly node: Node;
  readonly until: Node;
  /** The name where all of its parts are known, else null. */
  readonly name: string | null;
  /** Its parts in one spelling, see `plainSpelling`: `$` for what the macro is handed, `*` for what nobody can tell here. */
  readonly parts: readonly string[];
}

/** True for a text that may hold a glued name: most hold none, and need not be parsed for it. */
export const mayGlue = (text: string): boolean => /\[\s*<[^\]]*>\s*\]|\w~\w/.test(text);

const known = new WeakMap<Syntax, readonly Glue[]>();

/** The glued names of a file, those in macro definitions too, in source order. */
export function gluesIn(syntax: Syntax): readonly Glue[] {
  const found = known.get(syntax) ?? (mayGlue(syntax.text) ? readGlues(syntax) : []);
  known.set(syntax, found);
  return found;
}

/** True for the brackets of a glued name. */
export const isGlued = (syntax: Syntax, node: Node): boolean =>
  textOf(syntax, node + 1) === '[' && gluesIn(syntax).some((glue) => glue.node === node);

function readGlues(syntax: Syntax): Glue[] {
  const found: Glue[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const glue = kindOf(syntax, node) === 'token_tree' ? inBrackets(syntax, node) : byTilde(syntax, node);
    if (glue !== null) found.push(glue);
  }
  return found;
}

function inBrackets(syntax: Syntax, tree: Node): Glue | null {
  const last = syntax.after[tree]! - 1;
  if (textOf(syntax, tree + 1) !== '[' || textOf(syntax, tree + 2) !== '<' || textOf(syntax, last - 1) !== '>')
    return null;
  const parts: string[] = [];
  for (let node = tree + 3; node < last - 1; node = syntax.after[node]!) {
    const text = textOf(syntax, node);
    if (text === ':') {
      const way = textOf(syntax, node + 1);
      parts.push(spelled(parts.pop() ?? UNKNOWN, way));
      node += 1;
    } else if (text.startsWith('$') && text !== '$') parts.push(HANDED);
    else if (text === '$') {
      parts.push(HANDED);
      node += 1;
    } else parts.push(literalPart(syntax, node));
  }
  return toGlue(tree, syntax.after[tree]!, parts);
}

const HANDED = '$';
const UNKNOWN = '*';

/** A word, or the text of a literal; `env!(..)` has to be expanded. */
function literalPart(syntax: Syntax, node: Node): string {
  const text = textOf(syntax, node);
  if (/^(?:r#)?[\p{XID_Start}_][\p{XID_Continue}]*$/u.test(text))
    return text === 'env' ? UNKNOWN : text.replace(/^r#/, '');
  if (/^[\p{XID_Continue}]+$/u.test(text)) return text;
  const quoted = /^(?:"([^"\\]*)"|'([^'\\]*)')$/.exec(text);
  const content = quoted?.[1] ?? quoted?.[2];
  return content === undefined ? UNKNOWN : content.replaceAll('-', '_');
}

/** As paste writes it: a letter behind `_` is large, one behind a large letter small. */
function camel(text: string): string {
  let previous = '_';
  let made = '';
  for (const letter of text) {
    if (letter !== '_')
      made += previous === '_' ? letter.toUpperCase() : /\p{Lu}/u.test(previous) ? letter.toLowerCase() : letter;
    previous = letter;
  }
  return made;
}

const WAYS: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  snake: (text) => text.replace(/(?<!^|_)(?=\p{Lu})/gu, '_').toLowerCase(),
  camel,
};

const spelled = (text: string, way: string): string =>
  isOpen(text) ? text : Object.hasOwn(WAYS, way) ? WAYS[way]!(text) : UNKNOWN;

const isOpen = (part: string): boolean => part === HANDED || part === UNKNOWN;

/** `f~N`: what stands behind the first `~` counts up. */
function byTilde(syntax: Syntax, node: Node): Glue | null {
  if (textOf(syntax, node + 1) !== '~' || syntax.after[node] !== node + 1 || textOf(syntax, node - 1) === '~')
    return null;
  const first = literalPart(syntax, node);
  if (isOpen(first)) return null;
  const parts = [first];
  let at = node;
  for (; textOf(syntax, at + 1) === '~'; at += 2) parts.push(UNKNOWN);
  return toGlue(node, at + 1, parts);
}

const toGlue = (node: Node, until: Node, parts: readonly string[]): Glue => ({
  node,
  until,
  name: parts.some(isOpen) ? null : parts.join(''),
  parts: parts.map((part) => (isOpen(part) ? part : plainSpelling(part))),
});

/** One spelling of what paste's `:snake`, `:camel`, `:upper` and `:lower` make of a word. */
const plainSpelling = (word: string): string => word.replaceAll('_', '').toLowerCase();

/**
 * Whether a glued name may be a given one.
 * @param words those that may stand for its unknown parts; null for any
 */
export function mayBeGlued(glue: Glue, name: string, words: ReadonlySet<string> | null): boolean {
  if (glue.name !== null) return glue.name === name;
  return patternOf(glue, words).test(plainSpelling(name));
}

const ANY_WORDS: ReadonlySet<string> = new Set();
const patterns = new WeakMap<Glue, Map<ReadonlySet<string>, RegExp>>();

/** Each pattern is made once for the words that it is asked with. */
function patternOf(glue: Glue, words: ReadonlySet<string> | null): RegExp {
  const own = patterns.get(glue) ?? new Map<ReadonlySet<string>, RegExp>();
  patterns.set(glue, own);
  const found = own.get(words ?? ANY_WORDS) ?? makePattern(glue, words);
  own.set(words ?? ANY_WORDS, found);
  return found;
}

function makePattern({ parts }: Glue, words: ReadonlySet<string> | null): RegExp {
  const handed = words && `(?:${[...new Set([...words].map(plainSpelling))].join('|')}|\\d+|)`;
  const open: Readonly<Record<string, string>> = { [UNKNOWN]: '.*', [HANDED]: handed ?? '.*' };
  return new RegExp(`^(?:${parts.map((part) => open[part] ?? part).join('')})$`, 'u');
}
