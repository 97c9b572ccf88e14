import { type Language, languageOf } from '../../src/languages/language.ts';
import type { Kinds, Syntax } from '../../src/languages/syntax.ts';
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

/** Kind number -> its rule, null for none, undefined for a kind that was not met yet (a grammar's kinds are learnt as files are read). */
export type RuleTable = (KindRule | null | undefined)[];

const tables = new WeakMap<Kinds, RuleTable>();

export function ruleTableOf(kinds: Kinds): RuleTable {
  let table = tables.get(kinds);
  if (!table) {
    table = [];
    tables.set(kinds, table);
  }
  return table;
}

/** A keyword can have the name of a node (`class`, `lambda`, the type `string`): of the tokens only operators have rules. */
export function learnRule(table: RuleTable, syntax: Syntax, kind: number): KindRule | null {
  const name = syntax.kinds.names[kind]!;
  const isKeyword = syntax.kinds.named[kind] !== 1 && /\w/.test(name);
  const rules = rulesOf(syntax).kinds;
  const rule = !isKeyword && Object.hasOwn(rules, name) ? rules[name]! : null;
  table[kind] = rule;
  return rule;
}
