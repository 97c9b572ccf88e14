import { readConditionals } from '../../../../languages/rust/conditionals.ts';
import { conditionalSpans } from '../../../../languages/rust/inner-attributes.ts';
import { kindOf, type Syntax } from '../../../../languages/syntax.ts';

/** The `cfg` predicates around an offset of a file: of items, members, statements and arms, of inner attributes, of tests. */
export type GuardsAt = (offset: number) => readonly string[];

export function readGuards(syntax: Syntax): GuardsAt {
  const code = readConditionals(syntax).filter(({ waits }) => waits !== 'attribute');
  // An attribute behind `cfg_attr` waits by itself: its code does not.
  const attributes: { start: number; end: number; predicate: string }[] = [];
  for (let node = 0; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'attribute_item') attributes.push(...conditionalSpans(syntax, node));
  const spans = [...code, ...attributes];
  return (offset) => [
    ...new Set(spans.filter(({ start, end }) => start <= offset && offset < end).map(({ predicate }) => predicate)),
  ];
}
