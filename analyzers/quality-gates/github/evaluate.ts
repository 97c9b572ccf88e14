import { type Expression, parseExpression, type Scalar } from './expression.ts';

/** What an expression is on a pull request, or why that is not known. */
export type Outcome = { readonly known: true; readonly value: Scalar } | { readonly known: false; readonly why: Doubt };

/**
 * `changes`: a step computes it from the files that changed; `computed`: another step or job does; `event`: the pull request says it (a
 * label, an author); `matrix`: the matrix is computed.
 */
export type Doubt = 'changes' | 'computed' | 'event' | 'matrix';

export type Lookup = (names: readonly string[]) => Outcome;

export const known = (value: Scalar): Outcome => ({ known: true, value });
export const doubt = (why: Doubt): Outcome => ({ known: false, why });

/** The value of the expression; of what can be told without what is unknown, the rest is not asked. */
function evaluate(expression: Expression, lookup: Lookup): Outcome {
  switch (expression.kind) {
    case 'literal':
      return known(expression.value);
    case 'path':
      return lookup(expression.names);
    case 'not': {
      const inner = evaluate(expression.of, lookup);
      return inner.known ? known(!truthy(inner.value)) : inner;
    }
    case 'call':
      return calling(expression, lookup);
    case 'binary':
      return expression.operator === '&&' || expression.operator === '||'
        ? junction(expression, lookup)
        : comparison(expression, lookup);
  }
}

/** GitHub's `&&` and `||` give one of the two values. */
function junction({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, lookup: Lookup): Outcome {
  const a = evaluate(left, lookup);
  if (a.known) return truthy(a.value) === (operator === '||') ? a : evaluate(right, lookup);
  const b = evaluate(right, lookup);
  const decides = b.known && truthy(b.value) === (operator === '||');
  return decides ? known(operator === '||') : b.known ? a : doubt(a.why === 'matrix' ? b.why : a.why);
}

function comparison({ operator, left, right }: Extract<Expression, { kind: 'binary' }>, lookup: Lookup): Outcome {
  const a = evaluate(left, lookup);
  const b = evaluate(right, lookup);
  if (!a.known) return a;
  if (!b.known) return b;
  switch (operator) {
    case '==':
      return known(same(a.value, b.value));
    case '!=':
      return known(!same(a.value, b.value));
    case '<':
      return known(Number(a.value) < Number(b.value));
    case '<=':
      return known(Number(a.value) <= Number(b.value));
    case '>':
      return known(Number(a.value) > Number(b.value));
    default:
      return known(Number(a.value) >= Number(b.value));
  }
}

/** Strings are compared without case; values of two kinds as numbers. */
function same(a: Scalar, b: Scalar): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  return typeof a === typeof b ? a === b : numberOf(a) === numberOf(b);
}

const numberOf = (value: Scalar): number =>
  typeof value === 'string' ? (value.trim() === '' ? 0 : Number(value)) : Number(value ?? 0);

export const truthy = (value: Scalar): boolean => value !== false && value !== null && value !== '' && value !== 0;

const STATUS: Readonly<Record<string, boolean>> = { always: true, success: true, failure: false, cancelled: false };

function calling({ name, args }: Extract<Expression, { kind: 'call' }>, lookup: Lookup): Outcome {
  if (Object.hasOwn(STATUS, name)) return known(STATUS[name]!);
  const values = args.map((arg) => evaluate(arg, lookup));
  const lost = values.find((one) => !one.known);
  if (lost) return lost;
  const [a = '', b = ''] = values.map((one) => String((one as { readonly value: Scalar }).value ?? '').toLowerCase());
  if (name === 'contains') return known(a.includes(b));
  if (name === 'startswith') return known(a.startsWith(b));
  if (name === 'endswith') return known(a.endsWith(b));
  return doubt('computed');
}

/** `${{ … }}` in a text, filled in where its value is known. */
export const fill = (text: string, lookup: Lookup): string =>
  text.replace(/\$\{\{([\s\S]*?)\}\}/g, (whole, inner: string) => {
    const expression = parseExpression(inner.trim());
    const outcome = expression === null ? null : evaluate(expression, lookup);
    return outcome?.known ? String(outcome.value ?? '') : whole;
  });

/** A condition, with `${{ }}` around it, around a part of it, or without. */
export function condition(text: string, lookup: Lookup): Outcome {
  const bare = /^\$\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(text.trim())?.[1] ?? text;
  // `${{ a }} == 'b'` is a text that is never empty: GitHub reads it as true.
  if (bare.includes('${{')) return known(true);
  const expression = parseExpression(bare.trim());
  return expression === null ? doubt('event') : evaluate(expression, lookup);
}
