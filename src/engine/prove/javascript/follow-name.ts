import { isTypeNamespace } from '../../../languages/javascript/is-type-namespace.ts';
import { ownerOf } from '../../../languages/javascript/lexical-names.ts';
import { childByField, kindOf, type Node } from '../../../languages/syntax.ts';
import type { EsModule, Exported, Foreign } from './read-es-module.ts';

/** The modules of one state, and what its statements are called. */
export interface ModuleSet {
  readonly modules: ReadonlyMap<string, EsModule>;
  /** The same label for a statement before and after the change. */
  readonly label: (module: EsModule, statement: Node) => string;
}

/** Where a name leads, as a text that is equal before and after. */
export interface Target {
  readonly to: string;
  readonly value: boolean;
  readonly type: boolean;
}

/** A name that a statement of the module reads. */
function followLocal(set: ModuleSet, module: EsModule, name: string, depth = 0): Target {
  const declared = module.names.declarations.filter((one) => one.scope === 0 && one.name === name);
  const holders = module.statements.filter((node) =>
    declared.some(({ at }) => module.syntax.start[node]! <= at && at < module.syntax.end[node]!),
  );
  if (holders.length > 0)
    return {
      to: `${holders
        .map((node) => set.label(module, node))
        .sort()
        .join(' + ')} as ${name}`,
      value: declared.some(({ spaces, node }) => spaces.includes('value') && !isTypeNamespace(module.syntax, node)),
      type: declared.some(({ spaces }) => spaces.includes('type')),
    };
  const foreign = module.imports.get(name);
  return foreign ? followForeign(set, foreign, depth) : { to: `global ${name}`, value: true, type: true };
}

function followForeign(set: ModuleSet, foreign: Foreign, depth: number): Target {
  const module = set.modules.get(foreign.module);
  const typed = (target: Target): Target => (foreign.typeOnly ? { ...target, value: false } : target);
  const unknown = {
    to: `${foreign.name} of ${foreign.module}${foreign.manner === '' ? '' : ` (${foreign.manner})`}`,
    value: true,
    type: true,
  };
  // A cycle of re-exports leads nowhere.
  if (!module || foreign.name === '*' || depth > 100) return typed(unknown);
  const exported = module.exports.get(foreign.name);
  return typed(exported ? followExported(set, module, exported, depth + 1) : unknown);
}

export function followExported(set: ModuleSet, module: EsModule, exported: Exported, depth = 0): Target {
  if ('foreign' in exported) return followForeign(set, exported.foreign, depth);
  if ('statement' in exported) {
    const { start, end } = {
      start: module.syntax.start[exported.statement]!,
      end: module.syntax.end[exported.statement]!,
    };
    const declared = module.names.declarations.find(({ scope, at }) => scope === 0 && start <= at && at < end);
    return {
      to: `${set.label(module, exported.statement)} as ${declared?.name ?? 'default'}`,
      value: declared?.spaces.includes('value') ?? true,
      type: declared?.spaces.includes('type') ?? true,
    };
  }
  const target = followLocal(set, module, exported.local, depth);
  const isPromise = module.statements.some(
    (node) => isAmbient(module, node) && declaresName(module, node, exported.local),
  );
  return exported.typeOnly || isPromise ? { ...target, value: false } : target;
}

/** `declare const x`: a promise to the compiler, for which no module holds a value. */
export function isAmbient({ syntax }: EsModule, statement: Node): boolean {
  const inner = kindOf(syntax, statement) === 'export_statement' ? childByField(syntax, statement, 'declaration') : -1;
  return kindOf(syntax, inner === -1 ? statement : inner) === 'ambient_declaration';
}

const declaresName = ({ syntax, names }: EsModule, statement: Node, name: string): boolean =>
  names.declarations.some(
    (one) =>
      one.scope === 0 && one.name === name && syntax.start[statement]! <= one.at && one.at < syntax.end[statement]!,
  );

/**
 * Names that a statement reads from around it, each with where it leads.
 * @param unseen names that markup calls without naming them
 */
export function readsOf(
  set: ModuleSet,
  module: EsModule,
  statement: Node,
  unseen: readonly string[],
): Map<string, string> {
  const { syntax, names } = module;
  const start = syntax.start[statement]!;
  const end = syntax.end[statement]!;
  const found = new Map<string, string>();
  const add = (name: string, value: boolean): void => {
    const target = followLocal(set, module, name);
    const lost = value ? !target.value : !target.type;
    // A name is read as a value and as a type: each has to be there.
    if (lost || !found.has(name))
      found.set(name, lost ? `${target.to}, ${value ? 'a type only' : 'a value only'}` : target.to);
  };
  for (const reference of names.free) {
    if (reference.at < start || reference.at >= end || ownerOf(names.scopes, reference) !== 0) continue;
    add(reference.name, reference.space !== 'type' && !reference.erased);
  }
  const markup = (node: Node): boolean =>
    /^jsx_(opening_element|self_closing_element|fragment)$/.test(kindOf(syntax, node));
  for (let node = statement; node < syntax.after[statement]!; node++)
    if (markup(node)) {
      for (const name of unseen) add(name, true);
      break;
    }
  return found;
}
