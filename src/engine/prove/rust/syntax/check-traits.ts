import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { TraitReader } from '../../../../../analyzers/readings/rust/trait-members.ts';
import { anyOf, both, type Formula, implies, underAll } from './cfg-formula.ts';
import { checkTraitsBelow } from './check-traits-below.ts';
import { type Mention, mentionsOf } from './member-mentions.ts';
import { allParts, type ModuleState, type Part, parentGlobs } from './module-state.ts';
import type { Problem } from './problem.ts';
import { definedIn, importsOf, inFacadeOf, type Seen, traitsOf } from './seen-traits.ts';
import { createTraitAsker, type TraitOutside } from './trait-calls.ts';
import { standsBehindTrait } from './trait-paths.ts';

/**
 * Each file sees every trait that the module saw, wherever it calls something that the trait may have: without it a call does not compile, or
 * finds another method by `Deref`.
 */
export function checkTraits(
  state: ModuleState,
  traits: TraitReader,
  definitions: MacroDefinitions,
  outside: TraitOutside,
): Problem[] {
  const seen = traitsOf(state.earlier, traits, definitions, outside.included);
  if (seen.length === 0) return [];
  const glued = (): ReadonlySet<string> => new Set(seen.flatMap(({ members }) => [...(members.names ?? [])]));
  const mayBeCalled = createTraitAsker(seen, outside, () => mentionsOf(state.earlier, definitions, glued));
  const below = checkTraitsBelow(state, seen, {
    after: outside.after,
    files: outside.filesBelow(),
    whereOf: outside.whereOf,
    modulePath: outside.modulePath,
    definitions,
    glued,
    mayCall: (one, mention, path) => mayBeCalled(one, mention, outside.after, path),
  });
  const own = allParts(state).flatMap((part) => {
    const mentions = mentionsOf(part.scope, definitions, glued);
    for (const one of seen) {
      const visible = visibleIn(state, part, one);
      const lost = mentions.find(
        (mention) =>
          !standsBehindTrait(part.scope, one, mention) &&
          mayBeCalled(one, mention, outside.after, part.file.path) &&
          !implies(guardOf(part, mention, one), visible),
      );
      if (lost) return [problemAt(part, one, lost)];
    }
    return [];
  });
  return [...own, ...below];
}

const problemAt = ({ file }: Part, one: Seen, lost: Mention): Problem => ({
  path: file.path,
  start: lost.at,
  why: lossMessage(one, lost),
  hint: { code: 'E0599', message: `no method named \`${lost.name}\` found: ${one.shown} is not in scope` },
});

const lossMessage = ({ shown }: Seen, { name }: Mention): string =>
  `${shown} was in scope in the module, and is not here, where \`${name}\` may be its own`;

const guardOf = (part: Part, { at }: Mention, { where }: Seen): Formula =>
  both(underAll([...part.guards(at), ...part.outer]), where);

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
