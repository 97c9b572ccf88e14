import {
  childByField,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';
import { calledPath, chainOf } from './method-chain.ts';

const METHOD = /^(?:get|post|put|delete|patch|head|options|trace|connect|any)$/;

/** A method in capitals, and where it is named. */
export interface RouteMethod {
  readonly method: string;
  readonly node: Node;
}

/** The methods that `get(list).post(create)`, `on(MethodFilter::GET, list)` or `web::get().to(list)` answers; null where that cannot be told, or depends on a guard. */
export function methodsOf(syntax: Syntax, value: Node): RouteMethod[] | null {
  const { root, calls } = chainOf(syntax, value);
  const path = calledPath(syntax, root);
  if (path === null || calls.some(({ name }) => name === 'guard')) return null;
  const [, first = ''] = /(?:^|::)(\w+)$/.exec(path) ?? [];
  const base = baseMethods(syntax, path, first, root);
  if (base === null) return null;
  const more = calls.flatMap(({ name, arguments: [filter], node }) =>
    name === 'on'
      ? (filtered(syntax, filter) ?? []).map((method) => ({ method, node }))
      : METHOD.test(plain(name))
        ? [{ method: plain(name).toUpperCase(), node }]
        : [],
  );
  const named = [...base.map((method) => ({ method, node: root })), ...more];
  return named.length === 0 ? null : named;
}

/** Of the call that a chain begins with: none yet of a router without methods; null for a call of something else. */
function baseMethods(syntax: Syntax, path: string, called: string, root: Node): string[] | null {
  if (/(?:^|::)MethodRouter::new$/.test(path)) return [];
  if (called !== 'on') return METHOD.test(plain(called)) ? [plain(called).toUpperCase()] : null;
  return filtered(syntax, namedChildrenOf(syntax, childByField(syntax, root, 'arguments'))[0]);
}

/** `MethodFilter::GET`, and several of them joined by `.or()` or `|`; null for what is computed. */
function filtered(syntax: Syntax, filter: Node | undefined): string[] | null {
  const text = filter === undefined ? '' : textOf(syntax, filter).replace(/\s/g, '');
  if (!/^(?:(?:\w+::)*MethodFilter::[A-Z]+|\.or\(|\)|\|)+$/.test(text)) return null;
  return [...text.matchAll(/MethodFilter::([A-Z]+)/g)].map((match) => match[1]!);
}

const plain = (name: string): string => name.replace(/_service$/, '');

/** `:id` and `*rest` of older versions are parameters too. */
export const routePath = (text: string): string => text.replace(/(^|\/)[:*](\w+)/g, '$1{$2}');

/** Whether a node is a name alone. */
export const isName = (syntax: Syntax, node: Node): boolean => kindOf(syntax, node) === 'identifier';

/** The path that a name or a call without arguments of its own stands for: `routes::api`. */
export const pathText = (syntax: Syntax, node: Node): string | null =>
  /^(?:scoped_)?identifier$/.test(kindOf(syntax, node)) ? textOf(syntax, node).replace(/\s+/g, '') : null;
