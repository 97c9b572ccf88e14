import type { HazardId } from '../../core/hazards/index.ts';
import type { Hazard } from '../../core/unit.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import type { Description } from './describe-js-statement.ts';

const hazard = (syntax: Syntax, node: Node, id: HazardId, why: string): Hazard => ({
  id,
  start: syntax.start[node]!,
  end: syntax.end[node]!,
  why,
});

const FUNCTION =
  /^(function_declaration|generator_function_declaration|function_expression|generator_function|method_definition|function_signature|function_type|interface_declaration|type_alias_declaration)$/;

/** Hazards that show in one statement; those that need other units are added by the outline. */
export function javascriptHazards(syntax: Syntax, statement: Node, description: Description): Hazard[] {
  const { kind, visibility, inner } = description;
  const found: Hazard[] = [];
  const add = (node: Node, id: HazardId, why: string): void => {
    found.push(hazard(syntax, node, id, why));
  };
  if (kind === 'expression' || kind === 'statement' || kind === 'error')
    add(statement, 'J1', 'is executed when the module is loaded');
  if (kind === 'import' && isBareImport(syntax, inner)) add(statement, 'J1', 'is imported for what its loading does');
  if (
    kindOf(syntax, statement) === 'export_statement' &&
    childrenOf(syntax, statement).some((child) => kindOf(syntax, child) === '=')
  )
    add(statement, 'J2', 'is the whole value of a CommonJS module');
  if (kind === 'enum' && childrenOf(syntax, inner).some((child) => kindOf(syntax, child) === 'const'))
    add(statement, 'J5', 'is inlined where it is read');
  if (visibility === 'export default') add(statement, 'J6', 'has no name of its own for importers');
  if (kind === 'directive') add(statement, 'J9', 'applies to the whole file and has to stand first');
  if (kind === 'using') add(statement, 'J73', 'is disposed of where its module ends');
  if (kind === 'namespace') add(statement, 'J10', 'is a scope of its own that other files may extend');
  let functionEnd = -1;
  let arrowEnd = -1;
  for (let node = statement; node < syntax.after[statement]!; node++) {
    const nodeKind = kindOf(syntax, node);
    if (FUNCTION.test(nodeKind) || nodeKind === 'class_body') functionEnd = Math.max(functionEnd, syntax.after[node]!);
    else if (nodeKind === 'arrow_function') arrowEnd = Math.max(arrowEnd, syntax.after[node]!);
    const outside = node >= functionEnd;
    if (nodeKind === 'this' && outside && syntax.kinds.named[syntax.kind[node]!] === 1)
      add(node, 'J3', '`this` of the module itself');
    else if (nodeKind === 'await_expression' && outside && node >= arrowEnd)
      add(node, 'J7', 'waits while the module is loaded');
    else if (nodeKind === 'call_expression') {
      const callee = textOf(syntax, node + 1);
      if (callee === 'import' || callee === 'require' || callee === 'require.resolve')
        add(node, 'J4', 'names a file by a path from this one');
      else if (callee === 'eval') add(node, 'J12', 'runs code in the scope that it stands in');
    } else if (nodeKind === 'meta_property' && textOf(syntax, node) === 'import.meta')
      add(node, 'J4', 'depends on the place of the file');
    else if (nodeKind === 'identifier' && /^__(dirname|filename)$/.test(textOf(syntax, node)))
      add(node, 'J4', 'depends on the place of the file');
    else if (nodeKind === 'decorator' && kind === 'class') add(node, 'J11', 'may register what it decorates');
    else if (nodeKind === 'ERROR') add(node, 'J13', 'is not understood');
  }
  return found;
}

/** `import 'x'`. */
const isBareImport = (syntax: Syntax, node: Node): boolean =>
  childrenOf(syntax, node).every((child) => !/^import_(clause|require_clause)$/.test(kindOf(syntax, child))) &&
  kindOf(syntax, node) === 'import_statement';
