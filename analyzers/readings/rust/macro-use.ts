import { basename, dirname } from 'node:path/posix';
import type { Attribute } from '../../../src/languages/rust/attributes.ts';
import type { View } from '../../../src/workspace/view.ts';
import { rustFilesBeside } from './macro-definitions.ts';

/** `#[macro_use]`, also where a condition gives it. */
export const isMacroUse = ({ path, text }: Attribute): boolean =>
  path === 'macro_use' || (path === 'cfg_attr' && /\bmacro_use\b/.test(text));

const LINE = /((?:#\s*\[[^;{}]*?\]\s*)+)(?:pub\s*(?:\([^)]*\)\s*)?)?mod\s+(?:r#)?(\w+)\s*;/g;

/** True for a file whose macros are seen behind its `mod` line: that line, or one of its name, has `#[macro_use]`. */
export function isMacroUsed(view: View, path: string): boolean {
  const file = basename(path);
  const name = file === 'mod.rs' ? basename(dirname(path)) : file.replace(/\.rs$/, '');
  return rustFilesBeside(view, path).some((one) => {
    const text = view.text(one);
    if (!text.includes('macro_use')) return false;
    return [...text.matchAll(LINE)].some(
      ([, attributes, module]) => /\bmacro_use\b/.test(attributes!) && (module === name || attributes!.includes(file)),
    );
  });
}
