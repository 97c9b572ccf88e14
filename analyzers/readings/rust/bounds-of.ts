import {
  childByField,
  childrenOf,
  kindOf,
  type Node,
  namedChildrenOf,
  type Syntax,
  textOf,
} from '../../../src/languages/syntax.ts';

/**
 * The paths that a type parameter is bound by where it is declared: `serde::Serializer` of `fn f<S: serde::Serializer>` or of
 * `where S: serde::Serializer`, without what they are given. A method of a bound is found without its trait in scope.
 * @param node anything below the item that declares it
 * @returns null where no item around declares a type parameter of that name
 */
export function boundsOf(syntax: Syntax, node: Node, name: string): readonly string[] | null {
  for (let up = syntax.parent[node]!; up > 0; up = syntax.parent[up]!) {
    const declared = childByField(syntax, up, 'type_parameters');
    if (declared === -1) continue;
    const own = namedChildrenOf(syntax, declared).find((one) => nameOf(syntax, one) === name);
    if (own === undefined) continue;
    const clause = childrenOf(syntax, up).find((one) => kindOf(syntax, one) === 'where_clause');
    const predicates = (clause === undefined ? [] : namedChildrenOf(syntax, clause)).filter(
      (one) => kindOf(syntax, one) === 'where_predicate' && textOf(syntax, childByField(syntax, one, 'left')) === name,
    );
    return [own, ...predicates].flatMap((one) => pathsIn(syntax, childByField(syntax, one, 'bounds')));
  }
  return null;
}

const nameOf = (syntax: Syntax, parameter: Node): string | null =>
  kindOf(syntax, parameter) === 'type_parameter' ? textOf(syntax, childByField(syntax, parameter, 'name')) : null;

const pathsIn = (syntax: Syntax, bounds: Node): string[] =>
  bounds === -1
    ? []
    : namedChildrenOf(syntax, bounds).flatMap((bound) => {
        const path = kindOf(syntax, bound) === 'generic_type' ? childByField(syntax, bound, 'type') : bound;
        return /^(?:scoped_)?type_identifier$/.test(kindOf(syntax, path))
          ? [textOf(syntax, path).replace(/\s+/g, '')]
          : [];
      });
