import type { View } from '../../../src/workspace/view.ts';
import { wordsOf } from '../../../src/workspace/words-of.ts';
import { carriedNames } from './carried-names.ts';
import { implementorsOf } from './implementors.ts';
import { rustFilesBeside } from './macro-definitions.ts';
import { hasOwnMethod } from './own-methods.ts';

/**
 * Whether a method that some code calls may be the one of a trait of its package. It is not where each type that has the trait has a method of
 * its own that goes before it, or where the code has no name that could lead to a value of such a type.
 */
export interface TraitReach {
  /** @param code the view and the file whose text calls the method */
  readonly mayCall: (trait: string, method: string, code: { readonly view: View; readonly path: string }) => boolean;
}

/** @param path a file of the package */
export function createTraitReach(view: View, path: string): TraitReach {
  const files = rustFilesBeside(view, path);
  const implementors = new Map<string, ReadonlySet<string> | null>();
  const own = new Map<string, boolean>();
  const carried = new Map<string, ReadonlySet<string> | null>();
  const defined = new Map<string, boolean>();
  return {
    mayCall: (trait, method, code) => {
      const types = once(implementors, trait, () => implementorsOf(view, files, trait));
      if (types === null) return true;
      const isOwn = (type: string): boolean =>
        once(own, `${type}::${method} ${trait}`, () => hasOwnMethod(view, files, { type, method, trait }));
      const open = [...types].filter((type) => !isOwn(type));
      if (open.length === 0) return false;
      // A value of a type of the library, or of another crate, is made by many things that do not name it.
      if (open.some((type) => !once(defined, type, () => isDefined(view, files, type)))) return true;
      const names = once(carried, open.join(), () => carriedNames(view, files, new Set(open)));
      if (names === null) return true;
      const words = wordsOf(code.view, code.path);
      return [...names].some((name) => words.has(name));
    },
  };
}

const isDefined = (view: View, files: readonly string[], type: string): boolean =>
  files.some(
    (file) =>
      wordsOf(view, file).has(type) &&
      new RegExp(`\\b(?:struct|enum|union)\\s+(?:r#)?${type}\\b`).test(view.text(file)),
  );

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
