import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import {
  isUsedAsType,
  membersOf,
  type TraitMembers,
  type TraitReader,
} from '../../../../../analyzers/readings/rust/trait-members.ts';
import { kindOf, textOf } from '../../../../languages/syntax.ts';
import { anyOf, both, type Formula, underAll } from './cfg-formula.ts';
import { asModuleBinding, type ModuleState, type Part } from './module-state.ts';
import type { ItemCall, PartScope } from './part-scope.ts';
import { traitsMadeBy } from './traits-made-by.ts';

/** A trait that the module had in scope, or a glob that may have brought some. */
export interface Seen {
  readonly shown: string;
  readonly binding: string;
  /** Its name in the module; null where it has none. */
  readonly name: string | null;
  readonly where: Formula;
  readonly members: TraitMembers;
  /** It may have a member of any name, whoever else has one of it. */
  readonly isOpen?: boolean;
}

export const traitName = ({ binding }: Seen): string => binding.split('::').at(-1) ?? '';

/** The traits of a module: its own, those that it imports, those that macro calls make. */
export function traitsOf(
  earlier: PartScope,
  traits: TraitReader,
  definitions: MacroDefinitions,
  included: (path: string) => string | null,
): Seen[] {
  const own = earlier.defines
    .filter(({ kind }) => kind === 'trait')
    .map(({ name, cfg, node }): Seen => {
      const members = membersOf(earlier.syntax, node);
      return {
        shown: `the trait \`${name}\``,
        binding: `0::${name}`,
        name,
        where: underAll(cfg),
        members: { names: members && new Set(members), by: 'workspace' },
      };
    });
  const imported = earlier.imports.flatMap(({ leaf, name, binding, cfg }): Seen[] => {
    const [level, ...path] = binding.split('::');
    const isCrate = level === '';
    const members = leaf.glob
      ? traits.ofGlob(path.slice(0, -1), isCrate, leaf.segments)
      : traits.ofImport(path, isCrate);
    if (members === null || members.names?.size === 0) return [];
    if (members.names === null && name !== null && isNoTrait(earlier, name)) return [];
    const shown = leaf.glob ? `\`use ${leaf.segments.join('::')}::*\`` : `the trait \`${name ?? path.at(-1)}\``;
    return [{ shown, binding, name, where: underAll(cfg), members }];
  });
  const made = earlier.calls.flatMap((call) =>
    traitsMadeBy(earlier, call, definitions, traits, included).map(
      ({ members, isOpen }): Seen => ({
        shown: 'a trait that a macro call makes',
        binding: madeBy(earlier, call),
        name: null,
        where: underAll(call.cfg),
        members,
        isOpen,
      }),
    ),
  );
  return [...own, ...imported, ...made];
}

const isNoTrait = (scope: PartScope, name: string): boolean =>
  isUsedAsType(scope.syntax, name) || hasVariants(scope, name) || isUsedAsValue(scope, name);

/** A constant in capitals, as an expression of its own. */
function isUsedAsValue({ syntax }: PartScope, name: string): boolean {
  if (!/^[\p{Lu}\d]{2,}$/u.test(name)) return false;
  for (let node = 0; node < syntax.size; node++)
    if (
      kindOf(syntax, node) === 'identifier' &&
      textOf(syntax, node) === name &&
      !/^(?:scoped|use|token)/.test(kindOf(syntax, syntax.parent[node]!))
    )
      return true;
  return false;
}

/** `Ordering::Relaxed`: behind a trait stand functions and constants, and its types behind `<T as Trait>`. */
const hasVariants = ({ syntax: { text } }: PartScope, name: string): boolean =>
  new RegExp(`(?<![\\p{XID_Continue}])${name}::\\p{Lu}[\\p{XID_Continue}]*\\p{Ll}`, 'u').test(text);

/** A trait of a macro call is where a file has that very call. */
const madeBy = ({ syntax }: PartScope, { start, end }: ItemCall): string =>
  `?${syntax.text.slice(start, end).replace(/\s+/g, ' ')}`;

export function inFacadeOf(state: ModuleState, one: Seen): Formula {
  const { scope } = state.facade;
  const globs = scope.imports
    .filter(({ leaf }) => leaf.glob)
    .flatMap(({ binding, cfg }) =>
      state.parts
        .filter(({ file }) => binding === `0::${file.name}::*`)
        .flatMap((part) =>
          shownIn(part.scope, one).map((formula) => both(formula, underAll(cfg), underAll(part.outer))),
        ),
    );
  return anyOf([...definedIn(scope, one), ...importsOf(state, state.facade, one), ...globs]);
}

export const definedIn = (scope: PartScope, { binding, name }: Seen): Formula[] =>
  [
    ...scope.defines.filter((one) => one.kind === 'trait' && one.name === name && binding === `0::${name}`),
    ...(binding.startsWith('?') ? scope.calls.filter((call) => madeBy(scope, call) === binding) : []),
  ].map(({ cfg }) => underAll(cfg));

const shownIn = ({ defines, ...rest }: PartScope, one: Seen): Formula[] =>
  definedIn({ ...rest, defines: defines.filter(({ visibility }) => visibility !== '') }, one);

/** Imports of the thing itself. In the facade, what a part gives on is the module's own. */
export const importsOf = (state: ModuleState, { scope }: Part, { binding }: Seen): Formula[] =>
  scope.imports
    .filter((one) => one.binding === binding || (binding !== '0::*' && asModuleBinding(state, one.binding) === binding))
    .map(({ cfg }) => underAll(cfg));
