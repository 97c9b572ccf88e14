import type { LoadEffect, Unit } from '../../core/unit.ts';
import { childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { calledNames } from './called-names.ts';
import { assignedNode, decoratorsOf, isInert } from './describe-statement.ts';
import { PURE_DECORATOR } from './known-decorators.ts';
import { valueTraits } from './pure-calls.ts';

const STATEMENTS = new Set(['expr', 'for', 'while', 'with', 'assert', 'raise', 'match', 'error', 'if', 'try', 'del']);
const IMPORTS = new Set(['import', 'future-import', 'type-checking']);
const NOTHING: LoadEffect = { active: false, external: false, touches: [] };

/** One for each unit. Definitions without registering decorators, and values of pure calls, do nothing. */
export function moduleEffects(syntax: Syntax, units: readonly Unit[]): LoadEffect[] {
  const nodes = statementsOf(syntax, units);
  const binders = new Map<string, number[]>();
  units.forEach((unit, i) => {
    for (const { name } of unit.defines) binders.set(name, [...(binders.get(name) ?? []), i]);
  });
  const state = new Set<string>();
  units.forEach((unit, i) => {
    if (unit.kind !== 'assign' || !nodes[i]!.some((node) => valueTraits(syntax, node).mutable)) return;
    for (const { name } of unit.defines) state.add(name);
  });
  const module: ModuleFacts = { syntax, units, binders, state };
  const several = new Set(
    [...binders]
      .filter(([, all]) => all.length > 1 && all.every((i) => !IMPORTS.has(units[i]!.kind)))
      .map(([name]) => name),
  );
  return units.map((unit, i) => {
    const { touches, ...effect } = effectOf(module, unit, nodes[i]!);
    const mine = { ...effect, touches: touches.filter((name) => mayBeBound(module, name, i)) };
    return several.size === 0 ? mine : { ...mine, ...timedNames(module, several, unit, i, mine.active) };
  });
}

/** `X = list(Y); del X[3]; X = tuple(X)`: each line needs the X of its own moment. */
function timedNames(
  module: ModuleFacts,
  several: ReadonlySet<string>,
  unit: Unit,
  index: number,
  active: boolean,
): Pick<LoadEffect, 'rebinds' | 'sees'> {
  if (IMPORTS.has(unit.kind)) return {};
  const rebinds = unit.defines.map(({ name }) => name).filter((name) => several.has(name));
  const direct = unit.uses.filter(({ eager }) => eager).map(({ name }) => name);
  const seen = active ? [...reach(module, direct)] : direct;
  const sees = seen.filter((name) => several.has(name) && mayBeBound(module, name, index));
  return {
    ...(rebinds.length > 0 && { rebinds: rebinds.sort() }),
    ...(sees.length > 0 && { sees: sees.sort() }),
  };
}

interface ModuleFacts {
  readonly syntax: Syntax;
  readonly units: readonly Unit[];
  readonly binders: ReadonlyMap<string, readonly number[]>;
  readonly state: ReadonlySet<string>;
}

/** What is first bound further down has no state yet that this unit could see: reading it would have been a NameError. */
const mayBeBound = ({ binders }: ModuleFacts, name: string, unit: number): boolean =>
  !binders.has(name) || binders.get(name)!.some((i) => i <= unit);

function effectOf(module: ModuleFacts, unit: Unit, nodes: readonly Node[]): LoadEffect {
  if (IMPORTS.has(unit.kind) || unit.kind === 'docstring' || unit.kind === 'main' || unit.name === '__all__')
    return NOTHING;
  const { syntax } = module;
  const roots = registrars(module, nodes);
  const changes = unit.hazards.some(({ id, start }) => id === 'H4' && start >= unit.start);
  const statement = isActing(syntax, unit, nodes, changes);
  const calls = unit.kind === 'assign' && nodes.some((node) => callsForValue(syntax, node));
  const hooked = unit.kind === 'class' && isHooked(module, unit);
  const made = madeWith(module, unit, nodes);
  const busy = changes || statement || calls || hooked || roots.length > 0;
  const active = busy || made.length > 0;
  if (!active && unit.kind !== 'assign' && unit.kind !== 'class') return NOTHING;
  const touches = new Set([...roots, ...made]);
  const direct = unit.uses.filter((use) => use.eager).map((use) => use.name);
  for (const { name } of unit.defines) direct.push(name);
  for (const name of busy ? reach(module, direct) : direct) if (module.state.has(name)) touches.add(name);
  if (changes) for (const name of direct) if (isImported(module, name)) touches.add(`@${name}`);
  const own = direct.some((name) => module.binders.has(name) && !isImported(module, name));
  return { active, external: statement && !own, touches: [...touches].sort() };
}

const isActing = (syntax: Syntax, { kind, defines }: Unit, nodes: readonly Node[], changes: boolean): boolean =>
  STATEMENTS.has(kind) &&
  !nodes.every((node) => isInert(syntax, node)) &&
  (changes || (defines.length === 0 && kind !== 'if' && kind !== 'try'));

const callsForValue = (syntax: Syntax, node: Node): boolean =>
  assignedNode(syntax, node) !== -1 && valueTraits(syntax, node).calls;

/** State that calls in a class body or in defaults may reach: they run where the definition stands. */
const madeWith = (module: ModuleFacts, { kind }: Unit, nodes: readonly Node[]): string[] =>
  kind !== 'class' && kind !== 'def'
    ? []
    : [
        ...reach(
          module,
          nodes.flatMap((node) => calledNames(module.syntax, node)),
        ),
      ].filter((name) => module.state.has(name));

/** Whether its order to any other unit may count. */
export const isOrdered = ({ active, touches, rebinds, sees }: LoadEffect): boolean =>
  active || touches.length > 0 || rebinds !== undefined || sees !== undefined;

const meet = (names: readonly string[] = [], others: readonly string[] = []): boolean =>
  names.some((name) => others.includes(name));

/** Two units whose order counts. */
export function conflicts(a: LoadEffect, b: LoadEffect): boolean {
  if (meet(a.rebinds, b.sees) || meet(a.sees, b.rebinds)) return true;
  if (!a.active && !b.active) return false;
  if ((a.external && b.active) || (b.external && a.active)) return true;
  return meet(a.touches, b.touches);
}

/** All names that code reachable from these names may read, were everything called. */
function reach(module: ModuleFacts, names: readonly string[]): Set<string> {
  const seen = new Set(names);
  const waiting = [...seen];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
    for (const i of module.binders.get(name) ?? [])
      for (const use of module.units[i]!.uses)
        if (!seen.has(use.name)) {
          seen.add(use.name);
          waiting.push(use.name);
        }
  return seen;
}

const isImported = (module: ModuleFacts, name: string): boolean =>
  (module.binders.get(name) ?? []).some((i) => IMPORTS.has(module.units[i]!.kind));

const REGISTERS =
  /regist|route|command|listen|handler|hook|task|receiver|implements|provider|plugin|subscribe|\badd\b|dispatch/i;

/** Objects that a decorator may put the definition into: `@app.route("/")` gives app. */
function registrars(module: ModuleFacts, nodes: readonly Node[]): string[] {
  const found: string[] = [];
  for (const node of nodes)
    for (const decorator of decoratorsOf(module.syntax, node)) {
      const text = textOf(module.syntax, decorator).slice(1).trim();
      const root = /^[^\W\d]\w*/u.exec(text)?.[0];
      if (root === undefined || PURE_DECORATOR.test(text) || /\.(setter|getter|deleter)\b/.test(text)) continue;
      if (module.state.has(root)) found.push(root);
      else if (REGISTERS.test(text.split('(')[0]!)) found.push(isImported(module, root) ? `@${root}` : root);
    }
  return found;
}

/** A base class of this module runs code for each class made from it. */
function isHooked(module: ModuleFacts, unit: Unit): boolean {
  const seen = new Set<string>([unit.id]);
  const waiting = [unit];
  for (let next = waiting.pop(); next; next = waiting.pop())
    for (const use of next.uses) {
      if (!use.eager) continue;
      for (const i of module.binders.get(use.name) ?? []) {
        const base = module.units[i]!;
        if (base.kind !== 'class' || seen.has(base.id)) continue;
        if (hasHook(module, base)) return true;
        seen.add(base.id);
        waiting.push(base);
      }
    }
  return false;
}

const hasHook = (module: ModuleFacts, unit: Unit): boolean =>
  /\bdef\s+__init_subclass__\b|^class\s+\w+\s*\(\s*type\b/m.test(module.syntax.text.slice(unit.body.start, unit.end));

/** The top-level statements of each unit, definitions with their decorators. */
function statementsOf(syntax: Syntax, units: readonly Unit[]): Node[][] {
  const found = units.map((): Node[] => []);
  let i = 0;
  for (const node of childrenOf(syntax, 0)) {
    if (kindOf(syntax, node) === 'comment') continue;
    while (i < units.length && units[i]!.end <= syntax.start[node]!) i += 1;
    if (i < units.length && units[i]!.start <= syntax.start[node]!) found[i]!.push(node);
  }
  return found;
}
