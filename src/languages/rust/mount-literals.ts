import { kindOf, type Node, type Syntax } from '../syntax.ts';
import { readAttributes } from './attributes.ts';
import type { Item } from './read-items.ts';

/** The strings of a module's `#[path = "x.rs"]`, those in `#[cfg_attr(…, path = "x.rs")]` too. */
export function mountLiterals(syntax: Syntax, { kind, attributes }: Pick<Item, 'kind' | 'attributes'>): Node[] {
  if (kind !== 'mod') return [];
  return readAttributes(syntax, attributes)
    .filter(({ path }) => path === 'path' || path === 'cfg_attr')
    .flatMap(({ node }) =>
      Array.from({ length: syntax.after[node]! - node }, (_, i) => node + i).filter(
        (offset) =>
          /^(?:raw_)?string_literal$/.test(kindOf(syntax, offset)) &&
          /\bpath\s*=\s*$/.test(syntax.text.slice(syntax.start[node]!, syntax.start[offset]!)),
      ),
    );
}
