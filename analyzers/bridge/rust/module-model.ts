import type { NativeModule } from '../native.ts';
import { addFound, type Export, type ModuleItem, moduleNameOf, spotOf } from './members.ts';
import { conditionOf, type ModelContext } from './model-context.ts';
import { createDraft, type ModuleDraft } from './module-draft.ts';
import { attributeNamed } from './python-attributes.ts';
import { type Found, resolvePath } from './resolve-path.ts';
import { runSteps } from './run-steps.ts';
import type { RustFunction, RustModule, RustUse } from './rust-file.ts';
import { type Placed, rootOf } from './rust-index.ts';

/** The module as importing it would make it. */
export function moduleModel(context: ModelContext, item: ModuleItem): NativeModule {
  const draft = createDraft(moduleNameOf(item), spotOf(item.item));
  fillModule(context, item, draft, 0);
  return draft.finish();
}

/** How deep modules and helpers may call one another. */
const DEEPEST = 30;

function fillModule(context: ModelContext, module: ModuleItem, draft: ModuleDraft, depth: number): void {
  if (depth > DEEPEST) {
    draft.open('its functions call one another without end');
    return;
  }
  if (context.index.partial.has(module.item.path)) draft.open(`${module.item.path} has syntax errors`);
  if (module.kind === 'function') fillByFunction(context, module.item, draft, depth);
  else fillByItems(context, module.item, draft, depth);
}

function fillByFunction(context: ModelContext, fn: Placed<RustFunction>, draft: ModuleDraft, depth: number): void {
  const holder = fn.parameters.find(({ type }) => /\bPyModule\b/.test(type));
  if (!holder) {
    draft.open('it takes its module in an unknown way');
    return;
  }
  addBodyFunctions(context, fn, draft);
  runSteps({ context, fn, modules: new Map([[holder.name, draft]]), waits: null, depth }, fillModule);
}

/** `#[pyfn(m)] fn f` in the body of a module's function. */
function addBodyFunctions(context: ModelContext, fn: Placed<RustFunction>, draft: ModuleDraft): void {
  for (const item of context.index.scopes.get(`${fn.scope}::fn ${fn.name}`)?.functions ?? [])
    if (attributeNamed(item.attributes, 'pyfn'))
      addFound(context, { kind: 'function', item }, draft, { as: null, waits: null, at: spotOf(item) });
}

/** A declarative module: its own items, and what `#[pymodule_export]` names. */
function fillByItems(context: ModelContext, module: Placed<RustModule>, draft: ModuleDraft, depth: number): void {
  const id = `${module.scope}::${module.name}`;
  const scope = context.index.scopes.get(id);
  if (!scope) return;
  const functions = scope.functions.filter((one) => attributeNamed(one.attributes, 'pyfunction'));
  const items: Found[] = [
    ...scope.classes.map((item) => ({ kind: 'class', item }) as const),
    ...functions.map((item) => ({ kind: 'function', item }) as const),
    ...scope.names.filter(({ exported }) => exported).map((item) => ({ kind: 'name', item }) as const),
    // Of modules only inline ones: a function that fills one has to be exported by name.
    ...scope.modules.map((item) => ({ kind: 'module', item }) as const),
  ];
  for (const one of items)
    if (one.kind !== 'scope') addExported(context, one, draft, { as: null, waits: null, at: spotOf(one.item) }, depth);
  for (const use of scope.uses) if (use.exported) addUse(context, use, draft, depth);
  const init = scope.functions.find((one) => attributeNamed(one.attributes, 'pymodule_init'));
  if (init) fillByFunction(context, init, draft, depth);
  for (const call of context.index.calls) if (call.scope === id) draft.open(`the macro ${call.name}! may add members`);
}

function addUse(context: ModelContext, use: Placed<RustUse>, draft: ModuleDraft, depth: number): void {
  const condition = conditionOf(context, use.scope, use.cfg);
  if (condition === false) return;
  const found = use.alias === null ? [] : resolvePath(context.index, use.scope, use.segments);
  if (found.length === 0) draft.unknown(use.alias, spotOf(use), `${use.segments.join('::')} is not found`);
  for (const one of found)
    addExported(context, one, draft, { as: use.alias, waits: condition, at: spotOf(use) }, depth);
}

function addExported(context: ModelContext, found: Found, draft: ModuleDraft, how: Export, depth: number): void {
  // The name of a `use` is Rust's; what Python sees is what the item itself is called.
  const own = { ...how, as: null };
  if (found.kind === 'module') addModule(context, found, draft, own, depth);
  else if (found.kind === 'function' && attributeNamed(found.item.attributes, 'pymodule'))
    addModule(context, found, draft, own, depth);
  else addFound(context, found, draft, own);
}

function addModule(
  context: ModelContext,
  module: ModuleItem,
  draft: ModuleDraft,
  { waits }: Export,
  depth: number,
): void {
  const condition = conditionOf(context, module.item.scope, module.item.cfg);
  if (condition === false) return;
  const child = createDraft(moduleNameOf(module), spotOf(module.item));
  fillModule(context, module, child, depth + 1);
  draft.addModule(child, spotOf(module.item), waits ?? condition);
}

/** Every `#[pymodule]` of a crate, in the order of scopes. */
export function modulesOf({ index }: ModelContext, root: string): ModuleItem[] {
  const found: ModuleItem[] = [];
  for (const [id, scope] of index.scopes) {
    if (rootOf(id) !== root) continue;
    for (const item of scope.functions)
      if (attributeNamed(item.attributes, 'pymodule')) found.push({ kind: 'function', item });
    for (const item of scope.modules) found.push({ kind: 'module', item });
  }
  return found;
}
