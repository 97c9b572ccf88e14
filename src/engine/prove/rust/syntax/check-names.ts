import { type ConstantNames, mayBeConstant } from '../../../../../analyzers/readings/rust/constant-names.ts';
import { isAlwaysThere } from '../../../../../analyzers/readings/rust/edition-prelude.ts';
import type { Namespace } from '../../../../core/unit.ts';
import { isPrimitive } from '../../../../languages/rust/shadowed-primitives.ts';
import { anyOf, both as bothOf, type Formula, implies, isEquivalent, underAll } from './cfg-formula.ts';
import { keepsImport, sameBinding } from './check-imports.ts';
import { holdersOf, type ModuleState, type Part } from './module-state.ts';
import { ANYWHERE, type Outside, type Reader } from './outside.ts';
import type { DefinedName, Import } from './part-scope.ts';
import type { Problem } from './problem.ts';
import type { Asked } from './reads-above.ts';

interface Brought {
  /** What a glob brings, as far as its target can be read; null for anything. */
  readonly broughtBy: (glob: Import) => ReadonlySet<string> | null;
  readonly constants: ConstantNames;
}

/**
 * Every name that others may have of the facade is still there, for the same audience and under the same `cfg`; one that nobody else reads
 * may go.
 */
export function checkNames(state: ModuleState, outside: Outside, brought: Brought): Problem[] {
  const names = [...new Set(state.earlier.defines.filter(({ kind }) => kind !== 'macro').map(({ name }) => name))];
  return [
    ...names.flatMap((name) => checkName(state, name, outside)),
    ...state.earlier.imports.flatMap((one) => checkImport(state, one, outside, brought)),
  ];
}

function checkName(state: ModuleState, name: string, outside: Outside): Problem[] {
  const moved = state.earlier.defines.filter(
    (one) => one.name === name && one.kind !== 'macro' && !staysIn(state.facade, one),
  );
  for (const space of new Set(moved.flatMap(({ spaces }) => spaces))) {
    const own = moved.filter(({ spaces }) => spaces.includes(space));
    for (const visibility of new Set(own.map((one) => one.visibility))) {
      const problems = checkGiven(state, { name, space, visibility, moved, outside });
      if (problems.length > 0) return problems;
    }
  }
  return [];
}

interface Given {
  readonly name: string;
  readonly space: Namespace;
  readonly visibility: string;
  /** What has left by that name, in all namespaces. */
  readonly moved: readonly DefinedName[];
  readonly outside: Outside;
}

/** A name in one namespace: a type and a function of one name may have gone to different parts. */
function checkGiven(state: ModuleState, { name, space, visibility, moved, outside }: Given): Problem[] {
  const { scope, file } = state.facade;
  const isOne = (one: DefinedName): boolean => one.name === name && one.spaces.includes(space);
  const holders = holdersOf(state, name).filter((part) => part.scope.defines.some(isOne));
  if (holders.length === 0) return []; // An item that is missing is reported already.
  const direct = scope.imports.filter((one) => holders.some((part) => one.binding === `0::${part.file.name}::${name}`));
  const globs = scope.imports.filter((one) => holders.some((part) => one.binding === `0::${part.file.name}::*`));
  const problem = (why: string, at?: Import): Problem[] => [{ path: file.path, start: at?.start ?? 0, why }];
  const named = direct.filter((one) => one.name === name);
  // What is nobody else's is served by an import that its twin in another namespace needs.
  const same = named.filter((one) => one.visibility === visibility || visibility === '');
  const carried = globs.filter(
    (one) => one.visibility === 'pub' || (one.visibility === visibility && visibility === ''),
  );
  const wrong = named.find((one) => !moved.some((old) => old.visibility === one.visibility));
  if (wrong)
    return problem(`\`${name}\` was ${shown(visibility)} and is re-exported ${shown(wrong.visibility)}`, wrong);
  const hidden = same.find(() => !holders.some((part) => isShown(part, name)));
  if (hidden)
    return [
      {
        ...problem('', hidden)[0]!,
        why: `\`${name}\` is private to its part, and the facade cannot re-export it`,
        hint: { code: 'E0603', message: `function \`${name}\` is private` },
      },
    ];
  const own = moved.filter((one) => one.visibility === visibility && one.spaces.includes(space));
  const given = anyOf([...same, ...carried].map(({ cfg }) => underAll(cfg)));
  const had = anyOf(own.map(({ cfg }) => underAll(cfg)));
  const isConstant = own.some(({ kind }) => /^(?:const|static|struct)$/.test(kind));
  const lost = readersOf(visibility, { name, isConstant }, outside).some(
    (reader) => !isServed(reader, had, given, outside),
  );
  if (lost && same.length + carried.length === 0) return problem(`the facade no longer has the name \`${name}\``);
  const isSeenByAll = readersOf(visibility, { name, isConstant }, outside).includes(ANYWHERE);
  if (lost || (isSeenByAll && carried.length === 0 && !isSame(had, given, outside)))
    return problem(`the re-export of \`${name}\` does not stand under its \`#[cfg]\``, same[0] ?? carried[0]);
  return [];
}

