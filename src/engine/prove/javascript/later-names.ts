import { type ImportMode, importModes } from '../../../../analyzers/readings/javascript/compiler-settings.ts';
import { moduleOf } from '../../../../analyzers/readings/javascript/module-paths.ts';
import { type Modules, openModules } from '../../../../analyzers/readings/javascript/open-modules.ts';
import { unitReads } from '../../../../analyzers/readings/javascript/unit-touches.ts';
import { loadOrder } from '../../../languages/javascript/load-order.ts';
import type { View } from '../../../workspace/view.ts';

/** One state: how its modules are loaded, what each asks for, in order, and the units that each makes. */
interface State {
  readonly modules: Modules;
  readonly asks: (path: string) => readonly string[];
  readonly makes: (path: string, unit: string) => boolean;
}

interface Join {
  readonly before: State;
  readonly after: State;
  /** Modules that are gone. */
  readonly lost: readonly string[];
}

/**
 * A file that took parts back and is asked for while it is loaded: what the parts gave at once, it gives once it has run. Null where nobody reads
 * such a name that early. Declared functions are there from the start; what they read, once somebody calls them, need not be.
 * @param lost modules that are gone
 */
export function laterNames(before: View, after: View, path: string, lost: readonly string[]): string | null {
  for (const mode of importModes(after, path)) {
    const why = firstLater({ before: stateOf(before, mode), after: stateOf(after, mode), lost }, path);
    if (why !== null) return why;
  }
  return null;
}

function stateOf(view: View, mode: ImportMode): State {
  const modules = openModules(view);
  const made = new Map<string, ReadonlySet<string>>();
  return {
    modules,
    asks: (path) => asksOf(view, modules, path, mode),
    makes: (path, unit) => {
      const known = made.get(path) ?? new Set(modules.loading(path)?.units.map(({ id }) => id));
      made.set(path, known);
      return known.has(unit);
    },
  };
}

function firstLater(join: Join, path: string): string | null {
  const { after } = join;
  if (after.asks(path).includes(path)) return 'it imports itself now';
  const circle = circleOf(after, path);
  if (circle === null) return `more than ${MOST_MODULES} modules import each other in a circle with it`;
  if (circle.length === 0) return null;
  const odd = circle.find((one) => !isReadable(after, one));
  if (odd !== undefined) return `${odd} imports it in a circle, and may get the names of the parts later now`;
  const { reads, blind } = readsOf(join, circle);
  if (blind !== null) return `${blind} may read names of the parts while it is loaded, which come later now`;
  for (const entry of circle) {
    const orders: Orders = { before: turnsFrom(join.before, entry), after: turnsFrom(after, entry) };
    const late = reads.find((one) => isLater(orders, one));
    if (late) return `${late.by} reads \`${late.made}\` of ${late.path} while it is loaded, and gets it later now`;
  }
  return null;
}

/** A module that waits is passed by others, and one that is not understood may read anything. */
function isReadable({ modules }: State, path: string): boolean {
  const loading = modules.loading(path);
  return loading !== null && loading.form === 'module' && !loading.waits;
}

/** A module of the circle reads a unit of another module while it is loaded. */
interface Read {
  readonly by: string;
  readonly path: string;
  readonly made: string;
  /** Where the reader, and what it reads, may have been before; [] where nobody knows. */
  readonly readers: readonly string[];
  readonly makers: readonly string[];
}

/** One read of each kind. `blind`: a module that reads names of the circle which lead nowhere that is known. */
function readsOf(join: Join, circle: readonly string[]): { readonly reads: readonly Read[]; blind: string | null } {
  const { modules } = join.after;
  const reads = new Map<string, Read>();
  let blind: string | null = null;
  for (const by of circle) {
    const { units } = modules.loading(by)!;
    unitReads(modules, by, modules.loading(by)!).forEach((unit, i) => {
      if (circle.some((one) => unit.blind.has(one))) blind ??= by;
      const readers = homesOf(join, by, units[i]!.id);
      for (const { path, unit: place } of unit.places) {
        const { evaluated, id } = modules.loading(path)!.units[place]!;
        // The order within one file is asked elsewhere.
        if (!evaluated || path === by) continue;
        const makers = homesOf(join, path, id);
        reads.set([by, path, ...readers, '', ...makers].join('\n'), { by, path, made: id, readers, makers });
      }
    });
  }
  return { reads: [...reads.values()], blind };
}

/** A unit that the file did not have comes from one that is gone. */
const homesOf = ({ before, lost }: Join, path: string, unit: string): readonly string[] =>
  before.makes(path, unit) ? [path] : lost.filter((one) => before.makes(one, unit));

type Turns = ReadonlyMap<string, number>;

interface Orders {
  readonly before: Turns;
  readonly after: Turns;
}

const turnsFrom = ({ asks }: State, entry: string): Turns => new Map(loadOrder(entry, asks).map((one, i) => [one, i]));

/** What is read comes behind its reader, and did not where both came from. */
function isLater({ before, after }: Orders, { by, path, readers, makers }: Read): boolean {
  const comesBehind = (turns: Turns, reader: string, made: string): boolean => turns.get(made)! > turns.get(reader)!;
  if (!comesBehind(after, by, path)) return false;
  if (readers.length === 0 || makers.length === 0) return true;
  return readers.some((reader) => makers.some((made) => !comesBehind(before, reader, made)));
}

const MOST_MODULES = 600;

/** Modules that a file asks for and that ask for it, itself among them; [] where none does, null where they are too many to look at. */
function circleOf({ asks }: State, path: string): string[] | null {
  const askers = new Map<string, string[]>();
  const reached = new Set([path]);
  // A set that grows while it is walked is walked to its end.
  for (const one of reached)
    for (const next of asks(one)) {
      askers.set(next, [...(askers.get(next) ?? []), one]);
      reached.add(next);
    }
  const circle = new Set([path]);
  for (const one of circle) for (const next of askers.get(one) ?? []) circle.add(next);
  if (circle.size > MOST_MODULES) return null;
  return circle.size === 1 ? [] : [...circle];
}

const STATIC = /\b(?:import|export)\s(?!type\s)[^;'"`]*?from\s*(['"])([^'"\n]+)\1|\bimport\s*(['"])([^'"\n]+)\3/g;

/** What a module asks for once it is compiled; of what is not understood as a module, all that its text names. */
function asksOf(view: View, modules: Modules, path: string, mode: ImportMode): readonly string[] {
  const loading = modules.loading(path);
  if (loading !== null) return modules.requests(path, mode);
  if (view.file(path)?.state !== 'text') return [];
  return [...view.text(path).matchAll(STATIC)].map((found) => moduleOf(view, path, found[2] ?? found[4]!));
}
