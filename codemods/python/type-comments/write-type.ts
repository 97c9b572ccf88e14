import type { CodemodFile } from '../../define-file-codemod.ts';

/** How types are written in a file so that none of them is evaluated. */
export interface TypeWriter {
  (type: string): string;
  /** Whether a type was written that only `from __future__ import annotations` keeps from being evaluated. */
  readonly needsFuture: () => boolean;
}

/** Names that every module has, and that cannot fail. */
const PLAIN = /^(?:int|str|bool|float|bytes|complex|object|None)$/;

/**
 * Comments are never evaluated. Where a file has no annotation yet, the future import keeps all of them so; where it has some, that import
 * would change those, and new ones are strings.
 */
export function typeWriter(file: CodemodFile): TypeWriter {
  const isLazy = /^from __future__ import [^\n]*\bannotations\b/m.test(file.text);
  const hasOthers = file.root.find({ rule: { kind: 'type' } }) !== null;
  let needs = false;
  const write = (type: string): string => {
    if (isLazy || PLAIN.test(type)) return type;
    if (!hasOthers) {
      needs = true;
      return type;
    }
    return /["\\]/.test(type) ? (/['\\]/.test(type) ? type : `'${type}'`) : `"${type}"`;
  };
  return Object.assign(write, { needsFuture: () => needs });
}
