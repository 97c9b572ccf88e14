import type { LoadEffect, Outline } from '../../../core/unit.ts';
import { conflicts, isOrdered } from '../../../languages/python/effect-conflicts.ts';
import { standardMoments } from '../../../languages/python/import-moments.ts';
import { WORLD } from '../../../languages/python/known-calls.ts';
import type { Defect } from './defect.ts';
import type { Matching } from './match-statements.ts';
import type { AskedModule, ImportEvent } from './simulate-import.ts';
import type { SplitShape } from './split-shape.ts';

/** What happens at import, from its first moment to its last, before and after. */
interface Happening {
  readonly what: string;
  readonly effect: LoadEffect;
  readonly path: string;
  readonly before: readonly [first: number, last: number];
  readonly after: readonly [first: number, last: number];
}

/** Two things of which one may change what the other looks at or changes happen in the old order. So does the evaluation of other modules. */
export function effectOrder(
  shape: SplitShape,
  matching: Matching,
  outline: Outline,
  before: readonly ImportEvent[],
  now: readonly ImportEvent[],
): Defect[] {
  const all = [...unitsIn(shape, matching, outline, before, now), ...modulesIn(shape, before, now)];
  all.sort((a, b) => a.before[0] - b.before[0]);
  const defects: Defect[] = [];
  for (const [k, a] of all.entries())
    for (const b of all.slice(k + 1))
      if (a.before[1] < b.before[0] && a.after[1] >= b.after[0] && conflicts(a.effect, b.effect))
        defects.push({
          path: b.path,
          why: `${b.what} runs before ${a.what} now, and both touch the same state`,
        });
  return defects;
}

function unitsIn(
  shape: SplitShape,
  { placed }: Matching,
  { units, effects = [] }: Outline,
  before: readonly ImportEvent[],
  now: readonly ImportEvent[],
): Happening[] {
  const [old, young] = [before, now].map(
    (events) =>
      new Map(events.flatMap((event, index) => ('statement' in event ? [[event.statement, index] as const] : []))),
  );
  return units.flatMap((unit, i): Happening[] => {
    const effect = effects[i];
    if (effect === undefined || !isOrdered(effect)) return [];
    const statements = shape.before.statements.filter(
      ({ index, start, end }) => start >= unit.start && end <= unit.end && young!.has(index),
    );
    if (statements.length === 0) return [];
    const span = (positions: ReadonlyMap<number, number>): [number, number] => {
      const places = statements.map(({ index }) => positions.get(index)!);
      return [Math.min(...places), Math.max(...places)];
    };
    return [
      {
        what: unit.id,
        effect,
        path: placed.get(statements[0]!.index)!.file.path,
        before: span(old!),
        after: span(young!),
      },
    ];
  });
}

const EVALUATED: LoadEffect = { touches: [WORLD] };

/** Modules of others, by the moment when they are first asked for: what that runs is known for the standard library alone. */
function modulesIn({ before }: SplitShape, old: readonly ImportEvent[], now: readonly ImportEvent[]): Happening[] {
  const momentOf = standardMoments(before.statements.map(({ text }) => text).join('\n'));
  const asks = ({ module, standard }: AskedModule): boolean => !standard || momentOf(module).length > 0;
  const young = firstAsked(before, now, asks);
  return [...firstAsked(before, old, asks)].flatMap(([module, { at, standard }]): Happening[] => {
    const then = young.get(module);
    if (then === undefined) return [];
    const what = `the import of ${module}`;
    const effect = standard ? { touches: [], reads: momentOf(module) } : EVALUATED;
    return [{ what, effect, path: then.path, before: [at, at], after: [then.at, then.at] }];
  });
}

/** Other modules are evaluated as before: none is missing, and none is new. */
export function sameModules(
  { before, facade }: SplitShape,
  earlier: readonly ImportEvent[],
  now: readonly ImportEvent[],
): Defect[] {
  const [old, young] = [firstAsked(before, earlier), firstAsked(before, now)];
  const isIn = (modules: ReadonlyMap<string, unknown>, module: string): boolean =>
    modules.has(module) || [...modules.keys()].some((one) => one.startsWith(`${module}.`));
  return [
    ...[...old.keys()]
      .filter((module) => !isIn(young, module))
      .map((module) => ({ path: facade.path, why: `${module} is no longer imported` })),
    ...[...young]
      .filter(([module]) => !isIn(old, module))
      .map(([module, { path }]) => ({ path, why: `${module} was not imported before` })),
  ];
}

/**
 * Other modules, and when they are first asked for.
 * @param counts absent: all but the standard library's
 */
export function firstAsked(
  { name: { dotted } }: SplitShape['before'],
  events: readonly ImportEvent[],
  counts: (event: AskedModule) => boolean = ({ standard }) => !standard,
): ReadonlyMap<string, AskedModule & { readonly at: number }> {
  const found = new Map<string, AskedModule & { readonly at: number }>();
  events.forEach((event, index) => {
    if (!('module' in event) || found.has(event.module) || !counts(event)) return;
    // The packages around the module already exist.
    if (event.module !== dotted && !dotted.startsWith(`${event.module}.`))
      found.set(event.module, { ...event, at: index });
  });
  return found;
}
