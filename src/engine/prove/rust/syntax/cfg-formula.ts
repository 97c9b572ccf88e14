import { holds, optionsOf, type Predicate, parsePredicate } from '../../../../languages/rust/cfg-predicate.ts';

/** A `cfg` predicate over options that are taken to be independent of one another. */
export type Formula = Predicate;

export const ALWAYS: Formula = { kind: 'all', of: [] };
export const NEVER: Formula = { kind: 'any', of: [] };

export const both = (...of: readonly Formula[]): Formula => ({ kind: 'all', of });
export const anyOf = (of: readonly Formula[]): Formula => ({ kind: 'any', of });

/** All of some predicates, as they are written. What is no predicate is an option of its own: it equals only what is written alike. */
export const underAll = (predicates: readonly string[]): Formula => both(...predicates.map(readOne));

const readOne = (text: string): Formula => {
  const plain = text.replace(/\s*,\s*$/, '');
  return parsePredicate(plain) ?? { kind: 'option', text: plain.replace(/\s+/g, '') };
};

export const isNever = (formula: Formula): boolean => formula.kind === 'any' && formula.of.length === 0;

// 2^12 rows at most: what needs more options is compared as it is written.
const MOST = 12;

/** True if whatever makes `fact` true makes `claim` true. */
export function implies(fact: Formula, claim: Formula): boolean {
  if (claim.kind === 'all' && claim.of.length === 0) return true;
  const options = [...new Set([...optionsOf(fact), ...optionsOf(claim)])];
  if (options.length > MOST) return written(fact).has(JSON.stringify(claim));
  for (let row = 0; row < 1 << options.length; row++) {
    const isSet = (option: string): boolean => ((row >> options.indexOf(option)) & 1) === 1;
    if (holds(fact, isSet) && !holds(claim, isSet)) return false;
  }
  return true;
}

export const isEquivalent = (a: Formula, b: Formula): boolean => implies(a, b) && implies(b, a);

const written = (fact: Formula): Set<string> =>
  new Set([fact, ...(fact.kind === 'all' ? fact.of : [])].map((one) => JSON.stringify(one)));
