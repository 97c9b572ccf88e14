import type { Unit } from '../../core/unit.ts';
import { childrenOf, kindOf, type Node, type Syntax } from '../syntax.ts';

/** The top-level statements of each unit, definitions with their decorators. */
export function unitStatements(syntax: Syntax, units: readonly Unit[]): Node[][] {
  const found = units.map((): Node[] => []);
  let i = 0;
  for (const node of childrenOf(syntax, 0)) {
    if (kindOf(syntax, node) === 'comment') continue;
    while (i < units.length && units[i]!.end <= syntax.start[node]!) i += 1;
    if (i < units.length && units[i]!.start <= syntax.start[node]!) found[i]!.push(node);
  }
  return found;
}
