import { type Predicate, parsePredicate } from './cfg-predicate.ts';

/** null: not known. */
export type Truth = boolean | null;

/** Whether a build sets an option, `unix` or `feature = "x"`. */
export type IsSet = (option: string) => Truth;

/** What a predicate comes to in a build: `any(a, b)` holds where a does, whatever b is. */
export function truthOf(predicate: Predicate, isSet: IsSet): Truth {
  switch (predicate.kind) {
    case 'option':
      return /^(?:true|false)$/.test(predicate.text) ? predicate.text === 'true' : isSet(predicate.text);
    case 'not':
      return negated(truthOf(predicate.of, isSet));
    case 'all':
      return joined(predicate.of, isSet, false);
    default:
      return joined(predicate.of, isSet, true);
  }
}

const negated = (truth: Truth): Truth => (truth === null ? null : !truth);

/** @param decisive the truth of one part that decides for all */
function joined(parts: readonly Predicate[], isSet: IsSet, decisive: boolean): Truth {
  const truths = parts.map((part) => truthOf(part, isSet));
  if (truths.includes(decisive)) return decisive;
  return truths.includes(null) ? null : !decisive;
}

/** Whether all of some predicates, as they are written, hold; what cannot be read is not known. */
export const allHold = (predicates: readonly string[], isSet: IsSet): Truth =>
  joined(
    predicates.map((text) => parsePredicate(text) ?? UNREAD),
    (option) => (option === UNREAD.text ? null : isSet(option)),
    false,
  );

const UNREAD = { kind: 'option', text: '' } as const;

/** `feature = "x"` as its name and value; null for an option without one. */
export function optionParts(option: string): { readonly name: string; readonly value: string | null } {
  const [, name, value] = /^(\w+)\s*=\s*r?#*"(.*)"#*$/s.exec(option) ?? [];
  return name === undefined ? { name: option, value: null } : { name, value: value! };
}
