import { plainOrigins } from '../../../../analyzers/readings/python/plain-origins.ts';
import { postedNames } from '../../../languages/python/posted-names.ts';
import type { View } from '../../../workspace/view.ts';
import type { Defect } from './defect.ts';
import { isIdentity } from './generated.ts';
import { boundBy, modulesAsked } from './import-names.ts';
import type { Matching } from './match-statements.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What makes a class may read its annotations while it does so, in the namespace of the module that the class names: there each name has to
 * be there, or not be there, as it was.
 */
export function postedModels(before: View, shape: SplitShape, { placed }: Matching): Defect[] {
  const syntax = before.syntax(shape.before.path);
  const { statements } = shape.before;
  return postedNames(syntax, plainOrigins(before, shape.before.name)).flatMap(({ name, owner, at }): Defect[] => {
    const statement = statements.find(({ start, end }) => start <= at && at < end);
    const now = statement && placed.get(statement.index);
    if (!now || now.file === shape.facade || !now.file.statements.some(({ text }) => isIdentity(text))) return [];
    const earlier = statements.slice(0, statement.index).some((one) => givesName(one, name));
    const later = heldBefore(shape, now.file).some((one) => givesName(one, name));
    if (earlier === later) return [];
    const state = earlier ? 'does not define it yet' : 'already defines it';
    return [{ path: now.file.path, why: `what makes ${owner} may look up ${name} in the module, which ${state}` }];
  });
}

const givesName = ({ binds, imports, kind }: Statement, name: string): boolean =>
  kind !== 'type-checking' &&
  (binds.includes(name) ||
    imports.some((item) => !item.typeChecking && item.names.some((one) => boundBy(one) === name)));

/** Statements of the facade that have run when a part begins to. */
function heldBefore({ facade, parts }: SplitShape, part: PythonFile): readonly Statement[] {
  const loads = (statement: Statement, file: PythonFile): PythonFile[] =>
    parts.filter((one) =>
      statement.imports.some(
        (item) => item.scope !== 'function' && !item.typeChecking && modulesAsked(file, item).includes(one.name.dotted),
      ),
    );
  const reached = (from: readonly PythonFile[]): Set<PythonFile> => {
    const seen = new Set(from);
    // A set that grows while it is walked is walked to its end.
    for (const file of seen) for (const one of file.statements) for (const next of loads(one, file)) seen.add(next);
    return seen;
  };
  const first = facade.statements.findIndex((statement) => reached(loads(statement, facade)).has(part));
  return facade.statements.slice(0, Math.max(0, first));
}
