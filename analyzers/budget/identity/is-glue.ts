import { childByField, kindOf, type Node, type Syntax } from '../../../src/languages/syntax.ts';

const ALWAYS = new Set([
  'use_declaration',
  'extern_crate_declaration',
  'inner_attribute_item',
  'empty_statement',
  'mod_item', // without a body: the walk opens those that have one
  'import_statement',
  'import_from_statement',
  'future_import_statement',
]);
const STATEMENT = /(?:_statement|_definition|_declaration)$/;

/** What ties a file to others and changes with its place: imports, `mod` and `include!` lines, bare re-exports. */
export function isGlue(syntax: Syntax, node: Node, kind: string): boolean {
  if (ALWAYS.has(kind)) return true;
  if (kind === 'export_statement')
    return childByField(syntax, node, 'declaration') === -1 && childByField(syntax, node, 'value') === -1;
  if (kind === 'macro_invocation' || kind === 'expression_statement')
    return /^(?:(?:::)?(?:std|core)\s*::\s*)?include\s*!/.test(
      syntax.text.slice(syntax.start[node]!, syntax.start[node]! + 40),
    );
  return (kind === 'if_statement' || kind === 'try_statement') && importsOnly(syntax, node);
}

/** `if TYPE_CHECKING:` and `try: import …`: each part needs its own. */
function importsOnly(syntax: Syntax, node: Node): boolean {
  let imports = 0;
  for (let each = node + 1; each < syntax.after[node]!; each++) {
    const kind = kindOf(syntax, each);
    if (!STATEMENT.test(kind)) continue;
    if (!ALWAYS.has(kind)) return false;
    imports += 1;
  }
  return imports > 0;
}
