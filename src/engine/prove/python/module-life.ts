import { harvestReloads } from '../../../../analyzers/readings/python/harvest-reloads.ts';
import { runsAsProgram, runWithoutFolder } from '../../../../analyzers/readings/python/runs-as-program.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import { identityOf, passedModuleName, renewal } from './generated.ts';
import { modulesAsked } from './import-names.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/** A module that is run as a program, or run again, is what it was then as well. */
export const moduleLife = (before: View, shape: SplitShape): Defect[] =>
  shape.parts.length === 0 ? [] : [...asProgram(before, shape), ...runAgain(before, shape)];

/** What a file makes while it is `__main__` belongs to `__main__`: its parts read that name from it, and it has set it before. */
function asProgram(view: View, { before, facade, parts }: SplitShape): Defect[] {
  const alone = before.name.package === '' ? runWithoutFolder(view, before.path) : null;
  if (alone !== null)
    return [{ path: facade.path, why: `loaded by its path it does not find its parts, which lie beside it: ${alone}` }];
  const why = runsAsProgram(view, before.path);
  if (why === null) return [];
  const { dotted } = before.name;
  const named = parts.map((part) => ({ part, own: part.statements.flatMap(({ text }) => identityOf(text) ?? [])[0] }));
  const asking = named.filter(({ own }) => own?.asRun === true && own.name === dotted);
  const strange = named.find(({ own }) => own !== undefined && !own.asRun);
  if (strange)
    return [{ path: strange.part.path, why: `it sets its name to ${dotted} where that is __main__: ${why}` }];
  if (isLost(before) && parts.length > 0)
    return [{ path: facade.path, why: `run by its path it is in no package, and does not find its parts: ${why}` }];
  const namedAt = facade.statements.findIndex(({ text }) => passedModuleName(text) === dotted);
  return asking.length > 0 && (namedAt === -1 || namedAt > firstImport(facade, parts))
    ? [{ path: facade.path, why: `its parts need the module's name when ${dotted} is run, and do not get it` }]
    : [];
}

/** A file of a package that nothing of its own family is imported by: run by its path it needs no package, but for its parts. */
const isLost = ({ path, name, statements }: PythonFile): boolean =>
  name.package !== '' &&
  !path.endsWith('/__main__.py') &&
  !statements.some(({ kind, imports: all }) =>
    all.some(
      (item) =>
        kind === 'import' &&
        (item.level > 0 || modulesAsked({ name }, item).some((one) => one.split('.')[0] === name.dotted.split('.')[0])),
    ),
  );

/** Where a facade first imports one of its parts. */
const firstImport = (facade: PythonFile, parts: readonly PythonFile[]): number =>
  facade.statements.findIndex((statement) => parts.some((part) => imports(facade, statement, part)));

/** A statement that has a part loaded when it runs. */
const imports = (file: PythonFile, statement: Statement, { name }: PythonFile): boolean =>
  statement.imports.some(
    (item) => item.scope !== 'function' && !item.typeChecking && modulesAsked(file, item).includes(name.dotted),
  );

/** What the workspace reloads is made anew as a whole: the facade has its parts run again first, each behind those that it needs. */
function runAgain(view: View, shape: SplitShape): Defect[] {
  const { before, facade, parts } = shape;
  const renewed = renewal(shape);
  const defectOf = (why: string): Defect[] => [{ path: facade.path, why }];
  if (renewed === null) {
    const [site] = harvestReloads(view, before);
    return site
      ? defectOf(`${site.path}:${site.line} reloads ${before.name.dotted}, and would not reload its parts`)
      : [];
  }
  const place = ({ name }: PythonFile): number => renewed.parts.indexOf(name.dotted);
  const missed = parts.find((part) => place(part) === -1);
  if (missed) return defectOf(`${missed.name.dotted} is not reloaded with the other parts`);
  if (renewed.index > firstImport(facade, parts)) return defectOf('its parts are reloaded after their imports');
  const early = parts.find((part) => parts.some((other) => needs(part, other) && place(other) > place(part)));
  return early ? defectOf(`${early.name.dotted} is reloaded before what it needs`) : [];
}

const needs = (part: PythonFile, other: PythonFile): boolean =>
  part !== other && part.statements.some((statement) => imports(part, statement, other));
