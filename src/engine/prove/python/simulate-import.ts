import type { PythonImport } from '../../../languages/python/read-imports.ts';
import type { Defect } from './defect.ts';
import { moduleOf } from './import-names.ts';
import type { PythonFile, Statement } from './read-file.ts';

/** Another module is asked for by its name. */
export interface AskedModule {
  readonly module: string;
  readonly path: string;
  /** It is the standard library's, and no file of the workspace. */
  readonly standard: boolean;
  /** Names that the file which was imported first has bound by then. */
  readonly bound: ReadonlySet<string>;
}

/** Something that happens while a module is imported: a statement of the module before runs, or another module is asked for. */
export type ImportEvent = { readonly statement: number } | AskedModule;

export interface Simulated {
  readonly events: readonly ImportEvent[];
  readonly defects: readonly Defect[];
}

interface Running {
  readonly file: PythonFile;
  readonly bound: Set<string>;
  next: number;
  done: boolean;
}

/**
 * Runs the files' top-level statements as an import of the first of them would: depth first, each file once.
 * @param original the statement of the module before that a statement is, if it is one
 * @param standard whether a module is the standard library's
 * @param submodules dotted names of modules that stand beside the files: a package gives them by name without binding them
 */
export function simulateImport(
  files: readonly PythonFile[],
  entry: PythonFile,
  original: (statement: Statement) => number | undefined,
  submodules: ReadonlySet<string>,
  standard: (module: string) => boolean,
): Simulated {
  const family = new Map(files.map((file) => [file.name.dotted, file]));
  const states = new Map<PythonFile, Running>();
  const events: ImportEvent[] = [];
  const defects: Defect[] = [];
  const stack: Running[] = [];
  const start = (file: PythonFile): void => {
    const state = { file, bound: new Set<string>(), next: 0, done: false };
    states.set(file, state);
    stack.push(state);
  };
  start(entry);
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    const statement = top.file.statements[top.next];
    if (!statement) {
      top.done = true;
      stack.pop();
      continue;
    }
    const wanted = familyImports(family, top.file, statement).filter((one) => !isSubmodule(one, submodules));
    const missing = wanted.find(({ file }) => !states.has(file));
    if (missing) {
      start(missing.file);
      continue;
    }
    for (const { file, name } of wanted) {
      const state = states.get(file)!;
      if (!state.done && state !== top && name !== null && !state.bound.has(name))
        defects.push({ path: top.file.path, why: `an import cycle: ${file.name.dotted} has no ${name} yet` });
    }
    top.next += 1;
    const asked = askedModules(family, top.file, statement);
    const bound = asked.length === 0 ? NOTHING : new Set(states.get(entry)!.bound);
    events.push(...asked.map((module) => ({ module, path: top.file.path, standard: standard(module), bound })));
    for (const name of statement.binds) top.bound.add(name);
    const index = original(statement);
    if (index !== undefined) events.push({ statement: index });
  }
  return { events, defects };
}

const NOTHING: ReadonlySet<string> = new Set();

/** `from pkg import words`, where the package binds no such name and a module of it is called so. */
const isSubmodule = (
  { file, name }: { readonly file: PythonFile; readonly name: string | null },
  submodules: ReadonlySet<string>,
): boolean =>
  name !== null &&
  submodules.has(`${file.name.dotted}.${name}`) &&
  !file.statements.some(({ binds }) => binds.includes(name));

const atOnce = ({ scope, typeChecking, kind }: PythonImport): boolean =>
  scope !== 'function' && !typeChecking && kind !== 'future';

function familyImports(
  family: ReadonlyMap<string, PythonFile>,
  file: PythonFile,
  statement: Statement,
): { file: PythonFile; name: string | null }[] {
  return statement.imports.filter(atOnce).flatMap((item) => {
    if (item.kind === 'import')
      return item.names.flatMap(({ name }) => family.get(name) ?? []).map((target) => ({ file: target, name: null }));
    const module = moduleOf(file, item);
    return item.names.flatMap(({ name }) => importedFrom(family, module, name)).filter((one) => one.file !== file);
  });
}

/** What `from module import name` asks of the family: a module of that name, else the name of a module. */
function importedFrom(
  family: ReadonlyMap<string, PythonFile>,
  module: string,
  name: string,
): { file: PythonFile; name: string | null }[] {
  const part = family.get(`${module}.${name}`) ?? (module === '' ? family.get(name) : undefined);
  if (part) return [{ file: part, name: null }];
  const home = family.get(module);
  return home ? [{ file: home, name }] : [];
}

/** Modules that a statement asks for, files of the split aside, each with what is taken from it: that may be a module too. */
function askedModules(family: ReadonlyMap<string, PythonFile>, file: PythonFile, statement: Statement): string[] {
  return statement.imports.filter(atOnce).flatMap((item) => {
    if (item.kind === 'import') return item.names.map(({ name }) => name).filter((name) => !family.has(name));
    const module = moduleOf(file, item);
    const names = item.names.map(({ name }) => (module === '' ? name : `${module}.${name}`));
    return family.has(module) ? [] : [module, ...names.filter((name) => !family.has(name))];
  });
}
