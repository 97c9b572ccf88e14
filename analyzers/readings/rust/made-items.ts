import { visibilityEnd } from './match-macro.ts';
import { isGroup, type Tree, textAt } from './token-trees.ts';

/** An item in the expansion of a macro. */
export interface MadeItem {
  /** `fn`, `struct` …; `call` for a macro that is not expanded, `unknown` for what is none of these. */
  readonly kind: string;
  /** Null for blocks, and for `const _`. */
  readonly name: string | null;
  /** `pub`, `pub(crate)`, '' for private. */
  readonly visibility: string;
  /** Predicates of its `#[cfg]`. */
  readonly cfg: readonly string[];
  /** Names, or numbers, of its fields that are not public. */
  readonly privateFields: readonly string[];
}

const NAMED = new Set(['fn', 'struct', 'enum', 'union', 'trait', 'type', 'const', 'static', 'mod']);
const MODIFIERS = new Set(['unsafe', 'async', 'extern', 'default', 'safe', 'auto']);

/** The items of an expansion, in order. */
export function madeItems(trees: readonly Tree[]): MadeItem[] {
  const found: MadeItem[] = [];
  for (let at = 0; at < trees.length; ) {
    if (textAt(trees, at) === ';') {
      at += 1;
      continue;
    }
    const { item, next } = readItem(trees, at);
    found.push(item);
    at = Math.max(next, at + 1);
  }
  return found;
}

function readItem(trees: readonly Tree[], from: number): { item: MadeItem; next: number } {
  const cfg: string[] = [];
  let at = from;
  while (textAt(trees, at) === '#' && isGroup(trees[at + 1])) {
    const inner = (trees[at + 1] as { inner: readonly Tree[] }).inner;
    if (textAt(inner, 0) === 'cfg' && isGroup(inner[1])) cfg.push(written(inner[1].inner));
    at += 2;
  }
  const behind = visibilityEnd(trees, at);
  const visibility = written(trees.slice(at, behind));
  at = behind;
  while (MODIFIERS.has(textAt(trees, at)) || /^(?:b|c|r)?"/.test(textAt(trees, at))) at += 1;
  if (textAt(trees, at) === 'const' && NAMED.has(textAt(trees, at + 1)) && textAt(trees, at + 1) !== 'const') at += 1;
  const common = { visibility, cfg, privateFields: [] };
  const word = textAt(trees, at);
  const next = endOfItem(trees, at, word);
  if (word === 'impl') return { item: { ...common, kind: 'impl', name: null }, next };
  if (word === 'use') return { item: { ...common, kind: 'use', name: null }, next };
  if (textAt(trees, at + 1) === '!' || textAt(trees, at + 3) === '!')
    return { item: { ...common, kind: 'call', name: word }, next: callEnd(trees, at) };
  if (!NAMED.has(word)) return { item: { ...common, kind: 'unknown', name: null }, next };
  const named = textAt(trees, at + 1) === 'mut' ? textAt(trees, at + 2) : textAt(trees, at + 1);
  const name = named === '_' ? null : named.replace(/^r#/, '');
  const privateFields = word === 'struct' || word === 'union' ? privateFieldsOf(trees.slice(at, next)) : [];
  return { item: { ...common, kind: word, name, privateFields }, next };
}

const VALUES = new Set(['const', 'static', 'type', 'use']);

/** Behind the `;` of a constant, or behind the braces of what has some. */
function endOfItem(trees: readonly Tree[], from: number, word: string): number {
  for (let at = from; at < trees.length; at++) {
    const tree = trees[at]!;
    if (!isGroup(tree) && tree.text === ';') return at + 1;
    if (isGroup(tree) && tree.open === '{' && !VALUES.has(word)) return at + 1;
  }
  return trees.length;
}

function callEnd(trees: readonly Tree[], from: number): number {
  let at = from;
  while (at < trees.length && !isGroup(trees[at])) at += 1;
  return textAt(trees, at + 1) === ';' ? at + 2 : at + 1;
}

function privateFieldsOf(trees: readonly Tree[]): string[] {
  const body = trees.find((tree) => isGroup(tree) && tree.open !== '[');
  if (!isGroup(body)) return [];
  const found: string[] = [];
  let fresh = true;
  let angles = 0;
  let index = 0;
  for (let at = 0; at < body.inner.length; at++) {
    const text = textAt(body.inner, at);
    if (text === '<') angles += 1;
    else if (text === '>' && textAt(body.inner, at - 1) !== '-') angles -= 1;
    if (text === '#' && fresh) at += 1;
    else if (text === ',' && angles === 0) fresh = true;
    else if (fresh) {
      if (text !== 'pub') found.push(body.open === '(' ? `${index}` : text);
      index += 1;
      fresh = false;
    }
  }
  return found;
}

const written = (trees: readonly Tree[]): string =>
  trees
    .map((tree) =>
      isGroup(tree) ? `${tree.open}${written(tree.inner)}${{ '(': ')', '[': ']', '{': '}' }[tree.open]}` : tree.text,
    )
    .join(' ')
    .replace(/^pub \( (.*) \)$/, 'pub($1)')
    .replace(/^pub \((.*)\)$/, 'pub($1)');
