import { childByField, childByKind, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/**
 * Whether an `if` statement is `if TYPE_CHECKING:` and nothing else: a copy of it costs nothing at run time. In
 *
 *     if TYPE_CHECKING:
 *         from typing import Protocol
 *     else:
 *         Protocol = object
 *
 * the second branch binds what the program uses, which has one owner; imports there are copied with the rest.
 */
export function isTypeCheckingBlock(syntax: Syntax, statement: Node): boolean {
  const condition = textOf(syntax, childByField(syntax, statement, 'condition')).replace(/[\s()]/g, '');
  if (!/^(\w+\.)?TYPE_CHECKING$/.test(condition)) return false;
  return childrenOf(syntax, statement)
    .filter((child) => /^(elif|else)_clause$/.test(kindOf(syntax, child)))
    .every((clause) => kindOf(syntax, clause) === 'else_clause' && importsOnly(syntax, clause));
}

/** `TYPE_CHECKING = False`, which stands for the one of `typing`. */
export const isCheckingFlag = (statement: string): boolean =>
  /^TYPE_CHECKING\s*(:[^=\n]+)?=\s*False\s*(#[^\n]*)?$/.test(statement.trim());

const COPIED = /^(import_statement|import_from_statement|pass_statement|comment)$/;

function importsOnly(syntax: Syntax, clause: Node): boolean {
  const block = childByKind(syntax, clause, 'block');
  return block === -1 || childrenOf(syntax, block).every((child) => COPIED.test(kindOf(syntax, child)));
}

/** A statement of the first branch of such a block. */
export interface CheckedStatement {
  readonly node: Node;
  readonly isImport: boolean;
}

/** The statements for type checkers alone, in order; without comments and `pass`. */
export function checkedStatements(syntax: Syntax, statement: Node): CheckedStatement[] {
  const block = childByField(syntax, statement, 'consequence');
  return block === -1
    ? []
    : childrenOf(syntax, block)
        .filter((node) => !/^(comment|pass_statement)$/.test(kindOf(syntax, node)))
        .map((node) => ({ node, isImport: /^import(_from)?_statement$/.test(kindOf(syntax, node)) }));
}
