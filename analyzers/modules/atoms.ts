import type { Outline, UnitId } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import type { Breaking } from './break-cycles.ts';
import { javascriptAtoms } from './javascript-atoms.ts';
import { pythonAtoms } from './python-atoms.ts';
import { rustAtoms } from './rust-atoms.ts';

/**
 * What moves together and what stays.
 * @param limit lines of a file above which a Rust type's inherent impls are divided
 * @param stay units of a Python file that a codemod cannot move, with the reason
 * @param breaking how a Python file's reference cycles may be cut, or null: not at all
 */
export function atomsOf(
  outline: Outline,
  text: string,
  limit: number,
  stay: ReadonlyMap<UnitId, string> = new Map(),
  breaking: Breaking | null = null,
): Atoms {
  if (outline.language === 'rust') return rustAtoms(outline, text, limit);
  return outline.language === 'python' ? pythonAtoms(outline, text, stay, breaking) : javascriptAtoms(outline, text);
}
