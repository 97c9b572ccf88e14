import { childrenOf, kindOf, type Node, nextSibling, type Syntax } from '../syntax.ts';

/** `namespace N { export type A = … }` has no value. @param name the node of its name */
export function isTypeNamespace(syntax: Syntax, name: Node): boolean {
  if (kindOf(syntax, syntax.parent[name]!) !== 'internal_module') return false;
  const body = nextSibling(syntax, name);
  if (body === -1) return false;
  const allowed = /^(interface_declaration|type_alias_declaration|comment|[{};])$/;
  return childrenOf(syntax, body).every((child) => {
    if (kindOf(syntax, child) !== 'export_statement') return allowed.test(kindOf(syntax, child));
    return childrenOf(syntax, child).every(
      (one) => /^(export|;)$/.test(kindOf(syntax, one)) || allowed.test(kindOf(syntax, one)),
    );
  });
}
