import { type ImportMode, importModes } from '../../../../analyzers/readings/javascript/compiler-settings.ts';
import { languageChangers } from '../../../../analyzers/readings/javascript/language-changers.ts';
import { type ModuleTouch, moduleTouch } from '../../../../analyzers/readings/javascript/module-touch.ts';
import {
  type Sight,
  type UnitTouch,
  unitTouches,
  WORLD,
} from '../../../../analyzers/readings/javascript/unit-touches.ts';
import type { LoadUnit } from '../../../languages/javascript/load-units.ts';
import { moduleLoading } from '../../../languages/javascript/module-loading.ts';
import type { View } from '../../../workspace/view.ts';
import type { Family } from './families.ts';
import { type LoadSide, type Timeline, timelineOf } from './load-timeline.ts';
import type { EsModule } from './read-es-module.ts';

/** Is everything evaluated when it is needed, and does what can be seen by others keep its order? By the imports as they stand, loaded on paper. */
export function judgeLoading(before: View, family: Family, first: LoadSide, second: LoadSide): string | null {
  for (const mode of modesOf(before, family))
    for (const old of family.before) {
      // The text of the module itself is mostly enough; only where it is not, what it imports is read.
      const near = judgeEntry({ before, family, first, second, mode, sight: 'own' }, old);
      const why = near === null ? null : judgeEntry({ before, family, first, second, mode, sight: 'all' }, old);
      if (why !== null) return why;
    }
  return judgeWaiting(before, family, first, second);
}

const modesOf = (before: View, family: Family): readonly ImportMode[] => [
  ...new Set(family.before.flatMap(({ path }) => importModes(before, path))),
];

interface Request {
  readonly before: View;
  readonly family: Family;
  readonly first: LoadSide;
  readonly second: LoadSide;
  readonly mode: ImportMode;
  readonly sight: Sight;
}

/** A unit of a module before the change, with its turns in both states: of its first and of its last statement. */
interface Happening {
  readonly id: string;
  readonly unit: LoadUnit;
  readonly touch: UnitTouch;
  readonly owner: EsModule;
  readonly place: number;
  readonly before: number;
  readonly begins: number;
  readonly ends: number;
}

function judgeEntry(request: Request, entry: EsModule): string | null {
  const { first, second, mode, sight } = request;
  const before = timelineOf(first, entry.path, mode, sight);
  const after = timelineOf(second, entry.path, mode, sight);
  const asked = judgeAsked(before, after, entry);
  if (asked !== null) return asked;
  const units = request.family.before.flatMap((old) => happeningsOf(request, old, before, after));
  const present = units.filter(({ before, begins }) => before >= 0 && begins >= 0);
  return (
    judgePresence(units, entry) ??
    judgeUnits(present) ??
    judgeOthers(request, before, after) ??
    judgeMixed(request, present, before, after)
  );
}

function judgeAsked(before: Timeline, after: Timeline, entry: EsModule): string | null {
  const gone = [...before.others.keys()].find((module) => !after.others.has(module));
  if (gone !== undefined) return `loading ${entry.path} no longer loads ${gone}`;
  const fresh = [...after.others.keys()].find((module) => !before.others.has(module));
  return fresh === undefined ? null : `loading ${entry.path} now loads ${fresh}, and did not before`;
}

function happeningsOf(
  { before, first, sight }: Request,
  old: EsModule,
  earlier: Timeline,
  later: Timeline,
): Happening[] {
  const loading = before.facts(old.path, moduleLoading);
  if (loading.status === 'failed') return [];
  const touches = unitTouches(first.modules, old.path, loading.value, sight);
  const ranges = [...old.outline.units].sort((a, b) => a.start - b.start);
  return loading.value.units.flatMap((unit, place): Happening[] => {
    const { start, end } = ranges[place]!;
    const labels = old.statements
      .filter((node) => old.syntax.start[node]! >= start && old.syntax.end[node]! <= end)
      .map((node) => first.set.label(old, node));
    if (labels.length === 0 || !unit.evaluated) return [];
    const turns = labels.map((label) => later.statements.get(label) ?? -1);
    const begins = turns.includes(-1) ? -1 : Math.min(...turns);
    const placed = { before: earlier.statements.get(labels[0]!) ?? -1, begins, ends: Math.max(...turns) };
    return [{ id: unit.id, unit, touch: touches[place]!, owner: old, place, ...placed }];
  });
}

const isSeen = ({ unit, touch }: Happening): boolean => unit.effect !== 'none' || touch.changes;

