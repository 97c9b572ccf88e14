import type { Unit } from '../../core/unit.ts';
import { childByField, childrenOf, fieldOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { BUILTIN_NAMES } from './builtin-names.ts';
import { PURE_DECORATOR } from './known-decorators.ts';
import type { Access, Scope, ScopeName, ScopeTree } from './scope-tree.ts';

/**
 * The units (by index) whose functions may run before the module is loaded: what import-time code reads in any way but to hold it, and all
 * that such code can reach by name. Said too often rather than too seldom.
 */
export function runsAtImport(syntax: Syntax, tree: ScopeTree, units: readonly Unit[]): ReadonlySet<number> {
  const binders = new Map<string, number[]>();
  units.forEach((unit, i) => {
    for (const { name } of unit.defines) binders.set(name, [...(binders.get(name) ?? []), i]);
  });
  const running = new Set<number>([...calledByOthers(syntax, tree, units), ...hookedClasses(syntax, units, binders)]);
  for (const { name, at } of eagerCalls(syntax, tree))
    if (units[unitAt(units, at)]?.kind !== 'main') for (const i of binders.get(name) ?? []) running.add(i);
  // A set that grows while it is walked is walked to its end.
  for (const i of running)
    for (const { name } of units[i]!.uses) for (const target of binders.get(name) ?? []) running.add(target);
  return running;
}

const unitAt = (units: readonly Unit[], offset: number): number =>
  units.findIndex(({ start, end }) => start <= offset && offset < end);

/** Names of the module that import-time code does more with than hold them. */
function eagerCalls(syntax: Syntax, tree: ScopeTree): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = [];
  const top = tree.scopes[0]!.names;
  for (const scope of tree.scopes)
    for (const entry of scope.names.values())
      if (entry.owner === 0 || (scope.kind === 'class' && top.get(entry.name)?.bound))
        for (const { at } of calledReads(syntax, entry)) found.push({ name: entry.name, at });
  return found;
}

const calledReads = (syntax: Syntax, { accesses }: ScopeName): Access[] =>
  accesses.filter((access) => runs(access) && !isHeld(syntax, access.node));

const runs = ({ kind, eager }: Access): boolean =>
  eager && (kind === 'read' || kind === 'augment' || kind === 'delete');

const HOLDERS = new Set([
  'list',
  'tuple',
  'set',
  'dictionary',
  'pair',
  'parenthesized_expression',
  'expression_list',
  'keyword_argument',
]);

/** `X = f`, `{"f": f}`, a default, a base, an annotation: nobody calls it yet. */
function isHeld(syntax: Syntax, node: Node): boolean {
  let current = node;
  for (let up = syntax.parent[current]!; up > 0; current = up, up = syntax.parent[up]!) {
    const kind = kindOf(syntax, up);
    if (kind === 'type') return true;
    if (kind === 'default_parameter' || kind === 'typed_default_parameter') return fieldOf(syntax, current) === 'value';
    if (kind === 'assignment') return isValue(syntax, current, up);
    if (kind === 'argument_list') return isBase(syntax, current, up);
    if (kind === 'decorator') return PURE_DECORATOR.test(textOf(syntax, up).slice(1).trim());
    if (!HOLDERS.has(kind) && !inAnnotation(syntax, up)) return false;
  }
  return false;
}

const isBase = (syntax: Syntax, node: Node, list: Node): boolean =>
  kindOf(syntax, syntax.parent[list]!) === 'class_definition' && kindOf(syntax, node) !== 'keyword_argument';

const isValue = (syntax: Syntax, node: Node, assignment: Node): boolean =>
  fieldOf(syntax, node) === 'right' && kindOf(syntax, childByField(syntax, assignment, 'left')) === 'identifier';

/** `list[Node]`, `Node | None`: part of an annotation. */
function inAnnotation(syntax: Syntax, node: Node): boolean {
  if (kindOf(syntax, node) === 'call') return false;
  for (let up = node; up > 0; up = syntax.parent[up]!) {
    if (kindOf(syntax, up) === 'type') return true;
    if (/(statement|definition|^call)$/.test(kindOf(syntax, up))) return false;
  }
  return false;
}

const HOOK = /\bdef\s+__(init_subclass|set_name|prepare|mro_entries)__\b/;

/** Definitions under a decorator that is not known, and classes whose body calls what it has defined. */
function calledByOthers(syntax: Syntax, tree: ScopeTree, units: readonly Unit[]): number[] {
  const found: number[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'decorator' && !isInert(syntax, node)) found.push(syntax.start[node]!);
  for (const scope of tree.scopes) if (scope.kind === 'class' && scope.eager) found.push(...ownCalls(syntax, scope));
  return found.map((offset) => unitAt(units, offset)).filter((i) => i !== -1);
}

const ownCalls = (syntax: Syntax, { names }: Scope): number[] =>
  [...names.values()].filter(({ bound }) => bound).flatMap((entry) => calledReads(syntax, entry).map(({ at }) => at));

/** Known to call nothing; `@x.setter` of a property neither. One inside of a function runs when that does. */
function isInert(syntax: Syntax, decorator: Node): boolean {
  const text = textOf(syntax, decorator).slice(1).trim();
  if (PURE_DECORATOR.test(text) || /^\w+\.(setter|getter|deleter)$/.test(text)) return true;
  for (let up = syntax.parent[syntax.parent[decorator]!]!; up > 0; up = syntax.parent[up]!)
    if (kindOf(syntax, up) === 'function_definition') return true;
  return false;
}

const PLAIN_BASES =
  /^((abc|typing|t|collections|collections\.abc|typing_extensions)\.)?(ABC|Generic|Protocol|NamedTuple|TypedDict|object)(\[.*\])?$/s;

/** Classes that run code when they are made, or whose base may: an imported one, or one with a hook. */
function hookedClasses(
  syntax: Syntax,
  units: readonly Unit[],
  binders: ReadonlyMap<string, readonly number[]>,
): ReadonlySet<number> {
  const classes: { readonly unit: number; readonly bases: readonly string[]; readonly hook: boolean }[] = [];
  for (let node = 1; node < syntax.size; node++)
    if (kindOf(syntax, node) === 'class_definition')
      classes.push({
        unit: unitAt(units, syntax.start[node]!),
        bases: basesOf(syntax, node),
        hook: HOOK.test(textOf(syntax, node)),
      });
  const hooked = new Set<number>();
  const isHooked = (base: string): boolean =>
    !isPlainBase(base, binders, units) || (binders.get(base) ?? []).some((other) => hooked.has(other));
  for (let size = -1; size !== hooked.size; ) {
    size = hooked.size;
    for (const { unit, bases, hook } of classes) if (unit !== -1 && (hook || bases.some(isHooked))) hooked.add(unit);
  }
  return hooked;
}

function basesOf(syntax: Syntax, definition: Node): string[] {
  const list = childByField(syntax, definition, 'superclasses');
  if (list === -1) return [];
  return childrenOf(syntax, list)
    .filter((child) => !/^[(),]$|^comment$/.test(kindOf(syntax, child)))
    .map((child) => textOf(syntax, child));
}

function isPlainBase(base: string, binders: ReadonlyMap<string, readonly number[]>, units: readonly Unit[]): boolean {
  if (/^metaclass\s*=\s*(abc\.)?ABCMeta$/.test(base) || PLAIN_BASES.test(base)) return true;
  const known = binders.get(base);
  if (known === undefined) return BUILTIN_NAMES.has(base) && base !== 'type';
  return known.every((i) => units[i]!.kind === 'class');
}
