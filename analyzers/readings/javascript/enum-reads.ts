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
    const members = new Set<string>();
    const reads = new Set<string>();
    for (let at = node + 1; at < syntax.after[node]!; at++) {
      const kind = kindOf(syntax, at);
      if (kind === 'enum_assignment') members.add(textOf(syntax, childByField(syntax, at, 'name')));
      if (kind === 'property_identifier' && kindOf(syntax, syntax.parent[at]!) === 'enum_body')
        members.add(textOf(syntax, at));
      if (kind === 'identifier' && at !== childByField(syntax, node, 'name')) reads.add(textOf(syntax, at));
    }
    for (const member of members) reads.delete(member);
    if (reads.size > 0) found.push({ name: textOf(syntax, childByField(syntax, node, 'name')), reads });
  }
  return found;
}

/** `declare enum` is written by nobody. */
const isDeclared = (syntax: Syntax, node: Node): boolean =>
  kindOf(syntax, syntax.parent[node]!) === 'ambient_declaration';
