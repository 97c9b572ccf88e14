import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import type { ModuleState, Part } from './module-state.ts';
import type { Import } from './part-scope.ts';
import type { Problem } from './problem.ts';
import { type Read, readsOf } from './reads-of.ts';

/** Whether a glob may bring a name. */
type MayBring = (glob: Import, name: string) => boolean;

/**
 * A name that the module defined was nearer than what its globs brought. Where it comes by a glob itself now, from a part or from the parent,
 * another glob beside it must not bring the same name: neither is nearer.
 */
export function checkGlobs(
  state: ModuleState,
  mayBring: MayBring,
  readsIn: (part: Part) => readonly Pick<Read, 'name' | 'at'>[],
): Problem[] {
  return [
    ...givenByGlobs(state, mayBring),
    ...state.parts.flatMap((part) => readByGlobs(state, part, mayBring, readsIn)),
  ];
}

const isOfModule = ({ parts }: ModuleState, { binding }: Import): boolean =>
  binding === '0::*' || parts.some(({ file }) => binding === `0::${file.name}::*`);

const othersOf = (state: ModuleState, { scope }: Part): Import[] =>
  scope.imports.filter((one) => one.leaf.glob && !isOfModule(state, one));

function givenByGlobs(state: ModuleState, mayBring: MayBring): Problem[] {
  const { facade, parts } = state;
  const others = othersOf(state, facade);
  if (others.length === 0) return [];
  const direct = new Set(facade.scope.imports.flatMap(({ name }) => name ?? []));
  for (const { file, scope } of parts) {
    const glob = facade.scope.imports.find(({ binding }) => binding === `0::${file.name}::*`);
    const given = glob ? scope.defines.filter(({ visibility, kind }) => visibility !== '' && kind !== 'macro') : [];
    for (const { name } of given)
      if (!direct.has(name) && others.some((other) => mayBring(other, name)))
        return [{ path: facade.file.path, start: glob!.start, why: clashMessage(name, facade) }];
  }
  return [];
}

function readByGlobs(
  state: ModuleState,
  part: Part,
  mayBring: MayBring,
  readsIn: (part: Part) => readonly Pick<Read, 'name' | 'at'>[],
): Problem[] {
  const { scope, file } = part;
  const others = othersOf(state, part);
  if (others.length === 0 || !scope.imports.some(({ binding }) => binding === '0::*')) return [];
  const near = new Set([...scope.imports.flatMap(({ name }) => name ?? []), ...scope.defines.map(({ name }) => name)]);
  const had = new Set([
    ...state.earlier.defines.map(({ name }) => name),
    ...state.earlier.imports.flatMap(({ name }) => name ?? []),
  ]);
  const lost = readsIn(part).find(
    ({ name }) => had.has(name) && !near.has(name) && others.some((other) => mayBring(other, name)),
  );
  return lost ? [{ path: file.path, start: lost.at, why: clashMessage(lost.name, part) }] : [];
}

const clashMessage = (name: string, { file }: Part): string =>
  `\`${name}\` comes by two globs ${file.depth === 0 ? 'of the facade' : 'here'}, and was nearer than either`;

const NONE: ReadonlySet<string> = new Set();

/** The names that the files of a module read, those of the bodies of macros that they call among them. */
export const createReads =
  (definitions: MacroDefinitions) =>
  (part: Part): readonly Read[] =>
    readsOf(part.scope, { constants: NONE, primitives: NONE }, definitions);
