import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { expansionOf } from './call-expansion.ts';
import { both, type Formula, implies, underAll } from './cfg-formula.ts';
import { asModuleBinding, type ModuleState, type Part } from './module-state.ts';
import { namesMadeBy } from './names-made-by.ts';
import type { Import, ItemCall, PartScope } from './part-scope.ts';

/** What brings names into a module that its text does not show. */
export interface Hidden {
  /** `names` is null where a glob may bring anything; of a foreign one nothing at all is known. */
  readonly globs: readonly {
    readonly glob: Import;
    readonly names: ReadonlySet<string> | null;
    readonly isForeign: boolean;
  }[];
  readonly calls: readonly {
    readonly call: ItemCall;
    readonly makes: (name: string) => boolean;
    /** The same where a name that every module has is meant: an item of that name is in sight. */
    readonly shadows: (name: string) => boolean;
    /** True for a `macro_rules!` that it surely defines. */
    readonly makesMacro: (name: string) => boolean;
  }[];
}

interface Globs {
  readonly broughtBy: (glob: Import) => ReadonlySet<string> | null;
  readonly isForeign: (glob: Import) => boolean;
}

export function hiddenNames(
  earlier: PartScope,
  definitions: MacroDefinitions,
  { broughtBy, isForeign }: Globs,
): Hidden {
  return {
    globs: earlier.imports
      .filter(({ leaf }) => leaf.glob)
      .map((glob) => ({ glob, names: broughtBy(glob), isForeign: isForeign(glob) })),
    calls: earlier.calls.map((call) => {
      const items = expansionOf(earlier, call.node, definitions).items ?? [];
      const macros = new Set(items.flatMap(({ kind, name }) => (kind === 'macro' ? (name ?? []) : [])));
      return { call, ...namesMadeBy(earlier, call, definitions), makesMacro: (name) => macros.has(name) };
    }),
  };
}

/**
 * True if a name that may come from a glob or a macro call of the module is seen by a part as the module saw it, wherever `guard` holds.
 * @param isUsual every module has something of the name, or binds it: only a glob of which nothing is known may bring another
 */
export function seesHidden(
  state: ModuleState,
  part: Part,
  { name, isUsual }: { readonly name: string; readonly isUsual: boolean },
  guard: Formula,
  hidden: Hidden,
): boolean {
  const isMade = hidden.calls.some(({ makes }) => makes(name));
  const globs = hidden.globs
    .filter(({ names, isForeign }) => (names === null ? isForeign || !isUsual : names.has(name)))
    .map(({ glob }) => glob);
  if (globs.length === 0 && !isMade) return true;
  const isFacade = part === state.facade;
  if (hasGlobs(state, part, globs, guard) && (isFacade || !isMade)) return true;
  if (isFacade || !hasGlobs(state, state.facade, globs, guard)) return false;
  const leading = part.scope.imports.filter(({ binding }) => binding === '0::*' || binding === `0::${name}`);
  return leading.some(({ cfg }) => implies(guard, underAll(cfg)));
}

const hasGlobs = (state: ModuleState, { scope }: Part, globs: readonly Import[], guard: Formula): boolean =>
  globs.every((glob) =>
    scope.imports.some(
      ({ binding, cfg }) =>
        asModuleBinding(state, binding) === asModuleBinding(state, glob.binding) &&
        implies(both(guard, underAll(glob.cfg)), underAll(cfg)),
    ),
  );
