/** What stands in `#[cfg(…)]`. `all()` is true, `any()` is false. */
export type Predicate =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'option'; readonly text: string };

const TOKEN = /\s*(r?#*"(?:[^"\\]|\\.)*"#*|[\p{XID_Start}_][\p{XID_Continue}]*|[(),=])/uy;

/** Reads a predicate as written; null where it is none (a macro's `$name`, an unknown form). */
export function parsePredicate(text: string): Predicate | null {
  const tokens: string[] = [];
  const pattern = new RegExp(TOKEN);
  let end = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    tokens.push(match[1]!);
    end = pattern.lastIndex;
  }
  if (text.slice(end).trim() !== '') return null;
  const reader = { tokens, at: 0 };
  const found = readPredicate(reader);
  return reader.at === tokens.length ? found : null;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

// Predicates nest as deep as a person writes them.
function readPredicate(reader: Reader): Predicate | null {
  const word = reader.tokens[reader.at];
  if (word === undefined || /^[(),="]/.test(word)) return null;
  reader.at += 1;
  const next = reader.tokens[reader.at];
  if (next === '=') {
    const value = reader.tokens[reader.at + 1];
    reader.at += 2;
    return value?.includes('"') ? { kind: 'option', text: `${word} = ${value}` } : null;
  }
  if (next !== '(') return { kind: 'option', text: word };
  reader.at += 1;
  const of = readList(reader);
  if (of === null) return null;
  if (word === 'all' || word === 'any') return { kind: word, of };
  return word === 'not' && of.length === 1 ? { kind: 'not', of: of[0]! } : null;
}

function readList(reader: Reader): Predicate[] | null {
  const found: Predicate[] = [];
  while (reader.tokens[reader.at] !== ')') {
    const one = readPredicate(reader);
    if (one === null) return null;
    found.push(one);
    if (reader.tokens[reader.at] === ',') reader.at += 1;
    else if (reader.tokens[reader.at] !== ')') return null;
  }
  reader.at += 1;
  return found;
}

/** `all(unix, not(test))`, as rustfmt spaces it. */
export function printPredicate(predicate: Predicate): string {
  if (predicate.kind === 'option') return predicate.text;
  const of = predicate.kind === 'not' ? [predicate.of] : predicate.of;
  return `${predicate.kind}(${of.map(printPredicate).join(', ')})`;
}

/** The options that a predicate asks for, each once, in source order. */
export function optionsOf(predicate: Predicate): string[] {
  if (predicate.kind === 'option') return [predicate.text];
  const of = predicate.kind === 'not' ? [predicate.of] : predicate.of;
  return [...new Set(of.flatMap(optionsOf))];
}

export function holds(predicate: Predicate, isSet: (option: string) => boolean): boolean {
  switch (predicate.kind) {
    case 'option':
      return predicate.text === 'true' || (predicate.text !== 'false' && isSet(predicate.text));
    case 'not':
      return !holds(predicate.of, isSet);
    case 'all':
      return predicate.of.every((one) => holds(one, isSet));
    default:
      return predicate.of.some((one) => holds(one, isSet));
  }
}
