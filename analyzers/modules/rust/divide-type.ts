import { type Atom, atomOf, type Kept } from '../../../src/core/atom.ts';
import type { Unit } from '../../../src/core/unit.ts';

/**
 * Takes a large type apart: the type stays in the facade, each method of its inherent impls may move to a child module, which sees its
 * ancestors' private fields. An impl of one method and a large trait impl move whole. A divided `impl` itself stands in `keep`; members that no module names stay in it.
 * Null if no impl of it can be divided.
 * @param room lines that the facade has for the type and what stays with it: where they are too few, every trait impl is placed by itself
 */
export function divideType(atom: Atom, members: readonly Unit[], room: number): { atoms: Atom[]; keep: Kept[] } | null {
  const divisible = new Map<string, Unit[]>();
  const alone: Unit[] = [];
  for (const unit of atom.units.filter(isReadable)) {
    const methods = members.filter((member) => member.parent === unit.id && member.kind === 'fn' && !member.opaque);
    if (methods.length > 1) divisible.set(unit.id, methods);
    else if (methods.length === 1 || unit.lines >= LARGE_IMPL) alone.push(unit);
  }
  const rest = atom.units.filter((unit) => !divisible.has(unit.id) && !alone.includes(unit));
  if (linesOf(rest) + rest.length > room) alone.push(...rest.filter(({ kind, opaque }) => kind === 'impl' && !opaque));
  if (divisible.size + alone.length === 0) return null;
  const staying = atom.units.filter((unit) => !divisible.has(unit.id) && !alone.includes(unit));
  const methods = [...[...divisible.values()].flat(), ...alone].map((unit) => atomOf([unit]));
  const shells = [...divisible].reduce(
    (sum, [id, list]) => sum + atom.units.find((unit) => unit.id === id)!.lines - linesOf(list),
    0,
  );
  // Where even the type alone is too much for the facade, it leaves: its fields get the audience that they had.
  const anchored = staying.some(hasPrivates) && linesOf(staying) + shells <= room;
  return {
    atoms: staying.length > 0 ? [atomOf(staying, anchored), ...methods] : methods,
    keep: [...divisible.keys()].map((unit) => ({
      unit,
      why: 'too large for one file: its methods are placed one by one, and those that no module names stay in it',
    })),
  };
}

/** An impl that no attribute macro reads. */
const isReadable = ({ kind, opaque, hazards }: Unit): boolean =>
  kind === 'impl' && !opaque && !hazards.some(({ id }) => id === 'R39' || id === 'R40');

const linesOf = (units: readonly Unit[]): number => units.reduce((sum, { lines }) => sum + lines, 0);

/** A trait has no private members: it need not stand above its impls. */
const hasPrivates = ({ kind }: Unit): boolean => kind !== 'trait';

/** A trait impl cannot be divided, but it need not lie beside its type. */
const LARGE_IMPL = 100;
