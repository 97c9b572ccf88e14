import { asksForFolder } from '../../../../analyzers/readings/python/folder-of-file.ts';
import { BUILTIN_NAMES, FORMER_BUILTINS, MODULE_ATTRIBUTES } from '../../../languages/python/builtin-names.ts';
import { partVariables } from './declared-names.ts';
import type { Defect } from './defect.ts';
import { type Environment, environmentBefore, environmentsAfter, type Meaning } from './environment.ts';
import { importedIn } from './gained-names.ts';
import { identityOf, liveTable } from './generated.ts';
import { calledAs } from './given-names.ts';
import { moduleOf } from './import-names.ts';
import { liveUnseen } from './live-unseen.ts';
import type { Matching } from './match-statements.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';
import { writtenReads } from './written-reads.ts';

/** What else is known of the module before. */
export interface Known {
  /** Names that it binds on some paths only. */
  readonly uncertain: ReadonlySet<string>;
  /** It may bind names of its own that no line spells. */
  readonly makesNames: boolean;
  /** Others set the name as an attribute of the module: whether the facade hands it on to its parts is judged with the patches. */
  readonly isSet: (name: string) => boolean;
  /** The split is a join, read backwards: names that imports alone give the joined file are judged by `firstGained`. */
  readonly isJoin: boolean;
}

/** P3: every name that a statement reads, and every name of the module's own, means what it meant. */
export function resolveReads(shape: SplitShape, matching: Matching, known: Known): Defect[] {
  const before = environmentBefore(shape);
  const after = environmentsAfter(shape, matching);
  const defects: Defect[] = [];
  for (const [index, { file, statement }] of matching.placed) {
    const origin = shape.before.statements[index]!;
    const now = after(file);
    const spoken = new Set(origin.reads.filter(({ quoted }) => !quoted).map(({ name }) => name));
    for (const name of new Set(origin.reads.map((read) => read.name))) {
      const specialReason = special(shape, file, statement, name, before);
      const why = specialReason === undefined ? differs(name, lookUp(before, name), lookUp(now, name)) : specialReason;
      if (why !== null) defects.push({ path: file.path, why });
      else if (file !== shape.facade && spoken.has(name) && isMade(before, name, known))
        defects.push({
          path: file.path,
          why: `${name} may be written into the namespace of the module, not into this one`,
        });
    }
    if (file !== shape.facade && /\b(globals|vars|locals|dir)\(\s*\)/.test(statement.text) && asksNamespace(statement))
      defects.push({ path: file.path, why: 'it reads its own namespace, which is now another one' });
  }
  defects.push(
    ...namesKept(shape, before, after(shape.facade), new Set(known.isJoin ? importedIn(shape.before) : [])),
    ...checkedReads(shape, before, after),
    ...writtenReads(shape, matching, after),
    ...reboundTogether(shape, matching),
    ...liveUnseen(shape, known.uncertain),
    ...guarded(shape, known.uncertain),
  );
  return defects;
}

/** What is copied for type checkers alone reads what it read. */
const checkedReads = (shape: SplitShape, before: Environment, after: (file: PythonFile) => Environment): Defect[] =>
  [shape.facade, ...shape.parts].flatMap((file) =>
    file.statements
      .filter(({ checked }) => checked.length > 0)
      .flatMap(({ reads }) => [...new Set(reads.map(({ name }) => name))])
      .flatMap((name): Defect[] => {
        const why = before.names.has(name) ? differs(name, lookUp(before, name), lookUp(after(file), name)) : null;
        return why === null ? [] : [{ path: file.path, why }];
      }),
  );

function lookUp({ names, stars }: Environment, name: string): Meaning {
  const known = names.get(name);
  if (known && known.size > 0) return known;
  return BUILTIN_NAMES.has(name) || name.startsWith('__') ? new Set() : new Set(stars.map((star) => `s:${star}`));
}

/** No line binds the name, and neither Python nor a star import has it: something writes it into the namespace of the module. */
const isMade = ({ names, stars }: Environment, name: string, { makesNames, isSet }: Known): boolean =>
  !names.has(name) &&
  !BUILTIN_NAMES.has(name) &&
  !name.startsWith('__') &&
  (makesNames || (stars.length === 0 && !FORMER_BUILTINS.has(name) && !isSet(name)));

/** The same meanings, and the same one last: it is the one that counts where no branch decides. */
const same = (a: Meaning, b: Meaning): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one)) && [...a].at(-1) === [...b].at(-1);

function differs(name: string, before: Meaning, after: Meaning): string | null {
  if (same(before, after)) return null;
  if (after.size === 0) return `${name} is not defined there`;
  if (before.size === 0) return `${name} was a builtin, and means something else there`;
  return `${name} means something else there`;
}

/** Names that the import system gives to each module: why one is another there, null if it is not, undefined for any other name. */
function special(
  shape: SplitShape,
  file: PythonFile,
  statement: Statement,
  name: string,
  before: Environment,
): string | null | undefined {
  const given = calledAs(shape.before);
  if (name === '__name__' && given !== null) {
    const now = nameAt(file, statement);
    return now === given ? null : `__name__ is ${now} there`;
  }
  if (before.names.has(name) || !MODULE_ATTRIBUTES.has(name)) return undefined;
  return file === shape.facade && file.path === shape.before.path ? null : ofOtherFile(shape, file, statement, name);
}

