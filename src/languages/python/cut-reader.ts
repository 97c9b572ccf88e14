import type { Outline, Unit } from '../../core/unit.ts';
import type { Syntax } from '../syntax.ts';
import { analyzeScopes } from './analyze-scopes.ts';
import { type CutAnswer, cutSites } from './cut-sites.ts';
import { runsAtImport } from './runs-at-import.ts';

/**
 * Says where the functions of a unit could import a name of their own module when they run, or why they must not.
 *
 * `from ._part import name` in the function, and not an attribute of the part at each read: it asks the part anew at every call, so what a
 * write-through facade or a live one hands on to that part is seen by the next call, as it was seen in the one file; and the body below
 * the import keeps its bytes, so that its code can be compared with that of the old body under the same line. What a call would see
 * change while it runs is why generators, lambdas and nested functions get no share of an outer function's import.
 */
export function cutReader(syntax: Syntax, outline: Outline): (unit: Unit, name: string) => CutAnswer {
  const tree = analyzeScopes(syntax);
  const { units } = outline;
  const running = runsAtImport(syntax, tree, units);
  const rebound = new Set(
    units.flatMap(({ hazards }) =>
      hazards.filter(({ id }) => id === 'H11').map(({ start, end }) => syntax.text.slice(start, end)),
    ),
  );
  const place = new Map(units.map((unit, i) => [unit.id, i]));
  return (unit, name) => {
    const offset = unit.uses.find((use) => use.name === name)?.at;
    if (offset === undefined) return { at: unit.body.start, why: `${unit.id} does not read ${name}` };
    const definers = units.filter(({ defines }) => defines.some((one) => one.name === name));
    const why = unfit(definers, name, rebound);
    if (why !== null) return { at: offset, why };
    if (running.has(place.get(unit.id)!)) return { at: offset, why: `${unit.id} may run while the module is imported` };
    return cutSites(syntax, tree, unit, name);
  };
}

const COPIED = /^(import|future-import|type-checking)$/;

function unfit(definers: readonly Unit[], name: string, rebound: ReadonlySet<string>): string | null {
  if (definers.length === 0 || definers.some(({ kind }) => COPIED.test(kind)))
    return `${name} is no definition of this module`;
  if (name.startsWith('__')) return `a class would read ${name} as its own private name`;
  if (rebound.has(name)) return `${name} is rebound while the program runs`;
  const certain = definers.every(({ defines }) => defines.every((one) => one.name !== name || one.certain));
  return certain ? null : `${name} does not exist on all paths`;
}
