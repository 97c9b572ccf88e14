import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../../../../languages/syntax.ts';

/** What the printing of a declaration depends on. */
export interface TypeNames {
  readonly syntax: Syntax;
  /** Offset of a name that leads out of its declaration -> what it is called everywhere. */
  readonly labels: ReadonlyMap<number, string>;
  /** Label of a generic type -> the defaults of its parameters, null where there is none. */
  readonly defaults: ReadonlyMap<string, readonly (string | null)[]>;
}

const LEFT_OUT = /^(comment|;|,)$/;

/**
 * A declaration as one text that is equal for equal types: the compiler prints the members of a union in the order in which it read them, and
 * type arguments that are the default sometimes and sometimes not.
 */
export function printType(names: TypeNames, node: Node): string {
  const { syntax } = names;
  const kind = kindOf(syntax, node);
  if (kind === 'string') return JSON.stringify(textOf(syntax, node).slice(1, -1));
  if (kind === 'template_string' || kind === 'template_literal_type') return textOf(syntax, node);
  if (kind === 'union_type') return [...new Set(unionOf(names, node))].sort().join(' | ');
  if (kind === 'generic_type') return printGeneric(names, node);
  if (syntax.after[node] === node + 1) return names.labels.get(syntax.start[node]!) ?? textOf(syntax, node);
  return childrenOf(syntax, node)
    .filter((child) => !LEFT_OUT.test(kindOf(syntax, child)))
    .map((child) => printType(names, child))
    .filter((text) => text !== '')
    .join(DOTTED.test(kind) ? '' : ' ');
}

/** `$own.X` is one name, however it was written. */
const DOTTED = /^(nested_type_identifier|nested_identifier|member_expression)$/;

function unionOf(names: TypeNames, node: Node): string[] {
  const { syntax } = names;
  return childrenOf(syntax, node).flatMap((child) => {
    const kind = kindOf(syntax, child);
    if (kind === '|' || kind === 'comment') return [];
    return kind === 'union_type' ? unionOf(names, child) : [printType(names, child)];
  });
}

function printGeneric(names: TypeNames, node: Node): string {
  const { syntax } = names;
  const name = printType(names, childByField(syntax, node, 'name'));
  const list = childByField(syntax, node, 'type_arguments');
  const given = argumentsOf(names, list);
  const defaults = names.defaults.get(name) ?? [];
  while (given.length > 0 && given[given.length - 1] === defaults[given.length - 1]) given.pop();
  return given.length === 0 ? name : `${name} < ${given.join(' , ')} >`;
}

const argumentsOf = (names: TypeNames, list: Node): string[] =>
  list === -1
    ? []
    : childrenOf(names.syntax, list)
        .filter((child) => !/^(<|>|,|comment)$/.test(kindOf(names.syntax, child)))
        .map((child) => printType(names, child));
