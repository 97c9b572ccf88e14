import type { Range } from '../../core/range.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const LISTS = new Set(['dir', 'vars', 'locals', 'globals']);
const LATER = new Set(['function_definition', 'lambda', 'class_definition']);

/**
 * The first place that lists the module's own namespace while it is imported: `dir()`, and `vars()`, `locals()`, `globals()` unless they are
 * asked for one name. What it finds depends on which names are bound by then: a facade binds those of its parts earlier, and its parts too.
 */
export function listsNamespace(syntax: Syntax): Range | null {
  for (let node = 1; node < syntax.size; node++) {
    if (LATER.has(kindOf(syntax, node))) {
      node = syntax.after[node]! - 1;
      continue;
    }
    if (kindOf(syntax, node) === 'call' && isListing(syntax, node))
      return { start: syntax.start[node]!, end: syntax.end[node]! };
  }
  return null;
}

function isListing(syntax: Syntax, call: Node): boolean {
  const name = textOf(syntax, childByField(syntax, call, 'function'));
  const given = textOf(syntax, childByField(syntax, call, 'arguments'));
  if (!LISTS.has(name) || !/^\(\s*\)$/.test(given)) return false;
  const up = syntax.parent[call]!;
  const kind = kindOf(syntax, up);
  if (name !== 'dir' && kind === 'assignment' && isOnlyStoredTo(syntax, up)) return false;
  const isAskedForOne = (kind === 'subscript' || kind === 'attribute') && syntax.start[up] === syntax.start[call];
  return (
    name === 'dir' ||
    !isAskedForOne ||
    /^\.(?:keys|values|items|copy)\b/.test(textOf(syntax, up).slice(name.length + given.length))
  );
}

/** `space = globals()`, where all that is done with the name is `space[key] = value` and `del space`. */
function isOnlyStoredTo(syntax: Syntax, assignment: Node): boolean {
  const left = childByField(syntax, assignment, 'left');
  if (kindOf(syntax, left) !== 'identifier') return false;
  const name = textOf(syntax, left);
  for (let node = 1; node < syntax.size; node++)
    if (
      node !== left &&
      kindOf(syntax, node) === 'identifier' &&
      textOf(syntax, node) === name &&
      !isStore(syntax, node)
    )
      return false;
  return true;
}

/** `del space` takes nothing but the name. */
function isStore(syntax: Syntax, node: Node): boolean {
  if (/^\s*del\s[\w\s,]*$/.test(textOf(syntax, statementOf(syntax, node)))) return true;
  const subscript = syntax.parent[node]!;
  const up = syntax.parent[subscript]!;
  return (
    kindOf(syntax, subscript) === 'subscript' &&
    childByField(syntax, subscript, 'value') === node &&
    kindOf(syntax, up) === 'assignment' &&
    childByField(syntax, up, 'left') === subscript
  );
}

function statementOf(syntax: Syntax, node: Node): Node {
  let current = node;
  while (syntax.parent[current]! > 0 && !/statement$/.test(kindOf(syntax, current))) current = syntax.parent[current]!;
  return current;
}
