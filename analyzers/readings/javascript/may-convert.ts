import type { NameRead } from '../../../src/languages/javascript/load-units.ts';
import type { Modules, UnitPlace } from './open-modules.ts';

/** `made later`: only what other units of its module do to it counts, and not what it is made of. */
type Look = 'whole' | 'made later';

interface Answers {
  /** Key of a unit -> whether it reaches a conversion. */
  readonly whole: Map<string, boolean>;
  /** Module -> unit -> the units that change it. */
  readonly changers: Map<string, ReadonlyMap<number, readonly UnitPlace[]>>;
}

const answersOf = new WeakMap<Modules, Answers>();

/**
 * May what a unit holds run code of the workspace where it is read, coerced or listed: by an accessor, a trap or a conversion of any object that
 * the unit makes, by itself or through what it calls. Packages that cannot be read are not looked into.
 */
export function mayConvert(modules: Modules, place: UnitPlace, look: Look): boolean {
  const answers = answersOf.get(modules) ?? { whole: new Map(), changers: new Map() };
  answersOf.set(modules, answers);
  if (look === 'whole') return reachesConversion(modules, place, answers);
  return changersOf(modules, place, answers).some(({ path, unit }) => modules.loading(path)!.units[unit]!.converts);
}

const keyOf = ({ path, unit }: UnitPlace): string => `${unit} ${path}`;

/** What is reached from a unit that reaches none reaches none either: each unit is walked over about once. */
function reachesConversion(modules: Modules, start: UnitPlace, answers: Answers): boolean {
  const answer = answers.whole.get(keyOf(start));
  if (answer !== undefined) return answer;
  const seen = new Set([keyOf(start)]);
  const waiting = [start];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (answers.whole.get(keyOf(place)) === true || modules.loading(place.path)?.units[place.unit]?.converts) {
      answers.whole.set(keyOf(place), true);
      answers.whole.set(keyOf(start), true);
      return true;
    }
    for (const next of [...changersOf(modules, place, answers), ...readFrom(modules, place)]) {
      if (seen.has(keyOf(next)) || answers.whole.get(keyOf(next)) === false) continue;
      seen.add(keyOf(next));
      waiting.push(next);
    }
  }
  for (const key of seen) answers.whole.set(key, false);
  return false;
}

/** `o.toString = …`, `Object.defineProperty(o, …)`: what a value is made of may come later. */
function changersOf(modules: Modules, { path, unit }: UnitPlace, { changers }: Answers): readonly UnitPlace[] {
  const known = changers.get(path) ?? changersIn(modules, path);
  changers.set(path, known);
  return known.get(unit) ?? [];
}

function changersIn(modules: Modules, path: string): ReadonlyMap<number, readonly UnitPlace[]> {
  const found = new Map<number, UnitPlace[]>();
  for (const [unit, { reads }] of (modules.loading(path)?.units ?? []).entries())
    for (const changed of new Set(reads.filter(isChange).flatMap(({ units }) => units)))
      found.set(changed, [...(found.get(changed) ?? []), { path, unit }]);
  return found;
}

const isChange = ({ eager, late }: NameRead): boolean => eager === 'changes' || late === 'changes';

function readFrom(modules: Modules, { path, unit }: UnitPlace): readonly UnitPlace[] {
  const loading = modules.loading(path);
  return (loading?.units[unit]?.reads ?? []).flatMap(({ name, units, imported }) => {
    if (units.length > 0) return units.map((one) => ({ path, unit: one }));
    if (!imported || !Object.hasOwn(loading!.imports, name)) return [];
    return modules.follow(path, loading!.imports[name]!) ?? [];
  });
}
