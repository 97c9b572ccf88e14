import type { Range } from '../../core/range.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const METHODS = new Set(['method_definition', 'public_field_definition', 'field_definition']);
const FUNCTIONS = new Set(['arrow_function', 'function_expression', 'generator_function']);
/** Inside of these `this` is another object. */
const REBINDS = new Set([
  'function_expression',
  'function_declaration',
  'generator_function',
  'generator_function_declaration',
  'class',
  'class_declaration',
]);

/**
 * Names that a method reads, writes or calls on `this`, in the order of the text, each once: `x` of `this.x`, `#x` of `this.#x`. A field that
 * holds a function counts as a method.
 * @returns null where the range is not a method, or a constructor
 */
export function thisNames(syntax: Syntax, { start, end }: Range): readonly string[] | null {
  const found = new Set<string>();
  let isMethod = false;
  for (let node = 0; node < syntax.size && syntax.start[node]! < end; node++) {
    if (syntax.start[node]! < start || !METHODS.has(kindOf(syntax, node))) continue;
    const body = bodyOf(syntax, node);
    if (body !== -1) {
      isMethod = true;
      addNames(syntax, body, found);
    }
    node = syntax.after[node]! - 1;
  }
  return isMethod ? [...found] : null;
}

function bodyOf(syntax: Syntax, member: Node): Node {
  const name = childByField(syntax, member, 'name');
  if (name !== -1 && textOf(syntax, name) === 'constructor') return -1;
  if (kindOf(syntax, member) === 'method_definition') return childByField(syntax, member, 'body');
  const value = childByField(syntax, member, 'value');
  return value !== -1 && FUNCTIONS.has(kindOf(syntax, value)) ? childByField(syntax, value, 'body') : -1;
}

function addNames(syntax: Syntax, body: Node, found: Set<string>): void {
  for (let node = body; node < syntax.after[body]!; node++) {
    const kind = kindOf(syntax, node);
    if (REBINDS.has(kind)) node = syntax.after[node]! - 1;
    else if (kind === 'member_expression' && kindOf(syntax, childByField(syntax, node, 'object')) === 'this')
      found.add(textOf(syntax, childByField(syntax, node, 'property')));
  }
}
