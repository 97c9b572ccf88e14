import type { Range } from '../../core/range.ts';
import { childrenOf, kindOf, type Node, nextSibling, type Syntax, textOf } from '../syntax.ts';
import { readAttribute } from './attributes.ts';
import { isBuiltinAttribute } from './builtin-attributes.ts';
import { isComment } from './tokens.ts';

/** Code, or an attribute of code, that only some builds have. */
export interface Conditional extends Range {
  /** As written, on one line: `feature = "serde"`. */
  readonly predicate: string;
  /** What of the range waits for the predicate: the code itself, or only an attribute of it (`cfg_attr`), or something in a macro call. */
  readonly waits: 'code' | 'attribute' | 'tokens';
}

/**
 * Every `cfg` of a file in source order: of items, members, statements, fields and arms, of the file itself and of what macro calls are
 * given. `#[test]` waits for `test`. An attribute behind `cfg_attr` counts where it makes or reads code: lints and docs do not.
 */
export function readConditionals(syntax: Syntax): Conditional[] {
  const found: Conditional[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'attribute_item' || kind === 'inner_attribute_item') {
      const guarded = kind === 'attribute_item' ? guardedBy(syntax, node) : enclosing(syntax, node);
      if (guarded !== -1) found.push(...conditionalsOf(syntax, node, guarded));
      node = syntax.after[node]! - 1;
    } else if (kind === 'token_tree') {
      const predicate = predicateInTokens(syntax, node);
      if (predicate !== null)
        found.push({ start: syntax.start[node]!, end: syntax.end[node]!, predicate, waits: 'tokens' });
    }
  }
  return found;
}

function guardedBy(syntax: Syntax, attribute: Node): Node {
  let next = nextSibling(syntax, attribute);
  while (next !== -1 && (kindOf(syntax, next) === 'attribute_item' || isComment(kindOf(syntax, next))))
    next = nextSibling(syntax, next);
  return next;
}

/** What an inner attribute applies to: the file, or the item whose body it stands in. */
function enclosing(syntax: Syntax, attribute: Node): Node {
  const body = syntax.parent[attribute]!;
  return kindOf(syntax, body) === 'declaration_list' ? syntax.parent[body]! : body;
}

function conditionalsOf(syntax: Syntax, attribute: Node, guarded: Node): Conditional[] {
  const range =
    guarded === 0
      ? { start: 0, end: syntax.text.length }
      : { start: Math.min(syntax.start[attribute]!, syntax.start[guarded]!), end: syntax.end[guarded]! };
  const read = readAttribute(syntax, attribute);
  if (read.path === 'cfg') return [{ ...range, predicate: oneLine(read.text), waits: 'code' }];
  if (/(?:^|::)(?:test|bench)$/.test(read.path)) return [{ ...range, predicate: 'test', waits: 'code' }];
  return read.path === 'cfg_attr' ? attributesBehind(read.text).map((one) => ({ ...range, ...one })) : [];
}

const oneLine = (text: string): string => withoutComments(text).replace(/\s+/g, ' ').trim().replace(/\s*,$/, '');

const withoutComments = (text: string): string =>
  text.includes('//') || text.includes('/*')
    ? text.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (all) => (all.startsWith('"') ? all : ' '))
    : text;

type Behind = Pick<Conditional, 'predicate' | 'waits'>;

/** `cfg_attr(P, derive(A))` is an attribute that waits for P; `cfg_attr(P, cfg(Q))` hides the code where P holds and Q does not. */
function attributesBehind(text: string): Behind[] {
  const [predicate, ...attributes] = splitByComma(oneLine(text));
  if (predicate === undefined) return [];
  return attributes.flatMap((attribute): Behind[] => {
    const [, path = '', inner = ''] = /^(?:unsafe\s*\(\s*)?([\w:]+)\s*(?:\(([\s\S]*)\))?/.exec(attribute) ?? [];
    if (path === 'cfg') return [{ predicate: `any(not(${predicate}), ${inner.trim()})`, waits: 'code' }];
    if (path === 'cfg_attr')
      return attributesBehind(inner).map((one) =>
        one.waits === 'code'
          ? { ...one, predicate: `any(not(${predicate}), ${one.predicate})` }
          : { ...one, predicate: `all(${predicate}, ${one.predicate})` },
      );
    return isInert(path) ? [] : [{ predicate, waits: 'attribute' }];
  });
}

const ACTIVE = new Set(['derive', 'test', 'bench', 'path', 'global_allocator', 'macro_use']);
const isInert = (path: string): boolean => path === '' || (isBuiltinAttribute(path) && !ACTIVE.has(path));

/** Cuts at the commas that stand in no brackets and no string. */
function splitByComma(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[()[\]{},]/g)) {
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    else if (token === ',' && depth === 0) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...parts, text.slice(from).trim()].filter((part) => part !== '');
}

/** `#[cfg(..)]` among the tokens of a macro: `#`, then a tree of `cfg` and its own tree. */
function predicateInTokens(syntax: Syntax, tree: Node): string | null {
  if (syntax.text[syntax.start[tree]!] !== '[' || !/#!?\s*$/.test(before(syntax, tree))) return null;
  const [, name, argument] = childrenOf(syntax, tree);
  if (name === undefined || argument === undefined || kindOf(syntax, argument) !== 'token_tree') return null;
  const inner = textOf(syntax, argument).slice(1, -1);
  const word = textOf(syntax, name);
  if (word === 'cfg') return holds(inner) ? oneLine(inner) : null;
  return word === 'cfg_attr'
    ? (attributesBehind(inner).find(({ predicate }) => holds(predicate))?.predicate ?? null)
    : null;
}

const before = (syntax: Syntax, node: Node): string =>
  syntax.text.slice(Math.max(0, syntax.start[node]! - 20), syntax.start[node]!);

/** A predicate that a macro is given (`$meta`) is read where it is called. */
const holds = (predicate: string): boolean => !predicate.includes('$');
