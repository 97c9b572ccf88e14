import type { Unit } from '../../core/unit.ts';
import { childByField, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { ambientOfCall, ambientOfObject, ambientOfOperators } from './ambient-state.ts';
import { standardMoments } from './import-moments.ts';
import { builtinDoing, doingOf, touchesWorld, WORLD } from './known-calls.ts';
import { callDoing, isBuiltin, isImport, type ModuleNames, moduleNames, pathsOf, rootOf } from './module-names.ts';
import { type ModuleState, moduleState } from './module-state.ts';
import { type ModuleUse, nameUses } from './name-uses.ts';
import { settingsAsked } from './process-settings.ts';
import { type PythonImport, readImports } from './read-imports.ts';
import type { ScopeTree } from './scope-tree.ts';
import { isStandard } from './stdlib-modules.ts';
import { unitStatements } from './unit-statements.ts';

/** What the effects of a module's units are made from. */
export interface EffectFacts extends ModuleState {
  readonly syntax: Syntax;
  readonly names: ModuleNames;
  readonly uses: readonly (readonly ModuleUse[])[];
  /** Those in annotations that are evaluated at once. */
  readonly annotations: readonly (readonly ModuleUse[])[];
  readonly statements: readonly (readonly Node[])[];
  /** Roots of the standard library on which the module sets something: `uuid.uuid4 = …`. */
  readonly patched: ReadonlySet<string>;
  /** For each unit, whether it imports a module that is not the standard library's. */
  readonly imports: readonly boolean[];
  /** State that code reachable from a name may touch, were everything called: names of the module, and roots. */
  readonly reach: (name: string) => ReadonlySet<string>;
  /** State of the process that objects look at which a name may hold: when they are called, and by their operators. */
  readonly ambient: (name: string) => { readonly calls: ReadonlySet<string>; readonly operators: ReadonlySet<string> };
  /** What the standard library's modules that a unit imports look at while they are loaded. */
  readonly moments: readonly ReadonlySet<string>[];
  /** All names that code reachable from these names may read, were everything called. */
  readonly mentioned: (names: readonly string[]) => ReadonlySet<string>;
}

export function effectFacts(
  syntax: Syntax,
  tree: ScopeTree,
  units: readonly Unit[],
  rebound: ReadonlySet<string>,
): EffectFacts {
  const names = moduleNames(syntax, units);
  const statements = unitStatements(syntax, units);
  const all = nameUses(syntax, tree, units, (call) => callDoing(syntax, names, call) === 'holds');
  const uses = all.map(inCode);
  const annotations = all.map(inAnnotations);
  const { state, values } = moduleState(syntax, names, statements, uses, rebound);
  const foreign = foreignImports(syntax, units);
  const deep = units.map((unit, i) =>
    isImport(unit) ? new Set<string>() : deepRoots(syntax, names, uses[i]!, foreign[i]!.later),
  );
  const mentioned = (from: readonly string[]): Set<string> => {
    const seen = new Set(from);
    // A set that grows while it is walked is walked to its end.
    for (const name of seen)
      for (const i of names.binders.get(name) ?? []) for (const use of units[i]!.uses) seen.add(use.name);
    return seen;
  };
  const known = new Map<string, ReadonlySet<string>>();
  const reach = (name: string): ReadonlySet<string> => {
    const found = known.get(name);
    if (found) return found;
    const roots = new Set<string>();
    for (const one of mentioned([name])) {
      if (state.has(one)) roots.add(one);
      for (const i of names.binders.get(one) ?? []) for (const root of deep[i]!) roots.add(root);
    }
    known.set(name, roots);
    return roots;
  };
  const imports = foreign.map(({ now }) => now);
  const moments = foreign.map((one) => one.moments);
  const ambient = ambientObjects(names, uses, mentioned);
  const patched = patchedRoots(names, uses);
  return {
    syntax,
    names,
    uses,
    annotations,
    statements,
    state,
    values,
    patched,
    imports,
    moments,
    reach,
    ambient,
    mentioned,
  };
}

const patchedRoots = (names: ModuleNames, uses: readonly (readonly ModuleUse[])[]): Set<string> =>
  new Set(
    uses
      .flat()
      // What is set in a container of it, as in `os.environ[k]`, is no name of the library.
      .filter(({ form, works }) => form === 'stored' && !works)
      .flatMap(({ name, path }) => pathsOf(names, name, path))
      .filter(isStandard)
      .map(rootOf),
  );

const inCode = (uses: readonly ModuleUse[]): ModuleUse[] => uses.filter(({ annotated }) => !annotated);

const inAnnotations = (uses: readonly ModuleUse[]): ModuleUse[] =>
  uses.filter(({ annotated, eager }) => annotated && eager);

function ambientObjects(
  names: ModuleNames,
  uses: readonly (readonly ModuleUse[])[],
  mentioned: EffectFacts['mentioned'],
): EffectFacts['ambient'] {
  const own = uses.map((all) => {
    const paths = all.flatMap((use) => pathsOf(names, use.name, use.path));
    return { calls: new Set(paths.flatMap(ambientOfObject)), operators: new Set(paths.flatMap(ambientOfOperators)) };
  });
  if (own.every(({ calls, operators }) => calls.size + operators.size === 0)) {
    const none = { calls: new Set<string>(), operators: new Set<string>() };
    return () => none;
  }
  const known = new Map<string, ReturnType<EffectFacts['ambient']>>();
  return (name) => {
    const found = known.get(name);
    if (found) return found;
    const binders = [...mentioned([name])].flatMap((one) => names.binders.get(one) ?? []);
    const calls = new Set(binders.flatMap((i) => [...own[i]!.calls]));
    const made = { calls, operators: new Set(binders.flatMap((i) => [...own[i]!.operators])) };
    known.set(name, made);
    return made;
  };
}

/** Roots of other modules that a unit's code may touch, were all of it run. */
function deepRoots(syntax: Syntax, names: ModuleNames, uses: readonly ModuleUse[], importsLater: boolean): Set<string> {
  const roots = new Set<string>(importsLater ? [WORLD] : []);
  for (const use of uses) {
    const found = isBuiltin(names, use.name) ? rootsOfBuiltin(use) : rootsOfUse(syntax, names, use);
    for (const root of found) roots.add(root);
  }
  return roots;
}

const rootsOfBuiltin = ({ name, form }: ModuleUse): readonly string[] =>
  form === 'called' && builtinDoing(name) === 'touches' && touchesWorld(name) ? [WORLD] : [];

function rootsOfUse(syntax: Syntax, names: ModuleNames, use: ModuleUse): string[] {
  const kept = use.form === 'given' && use.path.length === 0 && callDoing(syntax, names, use.to) === 'holds';
  return [...pathsOf(names, use.name, use.path)].flatMap((path) => [
    ...ambientOfCall(path),
    ...settingsAsked(path),
    ...(mayTouch(use, path, kept) ? [rootOf(path)] : []),
  ]);
}

/** @param kept it is given to what only keeps it */
function mayTouch({ form }: ModuleUse, path: string, kept: boolean): boolean {
  if (form === 'base') return !isStandard(path);
  return form === 'stored' || (!/^(nothing|holds|looks)$/.test(doingOf(path, form === 'called')) && !kept);
}

interface ForeignImports {
  now: boolean;
  later: boolean;
  readonly moments: Set<string>;
}

/** Whether units import what is not the standard library's: while they are loaded, or when their functions run. */
function foreignImports(syntax: Syntax, units: readonly Unit[]): ForeignImports[] {
  const momentsOf = standardMoments(syntax.text);
  const found = units.map((): ForeignImports => ({ now: false, later: false, moments: new Set() }));
  for (const item of readImports(syntax)) {
    if (item.kind === 'future' || item.typeChecking) continue;
    const unit = units.findIndex(({ start, end }) => start <= item.start && item.start < end);
    if (unit !== -1) addImport(found[unit]!, item, momentsOf);
  }
  return found;
}

function addImport(to: ForeignImports, item: PythonImport, momentsOf: (module: string) => readonly string[]): void {
  const modules = item.kind === 'import' ? item.names.map(({ name }) => name) : [item.module];
  const isLater = item.scope === 'function';
  if (item.level > 0 || !modules.every(isStandard)) {
    if (isLater) to.later = true;
    else to.now = true;
  } else if (!isLater) for (const moment of modules.flatMap(momentsOf)) to.moments.add(moment);
}

const HOOK = /\bdef\s+__(init_subclass|set_name|prepare|mro_entries)__\b|\bmetaclass\s*=\s*(?!(abc\s*\.\s*)?ABCMeta\b)/;

/** Whether making a class from this unit's may run code of the module: a hook, a metaclass, a metaclass itself. */
export const hasHook = ({ syntax, statements }: EffectFacts, unit: number): boolean =>
  statements[unit]!.some((node) => {
    const text = textOf(syntax, node);
    if (HOOK.test(text)) return true;
    const definition =
      kindOf(syntax, node) === 'decorated_definition' ? childByField(syntax, node, 'definition') : node;
    const bases = definition === -1 ? -1 : childByField(syntax, definition, 'superclasses');
    return bases !== -1 && /\btype\b|Meta\b/.test(textOf(syntax, bases));
  });
