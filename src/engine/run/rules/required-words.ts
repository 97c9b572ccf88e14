type RuleTable = Readonly<Record<string, unknown>>;

/** Relations ask for a node of the same file, and so for what its pattern spells. */
const WITHIN = ['inside', 'has', 'precedes', 'follows'] as const;

/**
 * Words that stand in every file in which the rule finds something: the names that its patterns spell. A file without one of them is not
 * parsed. Alternatives, negations and utilities are not asked.
 */
export function requiredWords(rule: unknown): string[] {
  if (!isTable(rule)) return [];
  const nested = [...WITHIN.map((name) => rule[name]), ...(Array.isArray(rule.all) ? rule.all : [])];
  return [...new Set([...patternWords(rule.pattern), ...nested.flatMap(requiredWords)])];
}

function patternWords(pattern: unknown): string[] {
  if (typeof pattern === 'string') return words(pattern);
  // A context spells more than the node that is selected; `signature` and `relaxed` do not compare all of the text.
  if (!isTable(pattern) || typeof pattern.context !== 'string' || pattern.selector !== undefined) return [];
  return pattern.strictness === undefined || pattern.strictness === 'smart' ? words(pattern.context) : [];
}

/** Comments of a pattern need not be there. */
const words = (pattern: string): string[] =>
  /\/\/|\/\*|#/.test(pattern) ? [] : (pattern.replace(/\$+\w*/g, ' ').match(/[A-Za-z_]\w{2,}/g) ?? []);

const isTable = (value: unknown): value is RuleTable =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
