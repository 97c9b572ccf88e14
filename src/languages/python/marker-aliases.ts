import { childByField, childrenOf, kindOf, type Syntax, textOf } from '../syntax.ts';
import { boundOrigins } from './bound-origins.ts';

const MARKER = /\b(ClassVar|InitVar|KW_ONLY)\b/;
const PLAIN = /^(typing|typing_extensions|builtins|collections|datetime|decimal|pathlib|enum|uuid)\b/;

/**
 * Module-level names that may be another name for what `dataclasses` looks for at the head of a field (`ClassVar`, `InitVar`, `KW_ONLY`): bound
 * to it, to another such name, or to a name of another module that is not known.
 */
export function markerAliases(syntax: Syntax): ReadonlySet<string> {
  const found = new Set<string>();
  const origins = boundOrigins(syntax);
  for (const statement of childrenOf(syntax, 0)) {
    const assignment = kindOf(syntax, statement) === 'expression_statement' ? statement + 1 : -1;
    if (assignment === -1 || kindOf(syntax, assignment) !== 'assignment') continue;
    const [left, right] = [childByField(syntax, assignment, 'left'), childByField(syntax, assignment, 'right')];
    if (left === -1 || right === -1 || kindOf(syntax, left) !== 'identifier') continue;
    const value = textOf(syntax, right);
    const root = /^[\w.]+$/.test(value) ? /^\w+/.exec(value)![0] : '';
    const origin = origins.get(root);
    const isStrange = origin !== undefined && !PLAIN.test(origin);
    if (MARKER.test(value) || found.has(root) || isStrange) found.add(textOf(syntax, left));
  }
  return found;
}
