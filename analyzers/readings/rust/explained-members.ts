import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { implementedItems } from './implemented-items.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { isStdMethod } from './std-methods.ts';

const DEFINED = /\b(?:fn|const|static)\s+(?:r#)?([\p{XID_Start}_][\p{XID_Continue}]*)/gu;

export interface ExplainedMembers {
  /** True for names of members that are most likely somebody else's than those of a trait that cannot be read. */
  readonly isExplained: (name: string) => boolean;
  /** The package defines a member of that name. */
  readonly isOwnMember: (name: string) => boolean;
  /** Members that the package writes where it implements a trait of that name. */
  readonly implemented: (trait: string) => ReadonlySet<string>;
  /** True for a name in lower case that the package gives to a type. */
  readonly isType: (name: string) => boolean;
}

/** The standard library's types have them, or the package defines them, or they are spelled like an enum's variants. */
export function readExplained(view: View, path: string): ExplainedMembers {
  let own: ReadonlySet<string> | null = null;
  const isOwnMember = (name: string): boolean => {
    own ??= new Set(
      rustFilesBeside(view, path).flatMap((file) => [...view.text(file).matchAll(DEFINED)].map(([, found]) => found!)),
    );
    return own.has(name);
  };
  const implemented = new Map<string, ReadonlySet<string>>();
  const types = new Map<string, boolean>();
  return {
    isOwnMember,
    isExplained: (name) =>
      isStdMethod(name) ||
      /^\p{Lu}[\p{XID_Continue}]*\p{Ll}/u.test(name) ||
      /^\p{Lu}$/u.test(name) ||
      isOwnMember(name),
    implemented: (trait) => {
      const found =
        implemented.get(trait) ?? (/^\w+$/.test(trait) ? implementedItems(view, path, trait) : new Set<string>());
      implemented.set(trait, found);
      return found;
    },
    isType: (name) => {
      const found = types.get(name) ?? isTypeName(view, path, name);
      types.set(name, found);
      return found;
    },
  };
}

function isTypeName(view: View, path: string, name: string): boolean {
  const written = new RegExp(
    `\\b(?:type|struct|enum|union)\\s+(?:r#)?${name}(?![\\p{XID_Continue}])|\\p{Lu}[\\p{XID_Continue}]*\\s+as\\s+(?:r#)?${name}(?![\\p{XID_Continue}])`,
    'u',
  );
  return rustFilesBeside(view, path).some((file) => wordsOf(view, file).has(name) && written.test(view.text(file)));
}
