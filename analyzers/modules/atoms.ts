import type { Outline, UnitId } from '../../src/core/unit.ts';
import type { Atoms } from './atom.ts';
import type { Breaking } from './break-cycles.ts';
import { javascriptAtoms } from './javascript-atoms.ts';
import { pythonAtoms } from './python-atoms.ts';
import { rustAtoms } from './rust-atoms.ts';

export interface Wishes {
  /** Units that a codemod cannot move, with the reason. */
  readonly stay?: ReadonlyMap<UnitId, string> | undefined;
  /** Units of a JavaScript file that may not come to stand in different modules. */
  readonly together?: readonly (readonly [UnitId, UnitId])[] | undefined;
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
  const { stay = new Map(), together = [], leave = new Set(), breaking = null } = wishes;
  if (outline.language === 'rust') return rustAtoms(outline, text, limit, stay, leave);
  return outline.language === 'python'
    ? pythonAtoms(outline, text, stay, breaking)
    : javascriptAtoms(outline, text, stay, together);
}
