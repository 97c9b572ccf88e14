import { childByField, childrenOf, kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { definitionOf } from './describe-statement.ts';
import { CHANGING_METHOD, READER_METHOD } from './known-calls.ts';
import { type ModuleNames, ownBinders } from './module-names.ts';
import type { ModuleUse } from './name-uses.ts';
import { type ValueKind, valueKind } from './value-kind.ts';

/** Which names of a module hold something that code changes. */
export interface ModuleState {
  /** Names whose content at one moment may differ from that at another. */
  readonly state: ReadonlySet<string>;
  /** What names are bound to that neither `def`, `class` nor an import binds. */
  readonly values: ReadonlyMap<string, ValueKind>;
}

/** @param rebound names that functions bind through `global` */
export function moduleState(
  syntax: Syntax,
  names: ModuleNames,
  statements: readonly (readonly Node[])[],
  uses: readonly (readonly ModuleUse[])[],
  rebound: ReadonlySet<string>,
): ModuleState {
  const values = new Map<string, ValueKind>();
  const kinds = new Map<number, ValueKind>();
  const state = new Set(rebound);
  for (const name of names.binders.keys())
    for (const i of ownBinders(names, name)) {
      const { kind } = names.units[i]!;
      if (kind === 'def') continue;
      if (kind === 'class') {
        if (changesItself(syntax, names, statements[i]!)) state.add(name);
        continue;
      }
      if (!kinds.has(i)) kinds.set(i, valueKind(syntax, names, statements[i]!));
      const value = kinds.get(i)!;
      if (value !== 'fixed') state.add(name);
      values.set(name, values.get(name) === 'object' ? 'object' : value);
    }
  const changed = uses.flat().flatMap((use) => (isChanged(names, use) ? [use.name] : []));
  const holders = holdersOfObjects(names, uses, values);
  const held = [...holders].map((name) => [name, 'object'] as const);
  return { state: new Set([...state, ...changed, ...holders]), values: new Map([...values, ...held]) };
}

/** `ITEMS = [counter]`: what is read of it is the object's, and runs its code. */
function holdersOfObjects(
  names: ModuleNames,
  uses: readonly (readonly ModuleUse[])[],
  values: ReadonlyMap<string, ValueKind>,
): Set<string> {
  const objects = new Set([...values].filter(([, value]) => value === 'object').map(([name]) => name));
  const found = new Set<string>();
  const holding = [...values.keys()].map((name) => ({
    name,
    holds: ownBinders(names, name)
      .flatMap((i) => uses[i]!)
      .filter(({ eager, form, path }) => eager && form === 'held' && path.length === 0)
      .map((use) => use.name),
  }));
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { name, holds } of holding)
      if (!objects.has(name) && holds.some((one) => objects.has(one) || found.has(one))) found.add(name);
  }
  return found;
}

/** `m.x = …`, `del m[k]`, `m.names.append(…)`, and any method of an object but those that only read. */
function isChanged(names: ModuleNames, { form, name, path }: ModuleUse): boolean {
  if (form === 'stored') return true;
  if (form !== 'called' || path.length === 0 || names.origins.has(name)) return false;
  const last = path[path.length - 1]!;
  const kinds = new Set(ownBinders(names, name).map((i) => names.units[i]!.kind));
  // A function has such methods by what decorates it: `@render.register`.
  if ([...kinds].every((kind) => kind === 'def')) return CHANGING_METHOD.test(last);
  return [...kinds].every((kind) => /^(def|class)$/.test(kind))
    ? path.length > 1 && CHANGING_METHOD.test(last)
    : !READER_METHOD.test(last);
}

const SELF_CHANGE =
  /\b(cls|__class__|type\(\s*self\s*\))\s*\.\s*\w+(\s*\[[^\]]*\])?\s*([-+*/|&^%]|\/\/|\*\*|<<|>>)?=(?!=)|\b(cls|__class__|type\(\s*self\s*\))(\s*\.\s*\w+)+\s*\.\s*(append|add|update|setdefault|insert|extend|pop|remove|clear|discard)\(|\bsetattr\(\s*(cls|type\()|\bdelattr\(\s*(cls|type\()/;

/** Its own code sets something on the class, or its body holds a container that can be changed through it. */
function changesItself(syntax: Syntax, names: ModuleNames, statements: readonly Node[]): boolean {
  return statements.some((node) => {
    if (SELF_CHANGE.test(textOf(syntax, node))) return true;
    const body = childByField(syntax, definitionOf(syntax, node), 'body');
    return body !== -1 && childrenOf(syntax, body).some((member) => holdsContainer(syntax, names, member));
  });
}

const holdsContainer = (syntax: Syntax, names: ModuleNames, member: Node): boolean =>
  kindOf(syntax, member) === 'expression_statement' &&
  !textOf(syntax, member).startsWith('__') &&
  valueKind(syntax, names, [member]) === 'container';
