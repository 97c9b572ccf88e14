import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { isStdMethod } from '../../../../../analyzers/readings/rust/std-methods.ts';
import {
  isUsedAsType,
  membersOf,
  type TraitMembers,
  type TraitReader,
} from '../../../../../analyzers/readings/rust/trait-members.ts';
import { anyOf, both, type Formula, implies, underAll } from './cfg-formula.ts';
import { type Mention, mentionsOf } from './member-mentions.ts';
import { allParts, asModuleBinding, type ModuleState, type Part, parentGlobs } from './module-state.ts';
import type { ItemCall, PartScope } from './part-scope.ts';
import type { Problem } from './problem.ts';
import { traitsMadeBy } from './traits-made-by.ts';

/** A trait that the module had in scope, or a glob that may have brought some. */
interface Seen {
  readonly shown: string;
  readonly binding: string;
  /** Its name in the module; null where it has none. */
  readonly name: string | null;
  readonly where: Formula;
  readonly members: TraitMembers;
  /** It may have a member of any name, whoever else has one of it. */
  readonly isOpen?: boolean;
}

/** What is told of what stands outside of the module's text. */
interface Outside {
  /** True for a member's name that the package or the standard library has: a trait that cannot be read is not asked for it. */
  readonly isExplained: (name: string) => boolean;
  /** The text of a file that the module includes; null where it cannot be read. */
  readonly included: (path: string) => string | null;
  /** Whether what a part calls may be a trait's of the package. */
  readonly mayReach: (trait: string, member: string, part: Part) => boolean;
}

/**
 * Each file sees every trait that the module saw, wherever it calls something that the trait may have: without it a call does not compile, or
 * finds another method by `Deref`.
 */
export function checkTraits(
  state: ModuleState,
  traits: TraitReader,
  definitions: MacroDefinitions,
  { isExplained, included, mayReach }: Outside,
): Problem[] {
  const seen = traitsOf(state.was, traits, definitions, included);
  if (seen.length === 0) return [];
  return allParts(state).flatMap((part) => {
    const mentions = mentionsOf(part.scope, definitions);
    for (const one of seen) {
      const visible = visibleIn(state, part, one);
      const isOthers = (name: string): boolean =>
        isExplained(name) || seen.some((other) => other !== one && methodNamedBy(other) === name);
      const lost = mentions.find(
        (mention) =>
          mayCall(one, mention, isOthers) &&
          !implies(guardOf(part, mention, one), visible) &&
          (!isPlainCall(one, mention) || mayReach(traitName(one), mention.name, part)),
      );
      if (!lost) continue;
      const hint = {
        code: 'E0599',
        message: `no method named \`${lost.name}\` found: ${one.shown} is not in scope`,
      } as const;
      return [{ path: part.file.path, start: lost.at, why: said(one, lost), hint }];
    }
    return [];
  });
}

const said = ({ shown }: Seen, { name }: Mention): string =>
  `${shown} was in scope in the module, and is not here, where \`${name}\` may be its own`;

/** Names that the standard library's own types have too are most likely theirs: `x.lines()`. */
function mayCall(one: Seen, mention: Mention, isExplained: (name: string) => boolean): boolean {
  const { names, by } = one.members;
  if (names === null) return one.isOpen === true || !isExplained(mention.name);
  return names.has(mention.name) && (by !== 'std' || mention.certain || !isStdMethod(mention.name));
}

const traitName = ({ binding }: Seen): string => binding.split('::').at(-1) ?? '';

/** `x.name(..)` of a trait that the crate defines: whose it is depends on the type of `x`. */
const isPlainCall = ({ members, binding, isOpen }: Seen, { certain, isMethod }: Mention): boolean =>
  members.by === 'workspace' && !/^(?:::|\?)/.test(binding) && isOpen !== true && !certain && isMethod;

/** `contains_token` is most likely of the trait `ContainsToken`, and not of another one that cannot be read. */
const methodNamedBy = ({ binding }: Seen): string =>
  (binding.split('::').at(-1) ?? '').replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, '_').toLowerCase();

const guardOf = (part: Part, { at }: Mention, { where }: Seen): Formula =>
  both(underAll([...part.guards(at), ...part.outer]), where);

function traitsOf(
  was: PartScope,
  traits: TraitReader,
  definitions: MacroDefinitions,
  included: Outside['included'],
): Seen[] {
  const own = was.defines
    .filter(({ kind }) => kind === 'trait')
    .map(({ name, cfg, node }): Seen => {
      const members = membersOf(was.syntax, node);
      return {
        shown: `the trait \`${name}\``,
        binding: `0::${name}`,
        name,
        where: underAll(cfg),
        members: { names: members && new Set(members), by: 'workspace' },
      };
    });
  const imported = was.imports.flatMap(({ leaf, name, binding, cfg }): Seen[] => {
    const [level, ...path] = binding.split('::');
    const isCrate = level === '';
    const members = leaf.glob
      ? traits.ofGlob(path.slice(0, -1), isCrate, leaf.segments)
      : traits.ofImport(path, isCrate);
    if (members === null || members.names?.size === 0) return [];
    if (members.names === null && name !== null && isUsedAsType(was.syntax, name)) return [];
    const shown = leaf.glob ? `\`use ${leaf.segments.join('::')}::*\`` : `the trait \`${name ?? path.at(-1)}\``;
    return [{ shown, binding, name, where: underAll(cfg), members }];
  });
  const made = was.calls.flatMap((call) =>
    traitsMadeBy(was, call, definitions, traits, included).map(
      ({ members, isOpen }): Seen => ({
        shown: 'a trait that a macro call makes',
        binding: madeBy(was, call),
        name: null,
        where: underAll(call.cfg),
        members,
        isOpen,
      }),
    ),
  );
  return [...own, ...imported, ...made];
}

/** A trait of a macro call is where a file has that very call. */
const madeBy = ({ syntax }: PartScope, { start, end }: ItemCall): string =>
  `?${syntax.text.slice(start, end).replace(/\s+/g, ' ')}`;

function visibleIn(state: ModuleState, part: Part, one: Seen): Formula {
  const inFacade = inFacadeOf(state, one);
  if (part === state.facade) return inFacade;
  const defined = definedIn(part.scope, one);
  const direct = importsOf(state, part, one);
  const named = part.scope.imports
    .filter(({ binding }) => one.name !== null && binding === `0::${one.name}`)
    .map(({ cfg }) => both(underAll(cfg), inFacade));
  const globs = parentGlobs(part).map(({ cfg }) => both(underAll(cfg), inFacade));
  return anyOf([...defined, ...direct, ...named, ...globs]);
}

function inFacadeOf(state: ModuleState, one: Seen): Formula {
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

const definedIn = (scope: PartScope, { binding, name }: Seen): Formula[] =>
  [
    ...scope.defines.filter((one) => one.kind === 'trait' && one.name === name && binding === `0::${name}`),
    ...(binding.startsWith('?') ? scope.calls.filter((call) => madeBy(scope, call) === binding) : []),
  ].map(({ cfg }) => underAll(cfg));

const shownIn = ({ defines, ...rest }: PartScope, one: Seen): Formula[] =>
  definedIn({ ...rest, defines: defines.filter(({ visibility }) => visibility !== '') }, one);

/** Imports of the thing itself. In the facade, what a part gives on is the module's own. */
const importsOf = (state: ModuleState, { scope }: Part, { binding }: Seen): Formula[] =>
  scope.imports
    .filter((one) => one.binding === binding || (binding !== '0::*' && asModuleBinding(state, one.binding) === binding))
    .map(({ cfg }) => underAll(cfg));
