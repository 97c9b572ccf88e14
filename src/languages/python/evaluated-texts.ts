import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { quotedNames } from './quoted-names.ts';

/**
 * Methods and functions that read names of their caller out of a text, and what stands before such a name there: `@` in queries and expressions of
 * pandas, `from` and `join` in SQL of DuckDB and Polars, anything in expressions of numexpr and in formulas of patsy, statsmodels and formulaic.
 */
const EVALUATES: readonly (readonly [callee: RegExp, before: RegExp])[] = [
  [/(?:^|\.)(?:pd|pandas|ne|numexpr)\.(?:eval|evaluate|re_evaluate)$|^evaluate$/, /(?:)/],
  [/\.(?:query|eval)$/, /@\s*$/],
  [/(?:^|\.)(?:sql|query)$/, /\b(?:from|join)\s+$/i],
  [
    /(?:^|\.)(?:from_formula|dmatrix|dmatrices|model_matrix|ols|wls|gls|glsar|glm|gee|rlm|logit|probit|mnlogit|poisson|negativebinomial|quantreg|mixedlm|phreg)$/,
    /(?:)/,
  ],
];

/** The names that a string gives to a call which evaluates it where the caller stands; none for any other string. */
export function evaluatedNames(syntax: Syntax, string: Node): { readonly name: string; readonly at: number }[] {
  const callee = calleeOf(syntax, string);
  const ways = callee === null ? [] : EVALUATES.filter(([called]) => called.test(callee));
  if (ways.length === 0) return [];
  const start = syntax.start[string]!;
  return quotedNames(syntax, string).filter(({ at }) => {
    const before = syntax.text.slice(start, at);
    return ways.some(([, stands]) => stands.test(before));
  });
}

/** What a string is an argument of, by itself or put together with others. */
function calleeOf(syntax: Syntax, string: Node): string | null {
  for (let node = string, up = syntax.parent[node]!; up > 0; node = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'argument_list')
      return textOf(syntax, childByField(syntax, syntax.parent[up]!, 'function')).replace(/\s/g, '');
    if (!PARTS_OF_TEXT.test(kind)) return null;
  }
  return null;
}

const PARTS_OF_TEXT =
  /^(?:concatenated_string|binary_operator|parenthesized_expression|keyword_argument|conditional_expression)$/;
