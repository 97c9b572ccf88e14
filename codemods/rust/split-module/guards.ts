import { readAttribute } from '../../../src/languages/rust/attributes.ts';
import { conditionalSpans } from '../../../src/languages/rust/inner-attributes.ts';
import { simplifyPredicate } from '../../../src/languages/rust/simplify-predicate.ts';
import { isComment } from '../../../src/languages/rust/tokens.ts';
import { kindOf, type Node, nextSibling, type Syntax } from '../../../src/languages/syntax.ts';

/** `cfg` predicates that must all hold; [] always holds. Sorted. */
export type Guard = readonly string[];

/** When something is needed: never (null), or if one of these holds. A single [] is always. */
export type Need = readonly Guard[] | null;

export interface Guards {
  /** The predicates of everything around an offset. */
  readonly at: (offset: number) => Guard;
}

/**
 * Reads every `#[cfg]` of a file, of items, statements, fields and arms alike, and what each `cfg_attr` writes. `#[test]` counts as
 * `cfg(test)`.
 */
export function readGuards(syntax: Syntax): Guards {
  const spans: { start: number; end: number; predicate: string }[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'attribute_item') continue;
    const { path, text } = readAttribute(syntax, node);
    if (path === 'cfg_attr') spans.push(...conditionalSpans(syntax, node));
    const predicate = predicateIn(path, text);
    const guarded = predicate === null ? -1 : guardedBy(syntax, node);
    if (guarded !== -1) spans.push({ start: syntax.start[node]!, end: syntax.end[guarded]!, predicate: predicate! });
  }
  return {
    at: (offset) =>
      normal(spans.filter(({ start, end }) => start <= offset && offset < end).map(({ predicate }) => predicate)),
  };
}

function guardedBy(syntax: Syntax, attribute: Node): Node {
  let next = nextSibling(syntax, attribute);
  while (next !== -1 && (kindOf(syntax, next) === 'attribute_item' || isComment(kindOf(syntax, next))))
    next = nextSibling(syntax, next);
  return next;
}

export const normal = (predicates: readonly string[]): Guard => [...new Set(predicates)].sort();

/** Adds one more case to a need; cases that another one covers fall away. */
export function needAlso(need: Need, guard: Guard): Need {
  const cases = need ?? [];
  if (cases.some((one) => one.every((predicate) => guard.includes(predicate)))) return cases;
  return [...cases.filter((one) => !guard.every((predicate) => one.includes(predicate))), guard];
}

export const isAlways = (need: Need): boolean => need?.some((guard) => guard.length === 0) === true;

/** Both cases. */
export const needEither = (a: Need, b: Need): Need => (b ?? []).reduce<Need>(needAlso, a);

/** The cases of a need, where a further guard holds in each. */
export const needWithin = (need: Need, guard: Guard): Need =>
  (need ?? []).reduce<Need>((sum, one) => needAlso(sum, normal([...one, ...guard])), null);

/** The predicates to write for a need, where `own` hold in any case: [] for none. What always holds there is not said. */
export function predicatesOf(need: Need, own: Guard): string[] {
  let rest: Need = null;
  for (const guard of need ?? [])
    rest = needAlso(
      rest,
      guard.filter((predicate) => !own.includes(predicate)),
    );
  if (rest === null || isAlways(rest)) return [...own];
  const cases = rest.map((guard) => (guard.length === 1 ? guard[0]! : `all(${guard.join(', ')})`)).sort();
  const short = simplifyPredicate(cases.length === 1 ? cases[0]! : `any(${cases.join(', ')})`, own);
  return short === '' ? [...own] : [...own, short];
}

/** What an attribute guards its item by, on one line; null where it is no guard. */
function predicateIn(path: string, text: string): string | null {
  if (path === 'cfg') return text.replace(/\s+/g, ' ').replace(/,$/, '');
  return path === 'test' || path === 'bench' ? 'test' : null;
}
