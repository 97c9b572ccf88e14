import type { Outline } from '../../../core/unit.ts';
import { conflicts, isOrdered } from '../../../languages/python/module-effects.ts';
import type { Defect } from './defect.ts';
import { boundBy, moduleOf } from './import-names.ts';
import type { Matching } from './match-statements.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/** P4: importing the facade, or any part first, runs the old statements in an order that cannot be told from the old one. */
export function importOrder(shape: SplitShape, matching: Matching, outline: Outline): Defect[] {
  const { order, defects } = simulate(shape, matching, shape.facade);
  for (const part of shape.parts) defects.push(...simulate(shape, matching, part).defects);
  const position = new Map(order.map((index, i) => [index, i]));
  for (const [index, { file }] of matching.placed)
    if (!position.has(index) && !defects.some(({ path }) => path === file.path))
      defects.push({ path: file.path, why: 'the facade does not import it' });
  return [...unique(defects), ...eagerReads(shape, matching, position), ...effects(shape, matching, position, outline)];
}

const unique = (defects: readonly Defect[]): Defect[] => [
  ...new Map(defects.map((one) => [`${one.path} ${one.why}`, one])).values(),
];

interface Running {
  readonly file: PythonFile;
  readonly bound: Set<string>;
  next: number;
  done: boolean;
}

/** Runs the files' top-level statements as an import of one of them would: depth first, each file once. */
function simulate(shape: SplitShape, { placed }: Matching, entry: PythonFile): { order: number[]; defects: Defect[] } {
  const family = new Map([shape.facade, ...shape.parts].map((file) => [file.name.dotted, file]));
  const origin = new Map([...placed].map(([index, { statement }]) => [statement, index]));
  const states = new Map<PythonFile, Running>();
  const order: number[] = [];
  const defects: Defect[] = [];
  const stack: Running[] = [];
  const start = (file: PythonFile): void => {
    const state = { file, bound: new Set<string>(), next: 0, done: false };
    states.set(file, state);
    stack.push(state);
  };
  // A part of a package is imported after the package itself.
  start(shape.facade.name.init ? shape.facade : entry);
  for (let top = stack[stack.length - 1]; top; top = stack[stack.length - 1]) {
    const statement = top.file.statements[top.next];
    if (!statement) {
      top.done = true;
      stack.pop();
      continue;
    }
    const wanted = familyImports(family, top.file, statement).filter((one) => !isSubmodule(shape, one));
    const missing = wanted.find(({ file }) => !states.has(file));
    if (missing) {
      start(missing.file);
      continue;
    }
    for (const { file, name } of wanted) {
      const state = states.get(file)!;
      if (!state.done && state !== top && name !== null && !state.bound.has(name))
        defects.push({ path: top.file.path, why: `a circle of imports: ${file.name.dotted} has no ${name} yet` });
    }
    top.next += 1;
    for (const name of statement.binds) top.bound.add(name);
    const index = origin.get(statement);
    if (index !== undefined) order.push(index);
  }
  return { order, defects };
}

/** `from pkg import words`, where the package has no such name and a module of it is called so. */
const isSubmodule = (
  { facade, submodules }: SplitShape,
  { file, name }: { readonly file: PythonFile; readonly name: string | null },
): boolean =>
  name !== null &&
  file === facade &&
  submodules.has(`${facade.name.dotted}.${name}`) &&
  !facade.statements.some(({ binds }) => binds.includes(name));

function familyImports(
  family: ReadonlyMap<string, PythonFile>,
  file: PythonFile,
  statement: Statement,
): { file: PythonFile; name: string | null }[] {
  return statement.imports.flatMap((item) => {
    if (item.scope === 'function' || item.typeChecking) return [];
    if (item.kind === 'import')
      return item.names.flatMap(({ name }) => {
        const target = family.get(name);
        return target ? [{ file: target, name: null }] : [];
      });
    const module = moduleOf(file, item);
    return item.names.flatMap(({ name }) => {
      const part = family.get(`${module}.${name}`) ?? (module === '' ? family.get(name) : undefined);
      const target = part ?? family.get(module);
      return target && target !== file ? [{ file: target, name: part ? null : name }] : [];
    });
  });
}

/** What a statement reads while it runs is bound by the same statements as before. */
function eagerReads(shape: SplitShape, { placed }: Matching, position: ReadonlyMap<number, number>): Defect[] {
  const binders = new Map<string, number[]>();
  for (const { binds, index } of shape.before.statements)
    for (const name of binds) if (placed.has(index)) binders.set(name, [...(binders.get(name) ?? []), index]);
  const defects: Defect[] = [];
  for (const [index, { file, statement }] of placed) {
    const at = position.get(index);
    const origin = shape.before.statements[index]!;
    for (const { name, eager } of origin.reads) {
      if (!eager) continue;
      for (const binder of binders.get(name) ?? [])
        if (at !== undefined && position.has(binder) && binder < index !== position.get(binder)! < at) {
          defects.push({
            path: file.path,
            why: `${name} is read while the module is imported, and is bound ${binder < index ? 'later' : 'earlier'} now`,
          });
          break;
        }
      const first = file.statements.find(({ binds }) => binds.includes(name));
      if (first && first.index > statement.index && boundEarlier(shape, name, index))
        defects.push({ path: file.path, why: `${name} is read above the line that binds it` });
    }
  }
  return unique(defects);
}

const boundEarlier = (shape: SplitShape, name: string, index: number): boolean =>
  shape.before.statements.some(
    (statement) =>
      statement.index < index &&
      (statement.binds.includes(name) ||
        statement.imports.some((item) => item.names.some((one) => boundBy(one) === name))),
  );

/** Statements with effects that touch the same state keep their order. */
function effects(
  shape: SplitShape,
  { placed }: Matching,
  position: ReadonlyMap<number, number>,
  outline: Outline,
): Defect[] {
  const all = outline.effects ?? [];
  const busy = outline.units.flatMap((unit, i) => {
    const effect = all[i]!;
    const first = shape.before.statements.find(({ start, end }) => start >= unit.start && end <= unit.end);
    const at = first && position.get(first.index);
    return at !== undefined && isOrdered(effect) ? [{ unit, effect, at, index: first!.index }] : [];
  });
  const defects: Defect[] = [];
  for (const [k, a] of busy.entries())
    for (const b of busy.slice(k + 1))
      if (a.at > b.at && conflicts(a.effect, b.effect))
        defects.push({
          path: placed.get(b.index)!.file.path,
          why: `${b.unit.id} runs before ${a.unit.id} now, and both touch the same state`,
        });
  return defects;
}
