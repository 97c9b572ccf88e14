import { childByField, kindOf, type Node, type Syntax, textOf } from '../../../src/languages/syntax.ts';

/** An enum that a statement declares, and what its members are made of. */
export interface EnumReads {
  readonly name: string;
  /** Names that stand in the values of members, members of the enum itself left out. */
  readonly reads: ReadonlySet<string>;
}

/**
 * The enums between two nodes whose members have values of other names: `Root = Base.Admin`. What compiles file by file knows such a value where
 * the other enum stands in the same file, and not where it is imported: it then writes a name for the value too, and cannot count on.
 */
export function enumReads(syntax: Syntax, from: Node, until: Node): EnumReads[] {
  const found: EnumReads[] = [];
  for (let node = from; node < until; node++) {
    if (kindOf(syntax, node) !== 'enum_declaration' || isDeclared(syntax, node)) continue;
    const name = childByField(syntax, node, 'name');
    const body = childByField(syntax, node, 'body');
    const inside = body === -1 ? [] : Array.from({ length: syntax.after[body]! - body - 1 }, (_, i) => body + 1 + i);
    const members = new Set(inside.flatMap((at) => memberName(syntax, at) ?? []));
    const named = inside.filter((at) => kindOf(syntax, at) === 'identifier').map((at) => textOf(syntax, at));
    const reads = new Set(named.filter((one) => !members.has(one)));
    if (reads.size > 0) found.push({ name: textOf(syntax, name), reads });
  }
  return found;
}

/** `Low`, `Low = 1`. */
function memberName(syntax: Syntax, node: Node): string | null {
  const kind = kindOf(syntax, node);
  if (kind === 'enum_assignment') return textOf(syntax, childByField(syntax, node, 'name'));
  const isBare = kind === 'property_identifier' && kindOf(syntax, syntax.parent[node]!) === 'enum_body';
  return isBare ? textOf(syntax, node) : null;
}

/** `declare enum` is written by nobody. */
const isDeclared = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'ambient_declaration';
