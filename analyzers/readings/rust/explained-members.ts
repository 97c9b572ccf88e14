import type { View } from '../../../src/workspace/view.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { isStdMethod } from './std-methods.ts';

const DEFINED = /\b(?:fn|const|static)\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

/**
 * True for names of members that are most likely somebody else's than those of a trait that cannot be read: the standard library's types have
 * them, or the package defines them, or they are spelled like an enum's variants.
 */
export function readExplained(view: View, path: string): (name: string) => boolean {
  let own: ReadonlySet<string> | null = null;
  return (name) => {
    if (isStdMethod(name) || /^\p{Lu}[\p{XID_Continue}]*\p{Ll}/u.test(name) || /^\p{Lu}$/u.test(name)) return true;
    own ??= new Set(
      rustFilesBeside(view, path).flatMap((file) => [...view.text(file).matchAll(DEFINED)].map(([, found]) => found!)),
    );
    return own.has(name);
  };
}
