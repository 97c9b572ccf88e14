import type { NameRead } from '../../../src/languages/javascript/load-units.ts';
import type { Modules, UnitPlace } from './open-modules.ts';

/** `made later`: only what other units of its module do to it counts, and not what it is made of. */
type Look = 'whole' | 'made later';

const known = new WeakMap<Modules, Map<string, boolean>>();

/**
 * May what a unit holds run code of the workspace where it is read, coerced or listed: by an accessor, a trap or a conversion of any object that
 * the unit makes, by itself or through what it calls. Packages that cannot be read are not looked into.
 */
export function mayConvert(modules: Modules, place: UnitPlace, look: Look): boolean {
  const answers = known.get(modules) ?? new Map<string, boolean>();
  known.set(modules, answers);
  const key = `${look} ${keyOf(place)}`;
  const answer = answers.get(key) ?? (look === 'whole' ? reachesConversion(modules, place) : isChanged(modules, place));
  answers.set(key, answer);
  return answer;
}

const keyOf = ({ path, unit }: UnitPlace): string => `${unit} ${path}`;

const isChanged = (modules: Modules, place: UnitPlace): boolean =>
  changersOf(modules, place).some(({ path, unit }) => modules.loading(path)!.units[unit]!.converts);

function reachesConversion(modules: Modules, start: UnitPlace): boolean {
  const seen = new Set([keyOf(start)]);
  const waiting = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (modules.loading(place.path)?.units[place.unit]?.converts) return true;
    for (const next of [...changersOf(modules, place), ...readFrom(modules, place)]) {
      if (seen.has(keyOf(next))) continue;
      seen.add(keyOf(next));
      waiting.push(next);
    }
  }
  return false;
}

/** `o.toString = …`, `Object.defineProperty(o, …)`: what a value is made of may come later. */
const changersOf = (modules: Modules, { path, unit }: UnitPlace): readonly UnitPlace[] =>
  (modules.loading(path)?.units ?? []).flatMap(({ reads }, one) =>
    reads.some((read) => read.units.includes(unit) && isChange(read)) ? [{ path, unit: one }] : [],
  );

const isChange = ({ eager, late }: NameRead): boolean => eager === 'changes' || late === 'changes';

function readFrom(modules: Modules, { path, unit }: UnitPlace): readonly UnitPlace[] {
  const loading = modules.loading(path);
  return (loading?.units[unit]?.reads ?? []).flatMap(({ name, units, imported }) => {
    if (units.length > 0) return units.map((one) => ({ path, unit: one }));
    if (!imported || !Object.hasOwn(loading!.imports, name)) return [];
    return modules.follow(path, loading!.imports[name]!) ?? [];
  });
}
