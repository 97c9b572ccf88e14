import { languageOf } from '../../../src/languages/language.ts';
import type { Kinds, Syntax } from '../../../src/languages/syntax.ts';
import { TOKEN_CLASSES } from './token-classes.ts';

export const CLASS = { operator: 1, operand: 2, mayOperate: 4, statement: 8, exit: 16 } as const;

const tables = new WeakMap<Kinds, Uint8Array>();

/** Kind number -> the classes of such nodes. */
export function classesOf(syntax: Syntax): Uint8Array {
  const known = tables.get(syntax.kinds);
  // A grammar's kinds are learnt as files are read.
  if (known && known.length === syntax.kinds.names.length) return known;
  const { operators, operands, operatorsBelow, statements, exits } = TOKEN_CLASSES[languageOf(syntax.grammar)];
  const table = Uint8Array.from(
    syntax.kinds.names,
    (name = '') =>
      (operators.has(name) ? CLASS.operator : 0) |
      (operands.has(name) ? CLASS.operand : 0) |
      (Object.hasOwn(operatorsBelow, name) ? CLASS.mayOperate : 0) |
      (statements.has(name) ? CLASS.statement : 0) |
      (exits.has(name) ? CLASS.exit : 0),
  );
  tables.set(syntax.kinds, table);
  return table;
}
