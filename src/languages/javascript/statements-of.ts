import { childrenOf, kindOf, type Node, type Syntax } from '../syntax.ts';

/** Top-level statements, without comments. */
export const statementsOf = (syntax: Syntax): Node[] =>
  childrenOf(syntax, 0).filter((node) => !/^(comment|html_comment|hash_bang_line)$/.test(kindOf(syntax, node)));
