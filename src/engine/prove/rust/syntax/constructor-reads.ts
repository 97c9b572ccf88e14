import { tokenBefore, tokenBehind } from '../../../../languages/rust/macro-tokens.ts';
import { plainName } from '../../../../languages/rust/plain-name.ts';
import { fieldOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** Where a file builds or takes apart a tuple struct by one of its names: a call, a pattern, the name as a function. */
export function constructorReads(syntax: Syntax, names: ReadonlySet<string>): number[] {
  const found: number[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (/^(?:macro_definition|use_declaration|attribute_item|extern_crate_declaration)$/.test(kind))
      node = syntax.after[node]! - 1;
    else if (kind === 'identifier' && names.has(plainName(textOf(syntax, node))) && isValue(syntax, node))
      found.push(syntax.start[node]!);
  }
  return found;
}

/** A type has nodes of its own, but for the tokens of a macro call. */
function isValue(syntax: Syntax, node: Node): boolean {
  const next = textOf(syntax, tokenBehind(syntax, node));
  if (next === '::' || fieldOf(syntax, node) === 'path') return false;
  const parent = kindOf(syntax, syntax.parent[node]!);
  if (!/^token_(?:tree|repetition)$/.test(parent)) return !/_(?:item|definition)$/.test(parent);
  const before = textOf(syntax, tokenBefore(syntax, node));
  // `&Q(1)`, `q: Q(2)`: no type is called.
  if (next.startsWith('(')) return !/^(?:struct|enum|union|for|impl|fn|\$)$/.test(before);
  return !/^(?:[<:&]|->|as|for|impl|mut|struct|enum|union|\$)$/.test(before) && !/^[<>{]/.test(next);
}
