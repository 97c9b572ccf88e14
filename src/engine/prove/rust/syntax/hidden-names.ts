import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { both, type Formula, implies, underAll } from './cfg-formula.ts';
import type { ModuleState, Part } from './module-state.ts';
import { namesMadeBy } from './names-made-by.ts';
import type { Import, ItemCall, PartScope } from './part-scope.ts';

/** What brings names into a module that its text does not show. */
export interface Hidden {
  readonly globs: readonly Import[];
  readonly calls: readonly { readonly call: ItemCall; readonly makes: (name: string) => boolean }[];
}

export function hiddenNames(was: PartScope, definitions: MacroDefinitions): Hidden {
  return {
    globs: was.imports.filter(({ leaf }) => leaf.glob),
    calls: was.calls.map((call) => ({ call, makes: namesMadeBy(was, call, definitions) })),
  };
}

/** True if a name that may come from a glob or a macro call of the module is seen by a part as the module saw it, wherever `guard` holds. */
export function seesHidden(state: ModuleState, part: Part, name: string, guard: Formula, hidden: Hidden): boolean {
  const { globs, calls } = hidden;
  const isMade = calls.some(({ makes }) => makes(name));
  if (globs.length === 0 && !isMade) return true;
  const isFacade = part === state.facade;
  if (hasGlobs(part, globs, guard) && (isFacade || !isMade)) return true;
  if (isFacade || !hasGlobs(state.facade, globs, guard)) return false;
  const leading = part.scope.imports.filter(({ binding }) => binding === '0::*' || binding === `0::${name}`);
  return leading.some(({ cfg }) => implies(guard, underAll(cfg)));
}

const hasGlobs = ({ scope }: Part, globs: readonly Import[], guard: Formula): boolean =>
  globs.every((glob) =>
    scope.imports.some(
      ({ binding, cfg }) => binding === glob.binding && implies(both(guard, underAll(glob.cfg)), underAll(cfg)),
    ),
  );
