import { lineAt } from '../../src/core/lines.ts';
import type { Node, Syntax } from '../../src/languages/syntax.ts';
import type { FunctionMetrics, TypeMetrics } from './metrics.ts';
import type { Sizes } from './sizes/sizes.ts';
import type { NamedType, Tally } from './walk.ts';

type SizesOf = (node: Node) => Sizes;

/** The functions of a file, in source order. */
export const functionMetrics = (
  syntax: Syntax,
  starts: Uint32Array,
  tallies: readonly Tally[],
  sizesOf: SizesOf,
): FunctionMetrics[] =>
  tallies.map(({ symbol, node, cognitive, cyclomatic, nesting, parameters }) => {
    const sizes = sizesOf(node);
    const line = lineAt(starts, syntax.start[node]!);
    return { symbol, line, lines: sizes.lines, cognitive, cyclomatic, nesting, parameters, sizes };
  });

/** The classes, impls and traits of a file, each with the sums over the functions in it. */
export function typeMetrics(
  syntax: Syntax,
  starts: Uint32Array,
  { types, functions }: { readonly types: readonly NamedType[]; readonly functions: readonly Tally[] },
  sizesOf: SizesOf,
): TypeMetrics[] {
  let first = 0;
  return types.map(({ symbol, node }) => {
    while (first < functions.length && functions[first]!.node < node) first += 1;
    let methods = 0;
    let cognitive = 0;
    let cyclomatic = 0;
    for (let i = first; i < functions.length && functions[i]!.node < syntax.after[node]!; i++) {
      methods += 1;
      cognitive += functions[i]!.cognitive;
      cyclomatic += functions[i]!.cyclomatic;
    }
    const sizes = sizesOf(node);
    const line = lineAt(starts, syntax.start[node]!);
    return { symbol, line, lines: sizes.lines, methods, cognitive, cyclomatic, sizes };
  });
}
