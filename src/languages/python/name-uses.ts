import type { Unit } from '../../core/unit.ts';
import type { Node, Syntax } from '../syntax.ts';
import type { Access, Scope, ScopeName, ScopeTree } from './scope-tree.ts';
import { inAnnotation, type NameUse, useForm } from './use-form.ts';

/** A use of a name of the module or a builtin, from whatever scope. */
export interface ModuleUse extends NameUse {
  readonly name: string;
  readonly node: Node;
  /** It happens while the module is imported. */
  readonly eager: boolean;
  /** It stands in an annotation, and is no call. */
  readonly annotated: boolean;
}

const USES = new Set(['read', 'augment', 'delete']);

/**
 * The uses in each unit, by offset.
 * @param keeps whether a call only keeps what it is given
 */
export function nameUses(
  syntax: Syntax,
  tree: ScopeTree,
  units: readonly Unit[],
  keeps: (call: Node) => boolean,
): ModuleUse[][] {
  const found = units.map((): ModuleUse[] => []);
  const top = tree.scopes[0]!.names;
  for (const scope of tree.scopes)
    for (const entry of scope.names.values()) {
      if (entry.owner !== 0 && !(scope.kind === 'class' && top.get(entry.name)?.bound)) continue;
      for (const use of usesOf(syntax, tree, scope, entry, keeps)) {
        const unit = unitAt(units, syntax.start[use.node]!);
        if (unit !== -1) found[unit]!.push(use);
      }
    }
  return found.map((uses) => uses.sort((a, b) => a.node - b.node));
}

function usesOf(
  syntax: Syntax,
  tree: ScopeTree,
  scope: Scope,
  { name, accesses }: ScopeName,
  keeps: (call: Node) => boolean,
): ModuleUse[] {
  const eagerLambda = !scope.eager && runsAtOnce(syntax, tree, scope, keeps);
  return accesses.flatMap(({ kind, node, eager, postponed }: Access): ModuleUse[] => {
    if (!USES.has(kind) || postponed) return [];
    const use = useForm(syntax, node);
    const annotated = use.form !== 'called' && inAnnotation(syntax, node);
    const form = kind === 'augment' ? 'stored' : use.form;
    return [{ ...use, form, name, node, eager: eager || eagerLambda, annotated }];
  });
}

/** A lambda in the arguments of a call or class that stands in code of the import: whoever gets it may call it at once. */
function runsAtOnce(syntax: Syntax, tree: ScopeTree, scope: Scope, keeps: (call: Node) => boolean): boolean {
  let current: Scope | undefined = scope;
  for (; current && !current.eager; current = tree.scopes[current.parent]) {
    if (current.kind !== 'lambda' && !/comp$|genexpr/.test(current.kind)) return false;
    if (current.kind !== 'lambda') continue;
    const { form, to } = useForm(syntax, current.node);
    if (form !== 'called' && form !== 'base' && !(form === 'given' && !keeps(to))) return false;
  }
  return current !== undefined;
}

function unitAt(units: readonly Unit[], offset: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const { start, end } = units[middle]!;
    if (offset < start) high = middle - 1;
    else if (offset >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}
