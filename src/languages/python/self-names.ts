import type { Range } from '../../core/range.ts';
import { childByField, kindOf, type Node, namedChildrenOf, type Syntax, textOf } from '../syntax.ts';

/**
 * Names that a method reads, writes or calls on the object that it is called on, functions inside of it included: `x` of `self.x`. Each once,
 * in the order of the text.
 * @returns null where the range is not a method, a constructor, or a method that gets no object
 */
export function selfNames(syntax: Syntax, { start, end }: Range): readonly string[] | null {
  const method = methodIn(syntax, start, end);
  if (method === -1) return null;
  const name = textOf(syntax, childByField(syntax, method, 'name'));
  const receiver = firstParameter(syntax, method);
  if (name === '__init__' || name === '__new__' || receiver === null) return null;
  const found = new Set<string>();
  for (let node = method; node < syntax.after[method]!; node++) {
    if (kindOf(syntax, node) !== 'attribute') continue;
    const object = childByField(syntax, node, 'object');
    if (kindOf(syntax, object) === 'identifier' && textOf(syntax, object) === receiver)
      found.add(textOf(syntax, childByField(syntax, node, 'attribute')));
  }
  return [...found];
}

/** The first function of the range: decorators and comments stand above it. */
function methodIn(syntax: Syntax, start: number, end: number): Node {
  for (let node = 0; node < syntax.size && syntax.start[node]! < end; node++)
    if (syntax.start[node]! >= start && kindOf(syntax, node) === 'function_definition')
      return hasDecorator(syntax, node, 'staticmethod') ? -1 : node;
  return -1;
}

function hasDecorator(syntax: Syntax, method: Node, name: string): boolean {
  const parent = syntax.parent[method]!;
  if (parent === -1 || kindOf(syntax, parent) !== 'decorated_definition') return false;
  return namedChildrenOf(syntax, parent).some(
    (child) => kindOf(syntax, child) === 'decorator' && textOf(syntax, child).slice(1).trim() === name,
  );
}

function firstParameter(syntax: Syntax, method: Node): string | null {
  const [first] = namedChildrenOf(syntax, childByField(syntax, method, 'parameters'));
  if (first === undefined) return null;
  const name = kindOf(syntax, first) === 'identifier' ? first : (namedChildrenOf(syntax, first)[0] ?? first);
  return kindOf(syntax, name) === 'identifier' ? textOf(syntax, name) : null;
}
