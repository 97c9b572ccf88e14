import type { Unit } from '../../src/core/unit.ts';
import { type Atom, atomOf, type Kept } from './atom.ts';

/**
 * Takes a large type apart: the type stays in the facade, each method of its inherent impls may move to a child module, which sees its
 * ancestors' private fields. The `impl` itself stands in `keep`; members that no module names stay in it.
 * Null if no impl of it can be divided.
 */
export function divideType(atom: Atom, members: readonly Unit[]): { atoms: Atom[]; keep: Kept[] } | null {
  const divisible = new Map<string, Unit[]>();
  for (const unit of atom.units) {
    if (unit.kind !== 'impl' || unit.opaque || unit.hazards.some(({ id }) => id === 'R39' || id === 'R40')) continue;
    const methods = members.filter((member) => member.parent === unit.id && member.kind === 'fn' && !member.opaque);
    if (methods.length > 1) divisible.set(unit.id, methods);
  }
  if (divisible.size === 0) return null;
  const staying = atom.units.filter((unit) => !divisible.has(unit.id));
  const methods = [...divisible.values()].flat().map((method) => atomOf([method]));
  return {
    atoms: staying.length > 0 ? [atomOf(staying, true), ...methods] : methods,
    keep: [...divisible.keys()].map((unit) => ({
      unit,
      why: 'too large for one file: its methods are placed one by one, and those that no module names stay in it',
    })),
  };
}
