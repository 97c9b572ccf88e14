import { plainName } from '../../../src/languages/rust/plain-name.ts';
import { childByField, kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { rustFilesBeside } from './macro-definitions.ts';

/**
 * True for names in lower case that some file of a package gives to a constant, a static, a unit struct or an enum's variant: a pattern
 * compares with what is in scope by such a name, and binds a name where nothing is.
 */
export function readConstantNames(view: View, path: string): (name: string) => boolean {
  let files: readonly string[] | null = null;
  const known = new Map<string, boolean>();
  return (name) => {
    if (/^\p{Lu}/u.test(name)) return false;
    files ??= rustFilesBeside(view, path);
    const found =
      known.get(name) ?? files.some((file) => wordsOf(view, file).has(name) && hasConstant(view, file, name));
    known.set(name, found);
    return found;
  };
}

function hasConstant(view: View, file: string, name: string): boolean {
  const written = new RegExp(`\\b(?:const|static(?:\\s+mut)?|struct)\\s+(?:r#)?${name}\\s*[:;(]`, 'u');
  const text = view.text(file);
  return written.test(text) || (/\benum\b/.test(text) && hasVariant(view.syntax(file), name));
}

function hasVariant(syntax: Syntax, name: string): boolean {
  for (let node = 0; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'enum_variant' &&
      plainName(textOf(syntax, childByField(syntax, node, 'name'))) === name
    )
      return true;
  return false;
}
