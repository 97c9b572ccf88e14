import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { boundOrigins } from './bound-origins.ts';
import { type Callee, calleeOf } from './callee-of.ts';

/** What evaluates the annotations of a class that it is given, in the module that the class names. */
const READERS = /^(get_type_hints|get_annotations|resolve_types|signature|TypeAdapter|parse_obj_as|create_model)$/;
const READS = /\b(get_type_hints|get_annotations|resolve_types|__annotations__|TypeAdapter)\b/;

/**
 * Classes that a call is given while the module loads, where the callee may read their annotations: a known reader, or a function of this file
 * where the file names one.
 */
export function hintedClasses(syntax: Syntax): ReadonlySet<string> {
  const given = new Set<string>();
  if (!READS.test(syntax.text)) return given;
  const origins = boundOrigins(syntax);
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind === 'function_definition' || kind === 'lambda') node = syntax.after[node]! - 1;
    else if (kind === 'call' && mayRead(calleeOf(syntax, node), origins))
      for (const name of namesGiven(syntax, node)) given.add(name);
  }
  return given;
}

function mayRead({ root, path }: Callee, origins: ReadonlyMap<string, string>): boolean {
  if (root === null) return false;
  const origin = origins.get(root);
  return origin === undefined || READERS.test(path.at(-1) ?? root) || READERS.test(origin.split('.').at(-1)!);
}

function namesGiven(syntax: Syntax, call: Node): string[] {
  const list = childByField(syntax, call, 'arguments');
  const found: string[] = [];
  for (let inner = list; inner !== -1 && inner < syntax.after[list]!; inner++)
    if (kindOf(syntax, inner) === 'identifier') found.push(textOf(syntax, inner));
  return found;
}
