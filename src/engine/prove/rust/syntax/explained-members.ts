import { rustFilesBeside } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { isStdMethod } from '../../../../../analyzers/readings/rust/std-methods.ts';
import type { View } from '../../../../workspace/view.ts';

/**
 * True for names of members that are most likely somebody else's than an unknown trait's: those of the standard library's types, those that
 * the package defines, and variants of enums by their spelling.
 */
export function createExplained(view: View, path: string): (name: string) => boolean {
  let own: ReadonlySet<string> | null = null;
  return (name) => {
    if (isStdMethod(name) || /^\p{Lu}[\p{XID_Continue}]*\p{Ll}/u.test(name) || /^\p{Lu}$/u.test(name)) return true;
    own ??= definedIn(view, path);
    return own.has(name);
  };
}

const DEFINED = /\b(?:fn|const|static)\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

const definedIn = (view: View, path: string): Set<string> =>
  new Set(
    rustFilesBeside(view, path).flatMap((file) => [...view.text(file).matchAll(DEFINED)].map(([, name]) => name!)),
  );
