import type { Unit } from '../../core/unit.ts';
import { childByField, type Node, namedChildrenOf, type Syntax } from '../syntax.ts';
import { BUILTIN_NAMES } from './builtin-names.ts';
import { calleeOf } from './callee-of.ts';
import { importOrigins } from './import-origins.ts';
import { builtinDoing, type Doing, doingOf, stateOf, WORLD } from './known-calls.ts';
import { readImports } from './read-imports.ts';

const IMPORTS = new Set(['import', 'future-import', 'type-checking']);

export const isImport = (unit: Unit): boolean => IMPORTS.has(unit.kind);

/** What the names of a module stand for. */
export interface ModuleNames {
  readonly units: readonly Unit[];
  /** Units, by index, that bind a name. */
  readonly binders: ReadonlyMap<string, readonly number[]>;
  readonly origins: ReadonlyMap<string, readonly string[]>;
  /** A star import may bind names that no line spells. */
  readonly stars: boolean;
}

export function moduleNames(syntax: Syntax, units: readonly Unit[]): ModuleNames {
  const binders = new Map<string, number[]>();
  units.forEach((unit, i) => {
    for (const { name } of unit.defines) binders.set(name, [...(binders.get(name) ?? []), i]);
  });
  const imports = readImports(syntax);
  const stars = imports.some(({ star, scope }) => star && scope === 'module');
  return { units, binders, origins: importOrigins(imports), stars };
}

/** Units that bind a name by anything but an import. */
export const ownBinders = ({ units, binders }: ModuleNames, name: string): readonly number[] =>
  (binders.get(name) ?? []).filter((i) => !isImport(units[i]!));

/** A name that nothing here binds, and that Python knows. */
export const isBuiltin = ({ binders }: ModuleNames, name: string): boolean =>
  !binders.has(name) && BUILTIN_NAMES.has(name);

/** Full names that a name and what hangs on it may stand for; a star import's are not known. */
export function pathsOf({ binders, origins, stars }: ModuleNames, name: string, path: readonly string[]): string[] {
  const known = origins.get(name);
  if (known) return known.map((origin) => [origin, ...path].join('.'));
  return stars && !binders.has(name) && !BUILTIN_NAMES.has(name) ? [`*.${[name, ...path].join('.')}`] : [];
}

const STRENGTH: readonly Doing[] = ['nothing', 'holds', 'looks', 'shared', 'reads', 'touches'];

const strongest = (doings: readonly Doing[]): Doing =>
  STRENGTH[Math.max(0, ...doings.map((doing) => STRENGTH.indexOf(doing)))]!;

/** What a call does beside what its own code in this module does; null: it is code of this module, or of nobody that is known. */
export function callDoing(syntax: Syntax, names: ModuleNames, call: Node): Doing | null {
  const { root, path, literal } = calleeOf(syntax, call);
  if (literal) return 'nothing';
  if (root === null) return null;
  if (isBuiltin(names, root)) {
    if (path.length > 0) return 'nothing';
    return root === 'type' && argumentsOf(syntax, call) > 1 ? 'touches' : builtinDoing(root);
  }
  const paths = pathsOf(names, root, path);
  if (paths.length === 0 || ownBinders(names, root).length > 0) return null;
  return strongest(paths.map((one) => doingOf(one, true)));
}

const argumentsOf = (syntax: Syntax, call: Node): number =>
  namedChildrenOf(syntax, childByField(syntax, call, 'arguments')).length;

/** The state that a full name belongs to. */
export const rootOf = (path: string): string => (/^[.*]/.test(path) ? WORLD : stateOf(path));
