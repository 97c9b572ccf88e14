import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { Family } from './read-family.ts';

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

const IDENTITY =
  /^__name__ = (?:"[\w.]+"|getattr\(_sys_*\.modules\.get\("__main__"\), "__parts__", \{\}\)\.get\(\s*"[\w.]+", "[\w.]+"\s*\))$/;

/** A part says the name of the module that it belongs to. */
export const isIdentity = ({ text }: Source, { body }: Unit): boolean =>
  IDENTITY.test(text.slice(body.start, body.end));

/** Units of a facade that have no use without parts: its devices, and imports that only these read. A part may read such a name too. */
export function deviceUnits({ facade, members }: Pick<Family, 'facade' | 'members'>): Unit[] {
  const { units } = facade.outline;
  const devices = units.filter((unit) => isDevice(facade, unit));
  const readers = (source: Source): Unit[] =>
    source.outline.units.filter(
      (unit) => !/^(?:import|type-checking)$/.test(unit.kind) && !isDevice(source, unit) && !isIdentity(source, unit),
    );
  const others = [facade, ...members.map(({ source }) => source)].flatMap(readers);
  const isUnread = ({ name }: { readonly name: string }): boolean =>
    /^_(?:sys|types|typing|importlib)_*$/.test(name) &&
    !others.some(({ uses }) => uses.some((use) => use.name === name));
  const imports = units.filter(
    ({ kind, defines }) => kind === 'import' && defines.length > 0 && defines.every(isUnread),
  );
  return [...devices, ...imports];
}
