import { moduleFile } from '../../../../analyzers/readings/python/module-file.ts';
import type { Outline } from '../../../core/unit.ts';
import { isStandard } from '../../../languages/python/stdlib-modules.ts';
import type { View } from '../../../workspace/view.ts';
import { boundForOthers } from './bound-for-others.ts';
import type { Defect } from './defect.ts';
import { effectOrder, sameModules } from './effect-order.ts';
import { boundBy } from './import-names.ts';
import type { Matching } from './match-statements.ts';
import type { Statement } from './read-file.ts';
import { simulateImport } from './simulate-import.ts';
import type { SplitShape } from './split-shape.ts';

/** P4: importing the facade, or any part first, runs the old statements in an order that cannot be told from the old one. */
export function importOrder(view: View, shape: SplitShape, matching: Matching, outline: Outline): Defect[] {
  const { before, facade, parts } = shape;
  const origin = new Map([...matching.placed].map(([index, { statement }]) => [statement, index]));
  const standard = (module: string): boolean =>
    isStandard(module) && moduleFile(view, module.split('.', 1)[0]!) === null;
  // A part of a package is imported after the package itself.
  const runs = [facade, ...(facade.name.init ? [] : parts)].map((entry) =>
    simulateImport([facade, ...parts], entry, (statement) => origin.get(statement), shape.submodules, standard),
  );
  const old = simulateImport([before], before, ({ index }) => index, shape.submodules, standard).events;
  const now = runs[0]!.events;
  const position = new Map(
    now.flatMap((event, index) => ('statement' in event ? [[event.statement, index] as const] : [])),
  );
  const defects = runs.flatMap((run) => run.defects);
  for (const [index, { file }] of matching.placed)
    if (!position.has(index) && !defects.some(({ path }) => path === file.path))
      defects.push({ path: file.path, why: 'the facade does not import it' });
  return [
    ...unique(defects),
    ...eagerReads(shape, matching, position),
    ...sameModules(shape, old, now),
    ...effectOrder(shape, matching, outline, old, now),
    ...boundForOthers(view, shape, old, now),
  ];
}

const unique = (defects: readonly Defect[]): Defect[] => [
  ...new Map(defects.map((one) => [`${one.path} ${one.why}`, one])).values(),
];

/** What a statement reads while it runs is bound by the same statements as before. */
function eagerReads(shape: SplitShape, { placed }: Matching, position: ReadonlyMap<number, number>): Defect[] {
  const binders = new Map<string, number[]>();
  for (const { binds, index } of shape.before.statements)
    for (const name of binds) if (placed.has(index)) binders.set(name, [...(binders.get(name) ?? []), index]);
  const defects: Defect[] = [];
  for (const [index, { file, statement }] of placed) {
    const place = position.get(index);
    const origin = shape.before.statements[index]!;
    for (const { name } of eagerOf(origin)) {
      for (const binder of binders.get(name) ?? [])
        if (place !== undefined && position.has(binder) && binder < index !== position.get(binder)! < place) {
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

/** `__name__` is each file's own: judged where it is read, and by what the files call themselves. */
const eagerOf = ({ reads }: Statement): Statement['reads'] =>
  reads.filter(({ name, eager }) => eager && name !== '__name__');

const boundEarlier = (shape: SplitShape, name: string, index: number): boolean =>
  shape.before.statements.some(
    (statement) =>
      statement.index < index &&
      (statement.binds.includes(name) ||
        statement.imports.some((item) => item.names.some((one) => boundBy(one) === name))),
  );