const shown = (visibility: string): string => (visibility === '' ? 'private' : `\`${visibility}\``);

const staysIn = ({ scope }: Part, { name, kind }: DefinedName): boolean =>
  scope.defines.some((one) => one.name === name && one.kind === kind);

const isShown = ({ scope }: Part, name: string): boolean =>
  scope.defines.some((one) => one.name === name && one.visibility !== '');

/** Who else may read a name. */
const readersOf = (
  visibility: string,
  { name, isConstant }: { readonly name: string; readonly isConstant: boolean },
  { anybody, anywhere, below }: Outside,
): readonly Reader[] =>
  visibility === 'pub'
    ? anybody(name)
    : visibility === ''
      ? below({ word: name, isSame: () => false, isPathless: false, isConstant })
      : anywhere(name);

const isServed = ({ where, fileWhere }: Reader, had: Formula, given: Formula, { ownWhere }: Outside): boolean =>
  implies(bothOf(where, had), given) || implies(bothOf(where, fileWhere(), ownWhere(), had), given);

function checkImport(state: ModuleState, one: Import, outside: Outside, brought: Brought): Problem[] {
  if (keepsImport(state, one)) return [];
  const { path } = state.facade.file;
  const text = one.leaf.segments.join('::');
  if (one.visibility !== '') return [{ path, start: 0, why: `the facade no longer re-exports \`${text}\` as before` }];
  if (one.leaf.glob) return checkGlob(state, one, outside, brought);
  const readers = one.name === null ? [] : outside.below(askedOf(state, one, one.name, brought));
  return readers.length === 0
    ? []
    : [{ path, start: 0, why: `a file below reads \`${one.name}\`, which the facade no longer imports` }];
}

/** What a glob brought the files below see too, where they take in all of the module. */
function checkGlob(state: ModuleState, one: Import, outside: Outside, { broughtBy, constants }: Brought): Problem[] {
  const { path } = state.facade.file;
  const names = broughtBy(one);
  const reader =
    names === null
      ? outside.seeingAll()[0]
      : [...names].find((name) => outside.below(askedOf(state, one, name, { broughtBy, constants })).length > 0);
  return reader === undefined
    ? []
    : [
        {
          path,
          start: 0,
          why: `a file below may read \`${reader}\` by \`use ${one.leaf.segments.join('::')}::*\`, which the facade no longer has`,
        },
      ];
}

const NONE: ReadonlySet<string> = new Set();

const askedOf = (state: ModuleState, one: Import, word: string, { constants }: Brought): Asked => ({
  word,
  isSame: (own) => sameBinding(state, one, own, NONE),
  // Two things of one namespace and name would be an error.
  isPathless: state.earlier.defines.some(
    ({ name, spaces, cfg }) => name === word && spaces.includes('type') && cfg.length === 0,
  ),
  isConstant: constants.mayBe(word) || mayBeConstant(one.leaf),
  isPathOnly: isPrimitive(word) && /^::(?:std|core)::\w+$/.test(one.binding),
  isAlwaysThere: isAlwaysThere(one.binding, word),
});

/** Under the same condition, wherever the module exists. */
const isSame = (had: Formula, given: Formula, { ownWhere }: Outside): boolean =>
  isEquivalent(had, given) || isEquivalent(bothOf(had, ownWhere()), bothOf(given, ownWhere()));
