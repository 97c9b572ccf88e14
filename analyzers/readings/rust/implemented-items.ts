import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, kindOf, namedChildrenOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';

/** The functions that a package writes where it implements a trait of that name: what is known of one that cannot be read. */
export function implementedItems(view: View, path: string, trait: string): ReadonlySet<string> {
  const isThere = new RegExp(`\\b${trait}\\b[^{;]*\\bfor\\b`);
  const isIts = new RegExp(`\\b${trait}(?:\\s*<|$)`);
  const files = rustFilesBeside(view, path).filter(
    (file) => wordsOf(view, file).has(trait) && isThere.test(view.text(file)),
  );
  return new Set(files.flatMap((file) => functionsOf(view.syntax(file), isIts)));
}

/** The functions in blocks for a trait whose name matches. */
function functionsOf(syntax: Syntax, trait: RegExp): string[] {
  const found: string[] = [];
  for (let node = 0; node < syntax.size; node++) {
    if (kindOf(syntax, node) !== 'impl_item') continue;
    const named = childByField(syntax, node, 'trait');
    const body = childByField(syntax, node, 'body');
    if (named === -1 || body === -1 || !trait.test(textOf(syntax, named))) continue;
    for (const item of namedChildrenOf(syntax, body))
      if (kindOf(syntax, item) === 'function_item')
        found.push(plainName(textOf(syntax, childByField(syntax, item, 'name'))));
  }
  return found;
}
