import { kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { calledPath, chainOf } from './method-chain.ts';

const METHOD = /^(?:get|post|put|delete|patch|head|options|trace|connect|any)$/;

/** The methods that `get(list).post(create)` or `web::get().to(list)` answers, in capitals; null where that cannot be told, or depends on a guard. */
export function methodsOf(syntax: Syntax, value: Node): string[] | null {
  const { root, calls } = chainOf(syntax, value);
  const path = calledPath(syntax, root);
  if (path === null || calls.some(({ name }) => name === 'guard')) return null;
  const [, first = ''] = /(?:^|::)(\w+)$/.exec(path) ?? [];
  const isRouter = /(?:^|::)MethodRouter::new$/.test(path);
  const base = nameOf(first, isRouter);
  if (base === null) return null;
  const more = calls.flatMap(({ name }) => (METHOD.test(plain(name)) ? [plain(name)] : []));
  const named = [...(base === '' ? [] : [base]), ...more].map((name) => name.toUpperCase());
  return named.length === 0 ? null : named;
}

const plain = (name: string): string => name.replace(/_service$/, '');

/** '' of a router that has no method yet; null for a call of something else. */
const nameOf = (called: string, isRouter: boolean): string | null =>
  isRouter ? '' : METHOD.test(plain(called)) ? plain(called) : null;

/** `:id` and `*rest` of older versions are parameters too. */
export const routePath = (text: string): string => text.replace(/(^|\/)[:*](\w+)/g, '$1{$2}');

/** Whether a node is a name alone. */
export const isName = (syntax: Syntax, node: Node): boolean => kindOf(syntax, node) === 'identifier';

/** The path that a name or a call without arguments of its own stands for: `routes::api`. */
export const pathText = (syntax: Syntax, node: Node): string | null =>
  /^(?:scoped_)?identifier$/.test(kindOf(syntax, node)) ? textOf(syntax, node).replace(/\s+/g, '') : null;
