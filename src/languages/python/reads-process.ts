import type { Unit } from '../../core/unit.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { boundOrigins } from './bound-origins.ts';
import { runsAtImport } from './runs-at-import.ts';
import type { ScopeTree } from './scope-tree.ts';

const ASKED = new Set(['os.environ', 'os.environb', 'os.getenv', 'os.getenvb', 'sys.argv']);

/**
 * Units (by index) that ask for the environment or the command line while the module is imported: what they make is what the process was
 * like at that moment, and a test that sets a variable imports the module anew to see it.
 */
export function readsProcess(syntax: Syntax, tree: ScopeTree, units: readonly Unit[]): ReadonlySet<number> {
  const found = new Set<number>();
  if (!/\b(environb?|getenvb?|argv)\b/.test(syntax.text)) return found;
  const origins = boundOrigins(syntax);
  const running = runsAtImport(syntax, tree, units);
  for (let node = 1; node < syntax.size; node++) {
    if (!asks(syntax, node, origins)) continue;
    const unit = units.findIndex(({ start, end }) => start <= syntax.start[node]! && syntax.start[node]! < end);
    if (unit !== -1 && (running.has(unit) || !isLater(syntax, node))) found.add(unit);
  }
  return found;
}

function asks(syntax: Syntax, node: Node, origins: ReadonlyMap<string, string>): boolean {
  const kind = kindOf(syntax, node);
  if (kind === 'attribute') {
    const root = textOf(syntax, childByField(syntax, node, 'object'));
    return ASKED.has(`${origins.get(root) ?? root}.${textOf(syntax, childByField(syntax, node, 'attribute'))}`);
  }
  return kind === 'identifier' && ASKED.has(origins.get(textOf(syntax, node)) ?? '');
}

/** It stands in the body of a function, which runs when it is called. */
function isLater(syntax: Syntax, node: Node): boolean {
  for (let ancestor = node, up = syntax.parent[ancestor]!; up > 0; ancestor = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'lambda' || (kind === 'function_definition' && childByField(syntax, up, 'body') === ancestor))
      return true;
  }
  return false;
}