function judgePresence(units: readonly Happening[], entry: EsModule): string | null {
  for (const one of units) {
    if (!isSeen(one) || one.before >= 0 === one.begins >= 0) continue;
    return one.before >= 0
      ? `\`${one.id}\` is no longer loaded with ${entry.path}`
      : `\`${one.id}\` is now loaded with ${entry.path}, and was not before`;
  }
  return null;
}

function judgeUnits(units: readonly Happening[]): string | null {
  for (const then of units)
    for (const first of units) {
      const why = first.before >= then.before || first.ends < then.begins ? null : whyTurned(first, then);
      if (why !== null) return why;
    }
  return null;
}

/** Why it matters that a unit comes behind one that it came before; null where it does not. */
function whyTurned(first: Happening, then: Happening): string | null {
  const isOne = first.owner === then.owner;
  if (isOne && then.touch.needs.has(first.place))
    return `\`${then.id}\` is evaluated before \`${first.id}\`, which it needs`;
  if (isOne && then.unit.hoisted && first.touch.needs.has(then.place))
    return `\`${first.id}\` now runs after \`${then.id}\`, and did not before`;
  return meet(first, then)
    ? `\`${then.id}\` runs before \`${first.id}\`, and both may touch the same state while they are loaded`
    : null;
}

/** May one of the two see what the other does. */
function meet(a: Happening, b: Happening): boolean {
  if (a.unit.effect === 'acts' && b.unit.effect !== 'none') return true;
  if (b.unit.effect === 'acts' && a.unit.effect !== 'none') return true;
  if ([...a.touch.probes].some((one) => b.touch.probes.has(one))) return true;
  if (!a.touch.changes && !b.touch.changes) return false;
  const shared = a.owner === b.owner ? [...a.touch.roots] : [WORLD];
  return shared.some((root) => a.touch.roots.has(root) && b.touch.roots.has(root));
}

const touchOf = ({ sight, first }: Request, module: string): ModuleTouch => moduleTouch(first.modules, module, sight);

/** Modules outside of the family, one with the other. */
function judgeOthers(request: Request, before: Timeline, after: Timeline): string | null {
  const others = [...before.others.keys()];
  for (const [i, then] of others.entries())
    for (const first of others.slice(0, i)) {
      if (after.others.get(first)! < after.others.get(then)!) continue;
      const touches = [touchOf(request, first), touchOf(request, then)];
      if (touches.includes('changes') && !touches.includes('none')) return `${then} is evaluated before ${first}`;
    }
  return null;
}

/** Modules outside of the family against the family's own statements. */
function judgeMixed(request: Request, units: readonly Happening[], before: Timeline, after: Timeline): string | null {
  const { modules } = request.first;
  const paths = [...request.family.before.map(({ path }) => path), ...before.others.keys()];
  const changesLanguage = languageChangers(modules, paths, request.sight);
  for (const one of units) {
    for (const [module, turn] of before.others) {
      if (keepsTurn(one, turn, after.others.get(module)!)) continue;
      const meets = meetsModule(one, touchOf(request, module));
      if (!meets && !(one.unit.asksLanguage && changesLanguage(module))) continue;
      return turn < one.before
        ? `${module} is evaluated only after \`${one.id}\``
        : `${module} is evaluated before \`${one.id}\``;
    }
  }
  return null;
}

const meetsModule = ({ touch, unit }: Happening, module: ModuleTouch): boolean => {
  if (!touch.roots.has(WORLD) && unit.effect !== 'acts') return false;
  return module === 'changes' || (module === 'reads' && touch.changes);
};

/** A module that awaits lets modules be evaluated that do not import it: with several active modules, their order is no longer that of the imports. */
function judgeWaiting(before: View, family: Family, first: LoadSide, second: LoadSide): string | null {
  const [mode] = modesOf(before, family);
  for (const old of family.before) {
    const request: Request = { before, family, first, second, mode: mode!, sight: 'own' };
    const after = timelineOf(second, old.path, mode!, 'own');
    const seen = happeningsOf(request, old, after, after).filter(isSeen);
    const turns = new Set(seen.map(({ begins }) => Math.floor(begins / 1e6)));
    if (turns.size < 2) continue;
    const deep = timelineOf(second, old.path, mode!, 'all');
    const waiting = [...deep.others.keys()].find((path) => second.modules.loading(path)?.waits === true);
    if (waiting !== undefined) return `${waiting} awaits while it is loaded, and several modules have effects`;
  }
  return null;
}

/** Whether another module that was evaluated before a unit, or behind it, still is. */
const keepsTurn = ({ before, begins, ends }: Happening, turn: number, now: number): boolean =>
  turn < before === now < begins && turn < before === now < ends;
