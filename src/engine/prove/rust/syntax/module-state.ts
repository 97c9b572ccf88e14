import type { Namespace } from '../../../../core/unit.ts';
import { ALWAYS, anyOf, both, type Formula, isNever, NEVER, underAll } from './cfg-formula.ts';
import type { GuardsAt } from './guards.ts';
import type { DefinedName, Import, PartScope } from './part-scope.ts';
import type { PartFile } from './parts-of.ts';

/** A file after the change: the facade or one of its parts. */
export interface Part {
  readonly file: PartFile;
  readonly scope: PartScope;
  /** Predicates of its `mod` line and of its own `#![cfg]`. */
  readonly outer: readonly string[];
  readonly guards: GuardsAt;
}

/** A module that was one file and is a facade with parts. */
export interface ModuleState {
  readonly earlier: PartScope;
  readonly facade: Part;
  readonly parts: readonly Part[];
  /** The module is the root of its crate. */
  readonly isRoot: boolean;
  /** Names that a file reads other than as a module or type: of the facade, those of its parts as well. */
  readonly valuesRead: (part: Part) => ReadonlySet<string>;
}

export const allParts = ({ facade, parts }: ModuleState): readonly Part[] => [facade, ...parts];

const anyKnown = (formulas: readonly Formula[]): Formula => {
  const possible = formulas.filter((one) => !isNever(one));
  return possible.length === 1 ? possible[0]! : anyOf(possible);
};

/** A macro by its name is seen in textual order, which is another question. */
const isNamed = ({ kind }: DefinedName): boolean => kind !== 'macro';

const definedIn = (scope: PartScope, name: string, space: Namespace): readonly DefinedName[] =>
  scope.defines.filter((one) => one.name === name && isNamed(one) && one.spaces.includes(space));

const importedIn = (scope: PartScope, name: string, space: Namespace): readonly Import[] =>
  scope.imports.filter((one) => one.name === name && (space === 'type' || !one.leaf.self));

/** When the module had that name, as far as can be seen; `any: []` for never. */
export const moduleHad = ({ earlier }: ModuleState, name: string, space: Namespace): Formula =>
  anyKnown([...definedIn(earlier, name, space), ...importedIn(earlier, name, space)].map(({ cfg }) => underAll(cfg)));

/** The part that holds what the module defined by that name. */
export const holdersOf = ({ earlier, parts }: ModuleState, name: string): readonly Part[] =>
  earlier.defines.some((one) => one.name === name && isNamed(one))
    ? parts.filter(({ scope }) => scope.defines.some((one) => one.name === name && isNamed(one)))
    : [];

/**
 * What an import binds, where moved names count as the module's own: `part::low` in the facade, `super::low` and `super::part::low` in a
 * sibling are all `0::low`.
 */
export function asModuleBinding(state: ModuleState, binding: string): string {
  if (!binding.startsWith('0::')) return binding;
  const own = bindings.get(state) ?? new Map<string, string>();
  bindings.set(state, own);
  const found = own.get(binding) ?? readBinding(state, binding);
  own.set(binding, found);
  return found;
}

// Each is asked for by every trait and import.
const bindings = new WeakMap<ModuleState, Map<string, string>>();

function readBinding(state: ModuleState, binding: string): string {
  const [level, module, name, ...rest] = binding.split('::');
  if (level !== '0' || name === undefined) return binding;
  const isHeld = holdersOf(state, name).some(({ file }) => file.name === module);
  return isHeld ? ['0', name, ...rest].join('::') : binding;
}

/** When the facade has a name: by itself, or given on by a part that shows it. */
function facadeHas(state: ModuleState, name: string, space: Namespace): Formula {
  const { scope } = state.facade;
  const own = definedIn(scope, name, space).map(({ cfg }) => underAll(cfg));
  const imported = importedIn(scope, name, space).map((one) =>
    both(underAll(one.cfg), givenBy(state, one, name, space)),
  );
  const globs = scope.imports
    .filter(({ leaf }) => leaf.glob)
    .flatMap((one) =>
      state.parts
        .filter(({ file }) => one.binding === `0::${file.name}::*`)
        .map((part) => both(underAll(one.cfg), shownBy(part, name, space))),
    );
  return anyKnown([...own, ...imported, ...globs]);
}

function givenBy(state: ModuleState, { binding }: Import, name: string, space: Namespace): Formula {
  const part = state.parts.find(({ file }) => binding === `0::${file.name}::${name}`);
  return part ? shownBy(part, name, space) : ALWAYS;
}

/** A private item of a part is nobody else's. */
const shownBy = (part: Part, name: string, space: Namespace): Formula =>
  anyKnown(
    definedIn(part.scope, name, space)
      .filter(({ visibility }) => visibility !== '')
      .map(({ cfg }) => underAll([...cfg, ...part.outer])),
  );

/** When a part has a name: by itself, by an import of its own, through its parent. */
export function partHas(state: ModuleState, part: Part, name: string, space: Namespace): Formula {
  if (part === state.facade) return facadeHas(state, name, space);
  const { scope } = part;
  const own = definedIn(scope, name, space).map(({ cfg }) => underAll(cfg));
  const imported = importedIn(scope, name, space).map((one) =>
    both(
      underAll(one.cfg),
      one.binding === `0::${name}` ? facadeHas(state, name, space) : givenBy(state, one, name, space),
    ),
  );
  const globs = parentGlobs(part).map(({ cfg }) => both(underAll(cfg), facadeHas(state, name, space)));
  return anyKnown([...own, ...imported, ...globs, ...crateNamed(state, name, space)]);
}

/** `extern crate x;` in the root of a crate: paths begin with it in every module. */
const crateNamed = ({ isRoot, facade: { scope } }: ModuleState, name: string, space: Namespace): readonly Formula[] =>
  isRoot && space === 'type'
    ? definedIn(scope, name, space)
        .filter(({ kind }) => kind === 'extern-crate')
        .map(({ cfg }) => underAll(cfg))
    : [];

export const parentGlobs = ({ scope }: Part): readonly Import[] =>
  scope.imports.filter(({ binding }) => binding === '0::*');

/** When a part sees its parent: `any: []` for never. */
export const seesParent = (part: Part): Formula =>
  parentGlobs(part).length === 0 ? NEVER : anyKnown(parentGlobs(part).map(({ cfg }) => underAll(cfg)));