/** Whether an attribute of a module may be another one in a file that is not the module's own. */
function ofOtherFile(shape: SplitShape, file: PythonFile, statement: Statement, name: string): string | null {
  if (name === '__doc__') return file === shape.facade ? null : '__doc__ is the documentation of another file there';
  if (name === '__annotations__')
    return file === shape.facade ? null : '__annotations__ has the annotated names of another file there';
  if (name === '__package__')
    return file.name.package === shape.before.name.package ? null : '__package__ is another one there';
  if (name === '__file__') return readsFolder(shape, file, statement) ? null : '__file__ is another file there';
  return /^__(path|spec|loader|cached)__$/.test(name) ? `${name} is another file's there` : null;
}

const asksNamespace = (statement: Statement): boolean =>
  statement.reads.some(({ name }) => name === 'globals') || !/^(@|def |class |async def )/.test(statement.text);

/**
 * Every name of the module before is a name of the facade, with the same meaning; rebound ones are asked for at each access.
 * @param mayLack names that the facade need not have
 */
function namesKept(shape: SplitShape, old: Environment, now: Environment, mayLack: ReadonlySet<string>): Defect[] {
  const { before, facade } = shape;
  const live = liveTable(shape);
  const variables = partVariables(shape);
  const rebound = new Set(before.statements.flatMap(({ rebinds }) => rebinds));
  const gone = new Set(
    before.statements
      .flatMap(({ deletes }) => deletes)
      .filter((name) => lastBinder(before, name)?.deletes.includes(name)),
  );
  const defects: Defect[] = [];
  const addDefect = (why: string): unknown => defects.push({ path: facade.path, why });
  const isFree = (name: string): boolean => gone.has(name) || (mayLack.has(name) && !now.names.has(name));
  for (const [name, meaning] of [...old.names].filter(([one]) => !isFree(one))) {
    const home = homeOf(shape, name);
    if (rebound.has(name) && home !== null && home !== facade) {
      const isValue = [...(now.names.get(name) ?? [])].some((one) => !one.startsWith('t:'));
      if (isValue) addDefect(`${name} is a copy that goes stale when ${home.name.dotted} rebinds it`);
      else if (variables.get(live.get(name) ?? '') !== home)
        addDefect(`${name} is gone: the facade does not re-export it from ${home.name.dotted}`);
      continue;
    }
    const after = now.names.get(name);
    if (after === undefined || after.size === 0) addDefect(`the name ${name} is lost`);
    else if (!same(meaning, after)) addDefect(`${name} of the module means something else`);
  }
  if (old.stars.join() !== now.stars.join()) addDefect('star imports differ');
  return defects;
}

const lastBinder = (file: PythonFile, name: string): Statement | undefined =>
  file.statements.filter(({ binds }) => binds.includes(name)).pop();

/** The file whose functions rebind a name. */
const homeOf = (shape: SplitShape, name: string): PythonFile | null =>
  [shape.facade, ...shape.parts].find((file) => file.statements.some(({ rebinds }) => rebinds.includes(name))) ?? null;

/** A name that functions rebind lives in one file with all that read it. */
function reboundTogether(shape: SplitShape, { placed }: Matching): Defect[] {
  const defects: Defect[] = [];
  for (const name of new Set(shape.before.statements.flatMap(({ rebinds }) => rebinds))) {
    const home = homeOf(shape, name);
    for (const { file, statement } of placed.values()) {
      const uses = [...statement.binds, ...statement.rebinds, ...statement.reads.map((read) => read.name)].includes(
        name,
      );
      if (uses && file !== home)
        defects.push({
          path: file.path,
          why: `${name} is rebound in ${home?.name.dotted ?? 'no file'}, and read or bound here`,
        });
    }
  }
  return defects;
}

/** A name that exists on some paths only is imported under `try`. */
function guarded(shape: SplitShape, uncertain: ReadonlySet<string>): Defect[] {
  const family = new Set([shape.facade, ...shape.parts].map((file) => file.name.dotted));
  return [shape.facade, ...shape.parts].flatMap((file) => {
    const imports = file.statements.flatMap((statement) => (statement.kind === 'import' ? statement.imports : []));
    const fromFamily = imports.filter((item) => item.kind === 'from' && family.has(moduleOf(file, item)));
    return fromFamily.flatMap(({ names }): Defect[] => {
      const one = names.find(({ name }) => uncertain.has(name));
      return one
        ? [{ path: file.path, why: `${one.name} is not defined on all paths, and is imported as if it were` }]
        : [];
    });
  });
}

/** What `__name__` holds where a statement runs. */
function nameAt({ statements, name }: PythonFile, statement: Statement): string {
  const identity = statements.find((one) => identityOf(one.text) !== null);
  return identity && identity.index < statement.index ? identityOf(identity.text)!.name : name.dotted;
}

/** Whether only the folder of `__file__` is read, and it is that of the module before. */
function readsFolder(shape: SplitShape, file: PythonFile, { text }: Statement): boolean {
  const folders = [file.path, shape.before.path].map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  return (
    folders[0] === folders[1] && [...text.matchAll(/\b__file__\b/g)].every(({ index }) => asksForFolder(text, index))
  );
}
