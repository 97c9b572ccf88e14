import { visibilityEnd } from './match-macro.ts';
import { isGroup, type Tree, textAt } from './token-trees.ts';

/** An item in the expansion of a macro. */
export interface MadeItem {
  /** `fn`, `struct` …; `macro` for a `macro_rules!`, `call` for a macro that is not expanded, `unknown` for what is none of these. */
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
  const { cfg, next: behindAttributes } = readCfgs(trees, from);
  const behind = visibilityEnd(trees, behindAttributes);
  const visibility = written(trees.slice(behindAttributes, behind));
  const at = modifiersEnd(trees, behind);
  const common = { visibility, cfg, privateFields: [] };
  const word = textAt(trees, at);
  const next = endOfItem(trees, at, word);
  if (word === 'impl') return { item: { ...common, kind: 'impl', name: null }, next };
  if (word === 'use') return { item: { ...common, kind: 'use', name: null }, next };
  if (word === 'macro_rules' && textAt(trees, at + 1) === '!')
    return { item: { ...common, kind: 'macro', name: nameAt(trees, at + 2) }, next: callEnd(trees, at) };
  if (textAt(trees, at + 1) === '!' || textAt(trees, at + 3) === '!')
    return { item: { ...common, kind: 'call', name: word }, next: callEnd(trees, at) };
  if (!NAMED.has(word)) return { item: { ...common, kind: 'unknown', name: null }, next };
  const privateFields = word === 'struct' || word === 'union' ? privateFieldsOf(trees.slice(at, next)) : [];
  return { item: { ...common, kind: word, name: nameAt(trees, at + 1), privateFields }, next };
}

function readCfgs(trees: readonly Tree[], from: number): { cfg: string[]; next: number } {
  const cfg: string[] = [];
  let at = from;
  for (let group = trees[at + 1]; textAt(trees, at) === '#' && isGroup(group); group = trees[at + 1]) {
    const { inner } = group;
    if (textAt(inner, 0) === 'cfg' && isGroup(inner[1])) cfg.push(written(inner[1].inner));
    at += 2;
  }
  return { cfg, next: at };
}

/** Behind `unsafe extern "C"` and the like; the `const` of a `const fn` is one, that of a constant is none. */
function modifiersEnd(trees: readonly Tree[], from: number): number {
  let at = from;
  while (MODIFIERS.has(textAt(trees, at)) || /^(?:b|c|r)?"/.test(textAt(trees, at))) at += 1;
  const next = textAt(trees, at + 1);
  return textAt(trees, at) === 'const' && NAMED.has(next) && next !== 'const' ? at + 1 : at;
}

function nameAt(trees: readonly Tree[], at: number): string | null {
  const name = textAt(trees, at) === 'mut' ? textAt(trees, at + 1) : textAt(trees, at);
  return name === '_' ? null : name.replace(/^r#/, '');
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
  return fieldStarts(body.inner).flatMap((at, index) => {
    const text = textAt(body.inner, at);
    if (text === 'pub') return [];
    return [body.open === '(' ? `${index}` : text];
  });
}

/** Where the fields of a body begin, behind their attributes. */
function fieldStarts(trees: readonly Tree[]): number[] {
  const found: number[] = [];
  let fresh = true;
  let angles = 0;
  for (let at = 0; at < trees.length; at++) {
    const text = textAt(trees, at);
    angles += turnOf(trees, at);
    if (fresh && text === '#') at += 1;
    else if (text === ',' && angles === 0) fresh = true;
    else if (fresh) {
      found.push(at);
      fresh = false;
    }
  }
  return found;
}

/** How an angle bracket changes the depth; the `>` of an arrow is none. */
function turnOf(trees: readonly Tree[], at: number): number {
  const text = textAt(trees, at);
  if (text === '<') return 1;
  return text === '>' && textAt(trees, at - 1) !== '-' ? -1 : 0;
}

const written = (trees: readonly Tree[]): string =>
  trees
    .map((tree) =>
      isGroup(tree) ? `${tree.open}${written(tree.inner)}${{ '(': ')', '[': ']', '{': '}' }[tree.open]}` : tree.text,
    )
    .join(' ')
    .replace(/^pub \( (.*) \)$/, 'pub($1)')
    .replace(/^pub \((.*)\)$/, 'pub($1)');
