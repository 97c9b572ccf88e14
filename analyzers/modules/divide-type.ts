import type { Unit } from '../../src/core/unit.ts';
import { type Atom, atomOf, type Kept } from './atom.ts';

/**
 * Takes a large type apart: the type stays in the facade, each method of its inherent impls may move to a child module, which sees its
 * ancestors' private fields. An impl of one method and a large trait impl move whole. A divided `impl` itself stands in `keep`; members that no module names stay in it.
 * Null if no impl of it can be divided.
 */
export function divideType(atom: Atom, members: readonly Unit[]): { atoms: Atom[]; keep: Kept[] } | null {
  const divisible = new Map<string, Unit[]>();
  const alone: Unit[] = [];
  for (const unit of atom.units) {
    if (unit.kind !== 'impl' || unit.opaque || unit.hazards.some(({ id }) => id === 'R39' || id === 'R40')) continue;
    const methods = members.filter((member) => member.parent === unit.id && member.kind === 'fn' && !member.opaque);
    if (methods.length > 1) divisible.set(unit.id, methods);
    else if (methods.length === 1 || unit.lines >= LARGE_IMPL) alone.push(unit);
  }
  if (divisible.size + alone.length === 0) return null;
  const staying = atom.units.filter((unit) => !divisible.has(unit.id) && !alone.includes(unit));
  const methods = [...[...divisible.values()].flat(), ...alone].map((unit) => atomOf([unit]));
  return {
    atoms: staying.length > 0 ? [atomOf(staying, true), ...methods] : methods,
    keep: [...divisible.keys()].map((unit) => ({
      unit,
      why: 'too large for one file: its methods are placed one by one, and those that no module names stay in it',
    })),
  };
}

/** A trait impl cannot be divided, but it need not lie beside its type. */
const LARGE_IMPL = 100;
