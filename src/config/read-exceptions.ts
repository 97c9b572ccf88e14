import type { AST } from 'toml-eslint-parser';
import type { Range } from '../core/range.ts';
import type { BudgetException, CheckException } from './config.ts';
import { locateKey } from './locate-key.ts';
import type { CheckExceptionInput, ExceptionInput } from './schema.ts';

/** The exceptions with their places in the document, so that a command can lower or remove one where it stands. */
export function readExceptions(ast: AST.TOMLProgram, given: readonly ExceptionInput[]): BudgetException[] {
  return given.map(({ symbol, ...exception }, i) => ({
    ...exception,
    symbol: symbol ?? null,
    place: locateKey(ast, ['budget', 'exception', String(i)]) ?? { line: 1, column: 1 },
    ranges: rangesOf(ast, i),
  }));
}

/** Exceptions of rules without a number, with their places. */
export const readCheckExceptions = (ast: AST.TOMLProgram, given: readonly CheckExceptionInput[]): CheckException[] =>
  given.map(({ symbol, issue, ...exception }, i) => ({
    ...exception,
    symbol: symbol ?? null,
    issue: issue ?? null,
    place: locateKey(ast, ['exception', String(i)]) ?? { line: 1, column: 1 },
  }));

function rangesOf(ast: AST.TOMLProgram, index: number): BudgetException['ranges'] {
  const table = ast.body[0]!.body.find(
    (node): node is AST.TOMLTable =>
      node.type === 'TOMLTable' && node.resolvedKey.join('\0') === `budget\0exception\0${index}`,
  );
  if (!table) return null;
  const value = valueRange(table, 'value');
  const path = valueRange(table, 'path');
  return value && path && { table: toRange(table), value, path, symbol: valueRange(table, 'symbol') };
}

function valueRange(table: AST.TOMLTable, name: string): Range | null {
  for (const { key, value } of table.body) {
    const [first, ...rest] = key.keys;
    const written = first?.type === 'TOMLBare' ? first.name : first?.value;
    if (written === name && rest.length === 0) return toRange(value);
  }
  return null;
}

const toRange = ({ range: [start, end] }: AST.TOMLNode): Range => ({ start, end });
