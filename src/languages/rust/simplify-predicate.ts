import { holds, optionsOf, type Predicate, parsePredicate, printPredicate } from './cfg-predicate.ts';

/** More options than this are only flattened: a table of truth has two rows for each further one. */
const MOST_OPTIONS = 10;

/**
 * The shortest form that taking parts away gives, with the same truth wherever the assumed predicates hold: shown by a table of all values.
 * @param assumed predicates that hold in any case, as written
 * @returns '' where nothing is left to say; the text itself where it is no predicate that can be read
 */
export function simplifyPredicate(text: string, assumed: readonly string[] = []): string {
  const predicate = parsePredicate(text);
  if (predicate === null) return text;
  const flat = flatten(predicate);
  const given = assumed.flatMap((one) => parsePredicate(one) ?? []);
  const options = optionsOf({ kind: 'all', of: [flat, ...given] });
  if (options.length > MOST_OPTIONS) return printPredicate(flat);
  const rows = rowsOf(options).filter((isSet) => given.every((one) => holds(one, isSet)));
  const shortest = shorten(flat, rows);
  return rows.every((isSet) => holds(shortest, isSet)) ? '' : printPredicate(shortest);
}

/** True if two lists of predicates, each of which must hold, never hold together; false where that cannot be told. */
export function areExclusive(a: readonly string[], b: readonly string[]): boolean {
  const read = [...a, ...b].map((text) => parsePredicate(text));
  if (read.includes(null)) return false;
  const both: Predicate = { kind: 'all', of: read as Predicate[] };
  const options = optionsOf(both);
  return options.length <= 2 * MOST_OPTIONS && rowsOf(options).every((isSet) => !holds(both, isSet));
}

type Row = (option: string) => boolean;

function rowsOf(options: readonly string[]): Row[] {
  const bits = new Map(options.map((option, i) => [option, 1 << i]));
  return Array.from(
    { length: 1 << options.length },
    (_, row): Row =>
      (option) =>
        (row & (bits.get(option) ?? 0)) !== 0,
  );
}

/** `any(any(a, b), a)` -> `any(a, b)`; `not(not(a))` -> `a`; `all(a)` -> `a`. */
function flatten(predicate: Predicate): Predicate {
  if (predicate.kind === 'option') return predicate;
  if (predicate.kind === 'not') {
    const inner = flatten(predicate.of);
    return inner.kind === 'not' ? inner.of : { kind: 'not', of: inner };
  }
  const { kind } = predicate;
  const parts = predicate.of.map(flatten).flatMap((one) => (one.kind === kind ? one.of : [one]));
  const unique = [...new Map(parts.map((one) => [printPredicate(one), one])).values()];
  return unique.length === 1 ? unique[0]! : { kind, of: unique };
}

/** Takes parts away as long as no row notices. */
function shorten(predicate: Predicate, rows: readonly Row[]): Predicate {
  const truth = rows.map((isSet) => holds(predicate, isSet));
  const isSame = (other: Predicate): boolean => rows.every((isSet, i) => holds(other, isSet) === truth[i]);
  let shortest = predicate;
  for (let found: Predicate | undefined = predicate; found; ) {
    shortest = flatten(found);
    found = withoutOne(shortest).find(isSame);
  }
  return shortest;
}

/** The predicate without one of its parts, each in turn: the last first, so that what is written first stays. */
function withoutOne(predicate: Predicate): Predicate[] {
  if (predicate.kind === 'option') return [];
  if (predicate.kind === 'not') return withoutOne(predicate.of).map((of) => ({ kind: 'not', of }));
  const { kind, of } = predicate;
  const places = of.map((_, i) => of.length - 1 - i);
  return [
    ...places.map((i) => ({ kind, of: of.filter((_, j) => j !== i) })),
    ...places.flatMap((i) => withoutOne(of[i]!).map((one) => ({ kind, of: of.with(i, one) }))),
  ];
}
