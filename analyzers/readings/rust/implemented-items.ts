import { childByField, kindOf, namedChildrenOf, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';

/** The functions that a package writes where it implements a trait of that name: what is known of one that cannot be read. */
export function implementedItems(view: View, path: string, trait: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of rustFilesBeside(view, path)) {
    if (!wordsOf(view, file).has(trait) || !new RegExp(`\\b${trait}\\b[^{;]*\\bfor\\b`).test(view.text(file))) continue;
    const syntax = view.syntax(file);
    for (let node = 0; node < syntax.size; node++) {
      if (kindOf(syntax, node) !== 'impl_item') continue;
      const named = childByField(syntax, node, 'trait');
      const body = childByField(syntax, node, 'body');
      if (named === -1 || body === -1 || !new RegExp(`\\b${trait}(?:\\s*<|$)`).test(textOf(syntax, named))) continue;
      for (const item of namedChildrenOf(syntax, body)) {
        const name = kindOf(syntax, item) === 'function_item' ? childByField(syntax, item, 'name') : -1;
        if (name !== -1) found.add(textOf(syntax, name).replace(/^r#/, ''));
      }
    }
  }
  return found;
}
