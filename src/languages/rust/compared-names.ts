import { childByField, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { plainName } from './plain-name.ts';

const known = new WeakMap<Syntax, ReadonlySet<string>>();

/**
 * Names in lower case that patterns of a file may compare with: those of patterns that can fail to match, without `ref`, `mut` and `@`. A constant
 * of such a name is compared with; where there is none, the pattern binds it.
 */
export function comparedNames(syntax: Syntax): ReadonlySet<string> {
  const found = known.get(syntax) ?? readNames(syntax);
  known.set(syntax, found);
  return found;
}

function readNames(syntax: Syntax): Set<string> {
  const found = new Set<string>();
  for (let node = 0; node < syntax.size; node++) {
    const pattern = refutable(syntax, node);
    if (pattern === -1) continue;
    for (const name of namesIn(syntax, pattern)) if (/^\P{Lu}/u.test(name) && name !== '_') found.add(name);
  }
  return found;
}

/** The pattern of a match arm, a condition or a `let … else`; -1 for any other node. */
function refutable(syntax: Syntax, node: Node): Node {
  const kind = kindOf(syntax, node);
  if (kind === 'match_pattern') return node + 1;
  if (kind === 'let_condition') return childByField(syntax, node, 'pattern');
  const isElse = kind === 'let_declaration' && childByField(syntax, node, 'alternative') !== -1;
  return isElse ? childByField(syntax, node, 'pattern') : -1;
}

const SKIPPED =
  /^(?:scoped_identifier|generic_pattern|range_pattern|const_block|macro_invocation|closure_expression|ref_pattern|mut_pattern)$/;

function namesIn(syntax: Syntax, pattern: Node): string[] {
  const names: string[] = [];
  for (let node = pattern; node < syntax.after[pattern]!; ) {
    const kind = kindOf(syntax, node);
    const isSkipped = SKIPPED.test(kind) || fieldOf(syntax, node) === 'type' || isBound(syntax, node, kind);
    if (!isSkipped && (kind === 'identifier' || kind === 'shorthand_field_identifier'))
      names.push(plainName(textOf(syntax, node)));
    node = isSkipped ? syntax.after[node]! : node + 1;
  }
  return names;
}

/** The name in front of an `@`. */
const isBound = (syntax: Syntax, node: Node, kind: string): boolean =>
  kind === 'identifier' &&
  kindOf(syntax, syntax.parent[node]!) === 'captured_pattern' &&
  node === syntax.parent[node]! + 1;
