import { BUILTIN_NAMES, MODULE_ATTRIBUTES } from '../../../languages/python/builtin-names.ts';
import type { Defect } from './defect.ts';
import type { Environment } from './environment.ts';
import type { Matching } from './match-statements.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/**
 * What a split writes by itself reads names too: the condition of a copied block, a part that the facade asks. Each is bound in its file,
 * and above, where it is read while the file runs.
 */
export function writtenReads(
  { facade, parts }: SplitShape,
  { placed }: Matching,
  environmentOf: (file: PythonFile) => Environment,
): Defect[] {
  const known = new Set([...placed.values()].map(({ statement }) => statement));
  return [facade, ...parts].flatMap((file) => {
    const first = firstBinders(file);
    const { names, stars } = environmentOf(file);
    return file.statements
      .filter((statement) => !known.has(statement) && statement.kind !== 'future')
      .flatMap((statement) => statement.reads.map((read) => ({ ...read, statement, eager: runs(statement, read) })))
      .filter(({ name }) => !BUILTIN_NAMES.has(name) && !MODULE_ATTRIBUTES.has(name))
      .flatMap(({ name, eager, statement }): Defect[] => {
        const late = eager && (first.get(name) ?? 0) > statement.index;
        if ((names.has(name) || stars.length > 0) && !late) return [];
        return [{ path: file.path, why: `${name} is not defined ${late ? 'yet ' : ''}where a copied line reads it` }];
      });
  });
}

/** Of a block for type checkers, only the condition is ever read. */
const runs = (
  { kind, start, text }: Statement,
  { at: offset, eager }: { readonly at: number; readonly eager: boolean },
) => (kind === 'type-checking' ? offset < start + text.indexOf(':') : eager);

/** The first statement of a file that binds each name. */
function firstBinders({ statements }: PythonFile): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  const add = ({ index, binds }: Statement): void => {
    for (const name of binds) if (!first.has(name)) first.set(name, index);
  };
  statements.forEach(add);
  return first;
}
