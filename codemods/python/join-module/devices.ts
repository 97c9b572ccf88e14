import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Unit } from '../../../src/core/unit.ts';

const DEVICES: readonly RegExp[] = [
  /^__parts__ = \{"[\w.]+": __name__\}$/,
  /^_LIVE_* = \{/,
  /^_PARTS_* = \(/,
  /^class _Facade_*\(_types_*\.ModuleType\):/,
  /^_sys_*\.modules\[__name__\]\.__class__ = _Facade_*$/,
  /^_again_* = "_again_*" in globals\(\)$/,
  /^for _part_* in \(/,
  /^if _typing_*\.TYPE_CHECKING:/,
  // An annotated name, declared again where it stood.
  /^(\w+)(?:: [^\n]*?)? = _\w+\.\1$/,
];

/** A statement by which a facade serves its parts. Whether it is one letter for letter, S finds out. */
export const isDevice = ({ text }: Source, { body }: Unit): boolean => {
  const own = text.slice(body.start, body.end);
  return DEVICES.some((form) => form.test(own));
};

/** Units of a facade that have no use without parts: its devices, and imports that only these read. */
export function deviceUnits(source: Source): Unit[] {
  const { units } = source.outline;
  const devices = units.filter((unit) => isDevice(source, unit));
  const others = units.filter((unit) => !devices.includes(unit) && !/^(?:import|type-checking)$/.test(unit.kind));
  const isUnread = ({ name }: { readonly name: string }): boolean =>
    /^_(?:sys|types|typing|importlib)_*$/.test(name) &&
    !others.some(({ uses }) => uses.some((use) => use.name === name));
  const imports = units.filter(
    ({ kind, defines }) => kind === 'import' && defines.length > 0 && defines.every(isUnread),
  );
  return [...devices, ...imports];
}
