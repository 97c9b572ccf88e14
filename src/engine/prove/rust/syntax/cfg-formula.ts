/** A `cfg` predicate as a formula over options that are taken to be independent of one another. */
export type Formula =
  | { readonly option: string }
  | { readonly not: Formula }
  | { readonly all: readonly Formula[] }
  | { readonly any: readonly Formula[] };

const TOKEN = /\s*([A-Za-z_][\w:]*|"(?:[^"\\]|\\.)*"|[(),=])/y;

/** Reads `all(unix, feature = "x")`. What is no predicate is an option of its own: it equals only what is written alike. */
export function readPredicate(text: string): Formula {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) tokens.push(match[1]!);
  const reader = { tokens, at: 0 };
  const formula = readFormula(reader, 0);
  if (reader.tokens[reader.at] === ',') reader.at += 1;
  return formula && reader.at === tokens.length ? formula : { option: text.replace(/\s+/g, '') };
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const DEEPEST = 40;

function readFormula(reader: Reader, depth: number): Formula | null {
  const word = reader.tokens[reader.at];
  if (word === undefined || !/^\w/.test(word) || depth > DEEPEST) return null;
  const next = reader.tokens[reader.at + 1];
  if (next === '(') return readGroup(reader, word, depth);
  if (next === '=') {
    const value = reader.tokens[reader.at + 2];
    reader.at += 3;
    return value === undefined ? null : { option: `${word}=${value}` };
  }
  reader.at += 1;
  if (word === 'true') return { all: [] };
  return word === 'false' ? { any: [] } : { option: word };
}

function readGroup(reader: Reader, word: string, depth: number): Formula | null {
  reader.at += 2;
  const inner: Formula[] = [];
  while (reader.tokens[reader.at] !== ')') {
    const one = readFormula(reader, depth + 1);
    if (one === null) return null;
    inner.push(one);
    if (reader.tokens[reader.at] === ',') reader.at += 1;
  }
  reader.at += 1;
  if (word === 'all') return { all: inner };
  if (word === 'any') return { any: inner };
  return word === 'not' && inner.length === 1 ? { not: inner[0]! } : null;
}

/** All of some predicates, as they are written. */
export const allOf = (predicates: readonly string[]): Formula => ({ all: predicates.map(readPredicate) });

// 2^12 rows at most: what needs more options is compared as it is written.
const MOST = 12;

/** True if whatever makes `fact` true makes `claim` true. */
export function implies(fact: Formula, claim: Formula): boolean {
  if ('all' in claim && claim.all.length === 0) return true;
  const options = [...new Set([...optionsOf(fact), ...optionsOf(claim)])];
  if (options.length > MOST) return written(fact).has(JSON.stringify(claim));
  for (let row = 0; row < 1 << options.length; row++) {
    const holds = (option: string): boolean => ((row >> options.indexOf(option)) & 1) === 1;
    if (isTrue(fact, holds) && !isTrue(claim, holds)) return false;
  }
  return true;
}

export const isEquivalent = (a: Formula, b: Formula): boolean => implies(a, b) && implies(b, a);

const written = (fact: Formula): Set<string> =>
  new Set([fact, ...('all' in fact ? fact.all : [])].map((one) => JSON.stringify(one)));

function optionsOf(formula: Formula): string[] {
  if ('option' in formula) return [formula.option];
  if ('not' in formula) return optionsOf(formula.not);
  return ('all' in formula ? formula.all : formula.any).flatMap(optionsOf);
}

function isTrue(formula: Formula, holds: (option: string) => boolean): boolean {
  if ('option' in formula) return holds(formula.option);
  if ('not' in formula) return !isTrue(formula.not, holds);
  return 'all' in formula
    ? formula.all.every((one) => isTrue(one, holds))
    : formula.any.some((one) => isTrue(one, holds));
}
