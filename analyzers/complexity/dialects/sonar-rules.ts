import { PYTHON_RULES } from '../python-rules.ts';
import type { KindRule, LanguageRules } from '../rules.ts';
import { RUST_RULES } from '../rust-rules.ts';

/** Rules without those of some kinds, and with more. */
export const without = (
  rules: LanguageRules,
  kinds: readonly string[],
  more: Record<string, KindRule> = {},
): LanguageRules => ({
  ...rules,
  kinds: { ...Object.fromEntries(Object.entries(rules.kinds).filter(([kind]) => !kinds.includes(kind))), ...more },
});

/** Our own rules are close to Sonar's: it counts neither recursion nor the operators of a let-chain. */
export const SONAR_RUST_COGNITIVE = without(RUST_RULES, ['call_expression', 'let_chain']);

/** Nor does it score Python's `match`, though what stands in it is nested; and a lambda does not nest. */
export const SONAR_PYTHON_COGNITIVE = without(PYTHON_RULES, ['call', 'lambda'], {
  match_statement: { role: 'lambda', reason: 'match', nests: ['body'] },
});
