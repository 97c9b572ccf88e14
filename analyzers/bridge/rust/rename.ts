/** Words of an identifier as the crate heck divides it, by which PyO3 renames: `http2Url` -> http2, Url; `HTTPServer` -> HTTP, Server. */
const wordsOf = (name: string): string[] =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')
    .flatMap(dividedByCase);

const isUpper = (letter: string | undefined): boolean => letter !== undefined && /\p{Lu}/u.test(letter);
const isLower = (letter: string | undefined): boolean => letter !== undefined && /\p{Ll}/u.test(letter);

/** A digit is of the case of what stands before it: `A1B2` is one word, `Http2Url` are two. */
function dividedByCase(part: string): string[] {
  const letters = [...part];
  const words: string[] = [];
  let from = 0;
  let mode: Mode = 'none';
  letters.forEach((letter, i) => {
    const next = letters[i + 1];
    const own: Mode = isLower(letter) ? 'lower' : isUpper(letter) ? 'upper' : mode;
    const at = borderAt(mode, own, letter, next);
    mode = at === null ? own : 'none';
    if (at === null) return;
    words.push(letters.slice(from, i + at).join(''));
    from = i + at;
  });
  return [...words, letters.slice(from).join('')];
}

type Mode = 'none' | 'lower' | 'upper';

/** 1: a word ends behind the letter; 0: before it; null: neither. */
function borderAt(mode: Mode, own: Mode, letter: string, next: string | undefined): 0 | 1 | null {
  if (own === 'lower' && isUpper(next)) return 1;
  return mode === 'upper' && isUpper(letter) && isLower(next) ? 0 : null;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

const RULES: Readonly<Record<string, (words: readonly string[]) => string>> = {
  camelCase: (words) => words.map((word, i) => (i === 0 ? word.toLowerCase() : capital(word))).join(''),
  PascalCase: (words) => words.map(capital).join(''),
  snake_case: (words) => words.map((word) => word.toLowerCase()).join('_'),
  SCREAMING_SNAKE_CASE: (words) => words.map((word) => word.toUpperCase()).join('_'),
  'kebab-case': (words) => words.map((word) => word.toLowerCase()).join('-'),
  'SCREAMING-KEBAB-CASE': (words) => words.map((word) => word.toUpperCase()).join('-'),
};

/** A name by a rule of `rename_all`; the name itself without one, null for a rule that is not known. */
export function renamed(name: string, rule: string | null): string | null {
  if (rule === null) return name;
  // These two do not divide: underscores stay.
  if (rule === 'lowercase') return name.toLowerCase();
  if (rule === 'UPPERCASE') return name.toUpperCase();
  return Object.hasOwn(RULES, rule) ? RULES[rule]!(wordsOf(name)) : null;
}
