import type { Token } from '../tokens/read-tokens.ts';
import { cureParameters } from './cure-parameters.ts';
import type { Patch } from './patch.ts';

/** A statement's tokens without comments and line breaks, or what follows its `;` or `:`. */
interface Phrase {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** It begins the line. */
  readonly isFirst: boolean;
  /** It ends the line but for a comment. */
  readonly isLast: boolean;
}

type Cure = (phrase: Phrase) => readonly Patch[];

/** What is overwritten token by token and statement by statement. */
export function curePhrases(text: string, tokens: readonly Token[]): readonly Patch[] {
  const patches = tokens.flatMap((token) => cureStrings(text, token));
  const flat = tokens.filter(({ nested }) => nested === 0);
  let from = 0;
  let isFirst = true;
  for (let i = 0; i <= flat.length; i++) {
    const token = flat[i];
    if (token !== undefined && !endsPhrase(text, token)) continue;
    const phrase = flat.slice(from, i + 1).filter(({ kind }) => kind !== 'comment' && kind !== 'newline');
    if (phrase.length > 0) {
      const next = flat[i + 1]?.kind === 'comment' ? flat[i + 2] : flat[i + 1];
      const isLast = next?.kind === 'newline';
      for (const cure of CURES) patches.push(...cure({ text, tokens: phrase, isFirst, isLast }));
      isFirst = false;
    }
    if (token?.kind === 'newline') isFirst = true;
    from = i + 1;
  }
  return patches;
}

const wordAt = ({ text, tokens }: Phrase, offset: number): string =>
  tokens[offset] === undefined ? '' : text.slice(tokens[offset].start, tokens[offset].end);

const endsPhrase = (text: string, { kind, start, end, depth }: Token): boolean =>
  depth === 0 && (kind === 'newline' || (kind === 'operator' && /^[;:]$/.test(text.slice(start, end))));

/** `t"…"` becomes `f"…"`, and the format `=5` of `{x:=5}` becomes `<5`. */
function cureStrings(text: string, { kind, start, end }: Token): readonly Patch[] {
  if (kind === 'format') return text[end] === '=' ? [{ start: end, text: '<' }] : [];
  if (kind !== 'string') return [];
  const prefix = /^[a-z]*/i.exec(text.slice(start, start + 2))![0];
  return /t/i.test(prefix) ? [{ start, text: prefix.replace(/t/i, 'f') }] : [];
}

const CURES: readonly Cure[] = [
  /** `except A, B:` becomes `except A| B:`. */
  (phrase) => {
    if (!phrase.isFirst || wordAt(phrase, 0) !== 'except') return [];
    return phrase.tokens.flatMap(({ start, depth }) =>
      depth === 0 && phrase.text[start] === ',' ? [{ start, text: '|' }] : [],
    );
  },
  /** `type(x).a = 1` and `print >> x`: the words are names there. */
  (phrase) => {
    const [word, next] = [wordAt(phrase, 0), wordAt(phrase, 1)];
    const isName = (word === 'type' && /^[([]$/.test(next)) || (word === 'print' && next === '>>');
    return isName ? [{ start: phrase.tokens[0]!.end - 1, text: '_' }] : [];
  },
  /** `match [a]:` becomes `match~[a]:`, else it is an annotation, as `match[a]: int` is; without a space, it is better not understood. */
  (phrase) => {
    const isAnnotation = phrase.isFirst && phrase.isLast && wordAt(phrase, 0) === 'match' && isTarget(phrase);
    if (!isAnnotation) return [];
    const [word, next] = phrase.tokens as [Token, Token];
    return next.start > word.end ? [{ start: word.end, text: '~' }] : [{ start: word.end - 1, text: '?' }];
  },
  /** `lazy import a` becomes `import      a`, `lazy from a import b` becomes `from      a import b`. */
  (phrase) => {
    const word = wordAt(phrase, 1);
    if (wordAt(phrase, 0) !== 'lazy' || (word !== 'import' && word !== 'from') || wordAt(phrase, 2) === '') return [];
    const [first, second] = phrase.tokens;
    return [{ start: first!.start, text: word.padEnd(second!.end - first!.start) }];
  },
  /** `except *(A):` becomes `except  (A):`, `x = 1, *"b"` becomes `x = 1,  "b"`. */
  (phrase) =>
    phrase.tokens.flatMap(({ start, depth }, i) => {
      const [before, next] = [wordAt(phrase, i - 1), wordAt(phrase, i + 1)];
      const isGroup = phrase.isFirst && before === 'except' && next === '(';
      const isSplat = /^[,=]$/.test(before) && (/^[([{]$/.test(next) || phrase.tokens[i + 1]?.kind === 'string');
      return wordAt(phrase, i) === '*' && depth === 0 && (isGroup || isSplat) ? [{ start, text: ' ' }] : [];
    }),
  /** Defaults of type parameters. */
  ({ text, tokens }) => cureParameters(text, tokens),
  /** `{**a for a in b}` becomes `{  a for a in b}`. */
  (phrase) =>
    phrase.tokens.flatMap(({ start, depth }, i) =>
      wordAt(phrase, i) === '**' && wordAt(phrase, i - 1) === '{' && isComprehension(phrase, i, depth)
        ? [{ start, text: '  ' }]
        : [],
    ),
];

/** What begins with a bracket and ends with a colon could be annotated. */
function isTarget(phrase: Phrase): boolean {
  const { tokens } = phrase;
  if (wordAt(phrase, tokens.length - 1) !== ':') return false;
  const isOne = tokens.findIndex(({ depth }, i) => i > 1 && depth === 0) === tokens.length - 2;
  return wordAt(phrase, 1) === '[' || (wordAt(phrase, 1) === '(' && !isOne);
}

/** The first thing that follows at this depth, besides the expression, is `for`. */
function isComprehension(phrase: Phrase, from: number, depth: number): boolean {
  for (let i = from; i < phrase.tokens.length && phrase.tokens[i]!.depth >= depth; i++) {
    if (phrase.tokens[i]!.depth > depth) continue;
    const word = wordAt(phrase, i);
    if (word === ',' || word === 'for') return word === 'for';
  }
  return false;
}
