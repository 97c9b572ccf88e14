import { gluesIn, mayBeGlued } from '../../../src/languages/rust/glued-names.ts';
import type { Syntax } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { mayHoldGlue } from './glueing-texts.ts';
import { rustFilesBeside } from './macro-definitions.ts';

/**
 * True for a name that some text of a package may give to an item: behind the word of one (`struct Vec`, `as Vec`), or among what a macro is
 * handed where its body has a variable there (`struct $name`), or glued of parts.
 */
export function readOwnItems(view: View, path: string): (name: string) => boolean {
  let files: readonly string[] | null = null;
  let hasVariables: boolean | null = null;
  const known = new Map<string, boolean>();
  const search = (name: string): boolean => {
    files ??= rustFilesBeside(view, path);
    hasVariables ??= files.some((file) => VARIABLE.test(view.text(file)));
    if (files.some((file) => mayHoldGlue(view, file) && mayName(view.syntax(file), name))) return true;
    const named = files.filter((file) => wordsOf(view, file).has(name));
    const item = new RegExp(`${WORD}\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`, 'u');
    const handed = new RegExp(`\\w\\s*!\\s*[({[][^;]*(?<![\\p{XID_Continue}])${name}(?![\\p{XID_Continue}])`, 'u');
    return named.some((file) => item.test(view.text(file)) || (hasVariables && handed.test(view.text(file))));
  };
  return (name) => {
    const found = known.get(name) ?? search(name);
    known.set(name, found);
    return found;
  };
}

const mayName = (syntax: Syntax, name: string): boolean => gluesIn(syntax).some((glue) => mayBeGlued(glue, name, null));

const WORD = String.raw`\b(?:fn|struct|enum|union|trait|type|const|static(?:\s+mut)?|mod|as|macro_rules\s*!)`;
const VARIABLE = new RegExp(`${WORD}\\s+\\$`);
