import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

/**
 * Methods and functions that read names of their caller out of a text: queries and expressions of pandas (`@LIMIT`) and numexpr, formulas of patsy,
 * statsmodels and formulaic, tables of DuckDB and Polars that are variables.
 */
const EVALUATES =
  /(?:^|\.)(?:query|eval|evaluate|re_evaluate|validate|sql|from_formula|dmatrix|dmatrices|model_matrix|ols|wls|gls|glsar|glm|gee|rlm|logit|probit|mnlogit|poisson|negativebinomial|quantreg|mixedlm|phreg)$/;

/** Whether a string is an argument of a call that evaluates it where the caller stands. */
export function isEvaluated(syntax: Syntax, string: Node): boolean {
  for (let node = string, up = syntax.parent[node]!; up > 0; node = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'argument_list') {
      const call = syntax.parent[up]!;
      return EVALUATES.test(textOf(syntax, childByField(syntax, call, 'function')).replace(/\s/g, ''));
    }
    if (!PARTS_OF_TEXT.test(kind)) return false;
  }
  return false;
}

const PARTS_OF_TEXT =
  /^(?:concatenated_string|binary_operator|parenthesized_expression|keyword_argument|conditional_expression)$/;
