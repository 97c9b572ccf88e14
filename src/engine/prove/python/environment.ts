import type { PythonImport } from '../../../languages/python/read-imports.ts';
import { isCheckingFlag } from '../../../languages/python/type-checking-block.ts';
import { declaredBy } from './declared-names.ts';
import { boundBy, moduleOf } from './import-names.ts';
import type { Matching } from './match-statements.ts';
import type { PythonFile, Statement, StatementKind } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What a name of a module may mean: `d12` statement 12 of the module before, `i:m:x` an import of x from m, `m:a.b` a module,
 * `t:…` something that only type checkers see. In the order in which they are bound.
 */
export type Meaning = ReadonlySet<string>;

export interface Environment {
  readonly names: ReadonlyMap<string, Meaning>;
  /** Modules of star imports. */
  readonly stars: readonly string[];
}

const NOTHING: Meaning = new Set();

/** A name, and what it means. */
type Bound = readonly [string, Iterable<string>];

/** The names of the module before the split. */
export function environmentBefore({ before }: SplitShape): Environment {
  return environment(
    before,
    (index) => index,
    () => null,
    () => null,
  );
}

/** Looks up the names of a file after the split; imports from the split's own files mean what they mean there. */
export function environmentsAfter(shape: SplitShape, { placed }: Matching): (file: PythonFile) => Environment {
  const family = new Map([shape.facade, ...shape.parts].map((file) => [file.name.dotted, file]));
  const original = new Map<PythonFile, Map<number, number>>();
  for (const [index, { file, statement }] of placed) {
    const known = original.get(file) ?? new Map<number, number>();
    original.set(file, known.set(statement.index, index));
  }
  const done = new Map<PythonFile, Environment>();
  const of = (file: PythonFile): Environment => {
    const known = done.get(file);
    if (known) return known;
    // In an import cycle a file holds what it has bound so far, as while it runs; the order check names what comes too early.
    const made = { names: new Map<string, Set<string>>(), stars: [] };
    done.set(file, made);
    environment(
      file,
      (index) => original.get(file)?.get(index) ?? null,
      (module, name) => {
        const target = family.get(module);
        // `from . import keys` in the package itself asks for a module below it.
        if (target === undefined || target === file || family.has(`${module}.${name}`)) return null;
        const meanings = of(target).names.get(name);
        // What the package does not bind may be a module below it.
        return meanings ?? (shape.submodules.has(`${module}.${name}`) ? null : NOTHING);
      },
      (statement) => (file === shape.facade ? declaredName(shape, statement, of) : null),
      made,
    );
    return made;
  };
  // The package runs before any of its parts.
  of(shape.facade);
  return of;
}

/** What a declaration of the facade binds: what its part holds. */
function declaredName(shape: SplitShape, statement: Statement, of: (file: PythonFile) => Environment): Bound[] | null {
  const declared = declaredBy(shape, statement);
  if (declared === undefined) return null;
  return declared.part === null ? [] : [[declared.name, of(declared.part).names.get(declared.name) ?? NOTHING]];
}

function environment(
  file: PythonFile,
  originalOf: (index: number) => number | null,
  within: (module: string, name: string) => Meaning | null,
  declared: (statement: Statement) => Bound[] | null,
  { names, stars }: { readonly names: Map<string, Set<string>>; readonly stars: string[] } = {
    names: new Map(),
    stars: [],
  },
): Environment {
  const add = (name: string, meanings: Iterable<string>): void => {
    const known = names.get(name) ?? new Set<string>();
    // The last one to bind a name is the last of its meanings.
    for (const meaning of meanings) {
      known.delete(meaning);
      known.add(meaning);
    }
    names.set(name, known);
  };
  for (const statement of file.statements) {
    if (isImport(statement.kind))
      stars.push(...statement.imports.filter(({ star }) => star).map((item) => moduleOf(file, item)));
    const bound = originalOf(statement.index) === null ? declared(statement) : null;
    for (const [name, meanings] of bound ?? meaningsOf(file, statement, originalOf, within)) add(name, meanings);
  }
  return { names, stars };
}

const isImport = (kind: StatementKind): boolean => kind === 'import' || kind === 'guarded' || kind === 'future';

/** What the names that a statement binds mean by it. */
function meaningsOf(
  file: PythonFile,
  statement: Statement,
  originalOf: (index: number) => number | null,
  within: (module: string, name: string) => Meaning | null,
): Bound[] {
  if (isImport(statement.kind)) return statement.imports.flatMap((item) => importedNames(file, item, within));
  if (statement.kind === 'type-checking') return checkedNames(file, statement, within);
  // A constant that type checkers go by: each file may have its own.
  if (isCheckingFlag(statement.text)) return statement.binds.map((name) => [name, ['flag']]);
  const index = originalOf(statement.index);
  const meaning = [index === null ? `new:${statement.key}` : `d${index}`];
  return [...statement.binds, ...statement.rebinds].map((name) => [name, meaning]);
}

/** Names of an `if TYPE_CHECKING:`; what its `else` imports is there at run time. */
function checkedNames(
  file: PythonFile,
  statement: Statement,
  within: (module: string, name: string) => Meaning | null,
): [string, Iterable<string>][] {
  const imported = new Set(statement.imports.flatMap((item) => item.names.map(boundBy)));
  const bound = statement.binds.filter((name) => !imported.has(name));
  return [
    ...statement.imports.flatMap((item) =>
      importedNames(file, item, within).map(([name, meaning]): [string, Iterable<string>] => [
        name,
        item.typeChecking ? [...meaning].map((one) => `t:${one}`) : meaning,
      ]),
    ),
    ...bound.map((name): [string, Iterable<string>] => [name, checkedMeaning(statement, name)]),
  ];
}

/** What is written out for type checkers means the same wherever the same statement is copied to. */
function checkedMeaning({ checked, key }: Statement, name: string): string[] {
  const made = checked.filter(({ binds }) => binds.includes(name)).map((one) => `t:${one.key}`);
  return made.length > 0 ? made : [`t:${key}`];
}

function importedNames(
  file: PythonFile,
  item: PythonImport,
  within: (module: string, name: string) => Meaning | null,
): [string, Iterable<string>][] {
  if (item.kind === 'import')
    return item.names.map((one) => [
      boundBy(one),
      [`m:${one.name}${one.alias === null && one.name.includes('.') ? ' (its top)' : ''}`],
    ]);
  const module = item.kind === 'future' ? '__future__' : moduleOf(file, item);
  return item.names.map((one) => [boundBy(one), within(module, one.name) ?? [`i:${module}:${one.name}`]]);
}
