import type { Outline } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import { javascriptAtoms } from './javascript-atoms.ts';
import { pythonAtoms } from './python-atoms.ts';
import { rustAtoms } from './rust-atoms.ts';

/**
 * What moves together and what stays.
 * @param limit lines of a file above which a Rust type's inherent impls are divided
 */
export function atomsOf(outline: Outline, text: string, limit: number): Atoms {
  if (outline.language === 'rust') return rustAtoms(outline, text, limit);
  return outline.language === 'python' ? pythonAtoms(outline, text) : javascriptAtoms(outline);
}
