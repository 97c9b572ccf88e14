import type { Outline, UnitId } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import type { Breaking } from './break-cycles.ts';
import { javascriptAtoms } from './javascript-atoms.ts';
import { pythonAtoms } from './python-atoms.ts';
import { rustAtoms } from './rust-atoms.ts';

export interface Wishes {
  /** Units of a Rust or Python file that a codemod cannot move, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string> | undefined;
  /** Macro calls and definitions of a Rust file that a codemod can move. */
  readonly leave?: ReadonlySet<UnitId> | undefined;
  /** How a Python file's reference cycles may be cut; null: not at all. */
  readonly breaking?: Breaking | null;
}

/**
 * What moves together and what stays.
 * @param limit lines of a file above which a Rust type's inherent impls are divided
 */
export function atomsOf(outline: Outline, text: string, limit: number, wishes: Wishes = {}): Atoms {
  const { stay = new Map(), leave = new Set(), breaking = null } = wishes;
  if (outline.language === 'rust') return rustAtoms(outline, text, limit, stay, leave);
  return outline.language === 'python' ? pythonAtoms(outline, text, stay, breaking) : javascriptAtoms(outline, text);
}
