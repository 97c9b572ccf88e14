import { readAttribute } from '../../../../languages/rust/attributes.ts';
import { isComment } from '../../../../languages/rust/tokens.ts';
import { kindOf, type Node, nextSibling, type Syntax } from '../../../../languages/syntax.ts';

/** The `cfg` predicates around an offset of a file: of items, members, statements and arms, of inner attributes, of tests. */
export type GuardsAt = (offset: number) => readonly string[];

export function readGuards(syntax: Syntax): GuardsAt {
  const spans: { readonly start: number; readonly end: number; readonly predicate: string }[] = [];
  for (let node = 0; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind !== 'attribute_item' && kind !== 'inner_attribute_item') continue;
    const predicate = predicateOf(syntax, node);
    const guarded =
      predicate === null ? -1 : kind === 'attribute_item' ? guardedBy(syntax, node) : syntax.parent[node]!;
    if (guarded !== -1) spans.push({ start: syntax.start[node]!, end: syntax.end[guarded]!, predicate: predicate! });
  }
  return (offset) => [
    ...new Set(spans.filter(({ start, end }) => start <= offset && offset < end).map(({ predicate }) => predicate)),
  ];
}

function predicateOf(syntax: Syntax, node: Node): string | null {
  const { path, text } = readAttribute(syntax, node);
  if (path === 'cfg') return text;
  return path === 'test' || path === 'bench' ? 'test' : null;
}

function guardedBy(syntax: Syntax, attribute: Node): Node {
  let next = nextSibling(syntax, attribute);
  while (next !== -1 && (kindOf(syntax, next) === 'attribute_item' || isComment(kindOf(syntax, next))))
    next = nextSibling(syntax, next);
  return next;
}
