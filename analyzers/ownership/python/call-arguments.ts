import type { Expression } from '../../contracts/python/expression.ts';

export type Call = Extract<Expression, { kind: 'call' }>;

/** A string argument by its keyword, or its place from 0; null where there is none that is written out. */
export function stringArgument({ positional, keywords }: Call, keyword: string, at = -1): string | null {
  const found = keywords.get(keyword) ?? (at === -1 ? undefined : positional[at]);
  return found?.kind === 'string' ? found.value : null;
}

/** Whether an argument is given, in whatever form. */
export const hasArgument = ({ positional, keywords }: Call, keyword: string, at = -1): boolean =>
  keywords.has(keyword) || keywords.has('**') || (at !== -1 && positional[at] !== undefined);

/** What the routes of a router begin with. */
export const prefixOf = (call: Call): string =>
  stringArgument(call, 'prefix') ?? stringArgument(call, 'url_prefix') ?? '';

/** `methods=["GET", "POST"]`; what it is without. */
export function methodsOf({ keywords }: Call, usual: readonly string[]): readonly string[] | null {
  const given = keywords.get('methods');
  if (given === undefined) return usual;
  if (given.kind !== 'list') return null;
  const methods = given.items.map((one) => (one.kind === 'string' ? one.value.toUpperCase() : null));
  return methods.includes(null) ? null : (methods as string[]);
}

/** `a.b` of `a.b.tool`, and `tool`. */
export function attributeOf(callee: Expression): { readonly variable: string; readonly name: string } | null {
  if (callee.kind !== 'name' || callee.path.length < 2) return null;
  return { variable: callee.path.slice(0, -1).join('.'), name: callee.path.at(-1)! };
}

/** Flask's `subdomain` and `host`, behind the path: another host is another route. */
export const hostOf = (call: Call): string =>
  ['subdomain', 'host']
    .flatMap((name) => (call.keywords.has(name) ? [` ${name}=${stringArgument(call, name) ?? '?'}`] : []))
    .join('');
