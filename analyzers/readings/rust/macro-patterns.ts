import { isGroup, type Tree, textAt } from './token-trees.ts';

/** An element of a `macro_rules!` matcher or of what it expands to. */
export type Pattern =
  | { readonly kind: 'token'; readonly text: string }
  | { readonly kind: 'group'; readonly open: '(' | '[' | '{'; readonly inner: readonly Pattern[] }
  | { readonly kind: 'variable'; readonly name: string; readonly fragment: string }
  | {
      readonly kind: 'repetition';
      readonly inner: readonly Pattern[];
      readonly separator: string | null;
      readonly operator: '*' | '+' | '?';
    };

export interface Arm {
  readonly matcher: readonly Pattern[];
  readonly body: readonly Pattern[];
}

/** The arms of a definition's braces; null where they cannot be read. */
export function readArms(trees: readonly Tree[]): readonly Arm[] | null {
  const arms: Arm[] = [];
  for (let at = 0; at < trees.length; ) {
    const [matcher, body] = [trees[at], trees[at + 3]];
    if (!isGroup(matcher) || !isGroup(body) || textAt(trees, at + 1) !== '=' || textAt(trees, at + 2) !== '>')
      return null;
    const read = [readPatterns(matcher.inner), readPatterns(body.inner)] as const;
    if (read[0] === null || read[1] === null) return null;
    arms.push({ matcher: read[0], body: read[1] });
    at += 4;
    if (textAt(trees, at) === ';') at += 1;
  }
  return arms;
}

function readPatterns(trees: readonly Tree[]): readonly Pattern[] | null {
  const found: Pattern[] = [];
  for (let at = 0; at < trees.length; ) {
    const tree = trees[at]!;
    if (isGroup(tree)) {
      const inner = readPatterns(tree.inner);
      if (inner === null) return null;
      found.push({ kind: 'group', open: tree.open, inner });
      at += 1;
    } else if (tree.text === '$') {
      const read = readDollar(trees, at);
      if (read === null) return null;
      found.push(read.pattern);
      at = read.next;
    } else {
      found.push({ kind: 'token', text: tree.text });
      at += 1;
    }
  }
  return found;
}

function readDollar(trees: readonly Tree[], at: number): { pattern: Pattern; next: number } | null {
  const next = trees[at + 1];
  if (isGroup(next)) return next.open === '(' ? readRepetition(trees, at + 1) : null;
  const name = textAt(trees, at + 1);
  if (name === 'crate') return { pattern: { kind: 'token', text: '$crate' }, next: at + 2 };
  if (!/^(?:r#)?[\p{XID_Start}_]/u.test(name)) return null;
  const fragment = textAt(trees, at + 2) === ':' && FRAGMENTS.has(textAt(trees, at + 3)) ? textAt(trees, at + 3) : '';
  return { pattern: { kind: 'variable', name, fragment }, next: at + (fragment === '' ? 2 : 4) };
}

const FRAGMENTS = new Set(
  'block expr expr_2021 ident item lifetime literal meta pat pat_param path stmt tt ty vis'.split(' '),
);

function readRepetition(trees: readonly Tree[], at: number): { pattern: Pattern; next: number } | null {
  const group = trees[at];
  const inner = isGroup(group) ? readPatterns(group.inner) : null;
  if (inner === null) return null;
  const first = textAt(trees, at + 1);
  if (/^[*+?]$/.test(first))
    return { pattern: { kind: 'repetition', inner, separator: null, operator: first as '*' }, next: at + 2 };
  const operator = textAt(trees, at + 2);
  // A separator of two characters (`=>`) is two tokens here, and rare.
  return first !== '' && /^[*+?]$/.test(operator)
    ? { pattern: { kind: 'repetition', inner, separator: first, operator: operator as '*' }, next: at + 3 }
    : null;
}
