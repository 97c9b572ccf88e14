import { crateOf } from '../../../../../analyzers/readings/rust/crate-of.ts';
import { conditionalAttributes, conditionalSpans } from '../../../../languages/rust/inner-attributes.ts';
import { childrenOf, kindOf } from '../../../../languages/syntax.ts';
import type { View } from '../../../../workspace/view.ts';

/**
 * What a build has to leave out where the toolchain is a stable one: a crate that says `#![cfg_attr(feature = "nightly", feature(..))]` does
 * not build with that feature there. Nothing is left out for good: such builds only come last.
 */
export function unstableAway(view: View, paths: readonly string[]): string[] {
  const roots = new Set(paths.flatMap((path) => crateOf(view, path)?.targets.map((target) => target.path) ?? []));
  const found = [...roots].filter((root) => view.file(root)?.grammar === 'rust').flatMap((root) => askedIn(view, root));
  return [...new Set(found)].map((predicate) => `not(${predicate})`);
}

function askedIn(view: View, root: string): string[] {
  const syntax = view.syntax(root);
  return childrenOf(syntax, 0)
    .filter((node) => kindOf(syntax, node) === 'inner_attribute_item')
    .filter((node) => conditionalAttributes(syntax, node).some(({ path }) => path === 'feature'))
    .flatMap((node) => conditionalSpans(syntax, node).slice(0, 1))
    .map(({ predicate }) => predicate);
}
