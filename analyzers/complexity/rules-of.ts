import { type Language, languageOf } from '../../src/languages/language.ts';
import type { Kinds, Syntax } from '../../src/languages/syntax.ts';
import { isNamedFunction } from './function-name.ts';
import { JAVASCRIPT_RULES } from './javascript-rules.ts';
import { PYTHON_RULES } from './python-rules.ts';
import type { KindRule, LanguageRules } from './rules.ts';
import { RUST_RULES } from './rust-rules.ts';

const RULES: Readonly<Record<Language, LanguageRules>> = {
  rust: RUST_RULES,
  python: PYTHON_RULES,
  javascript: JAVASCRIPT_RULES,
};

export const rulesOf = (syntax: Syntax): LanguageRules => RULES[languageOf(syntax.grammar)];

/** The same with named functions inside functions apart; what has no name still counts into what holds it. */
export const innerRulesOf = (syntax: Syntax): LanguageRules => INNER_RULES[languageOf(syntax.grammar)];

const inner = (rules: LanguageRules): LanguageRules => ({ ...rules, apart: isNamedFunction });

const INNER_RULES: Readonly<Record<Language, LanguageRules>> = {
  rust: inner(RUST_RULES),
  python: inner(PYTHON_RULES),
  javascript: inner(JAVASCRIPT_RULES),
};

/** Kind number -> its rule, null for none, undefined for a kind that was not seen yet (a grammar's kinds are learnt as files are read). */
export type RuleTable = (KindRule | null | undefined)[];

const tables = new WeakMap<LanguageRules, WeakMap<Kinds, RuleTable>>();

export function ruleTableOf(kinds: Kinds, rules: LanguageRules): RuleTable {
  let byKinds = tables.get(rules);
  if (!byKinds) {
    byKinds = new WeakMap();
    tables.set(rules, byKinds);
  }
  let table = byKinds.get(kinds);
  if (!table) {
    table = [];
    byKinds.set(kinds, table);
  }
  return table;
}

/** A keyword can have the name of a node (`class`, `lambda`, the type `string`): of the tokens only operators have rules. */
export function learnRule(table: RuleTable, kinds: Kinds, kind: number, rules: LanguageRules): KindRule | null {
  const name = kinds.names[kind]!;
  const isKeyword = kinds.named[kind] !== 1 && /\w/.test(name);
  const rule = !isKeyword && Object.hasOwn(rules.kinds, name) ? rules.kinds[name]! : null;
  table[kind] = rule;
  return rule;
}
