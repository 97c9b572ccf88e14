import { kindOf, type Node, type Syntax } from '../../../../languages/syntax.ts';

/** Nodes from..until of a `macro_rules!`. */
export type DefinitionSpan = readonly [from: Node, until: Node];

const known = new WeakMap<Syntax, readonly DefinitionSpan[]>();

/** The macro definitions of a file, in source order. */
export function definitionSpans(syntax: Syntax): readonly DefinitionSpan[] {
  const found = known.get(syntax) ?? readSpans(syntax);
  known.set(syntax, found);
  return found;
}

function readSpans(syntax: Syntax): DefinitionSpan[] {
  const found: DefinitionSpan[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'macro_definition') found.push([node, syntax.after[node]!]);
  return found;
}
