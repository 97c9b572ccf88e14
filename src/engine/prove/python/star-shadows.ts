import type { Defect } from './defect.ts';
import type { Matching } from './match-statements.ts';
import type { Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

/** A star import replaces what is bound above it, for the file that it stands in only: none of that, and not the import, is in a part. */
export function starShadows({ before, facade }: SplitShape, { placed }: Matching): Defect[] {
  const last = before.statements.filter(bringsNames).pop();
  if (!last) return [];
  const defects: Defect[] = [];
  for (const [index, { file, statement }] of placed) {
    if (file === facade) continue;
    if (bringsNames(statement)) defects.push({ path: file.path, why: 'the names of a star import are bound here' });
    else if (index < last.index && statement.binds.length > 0)
      defects.push({ path: file.path, why: `a star import behind it may replace ${statement.binds[0]}` });
  }
  return defects;
}

const bringsNames = ({ imports }: Statement): boolean =>
  imports.some(({ star, scope, typeChecking }) => star && scope === 'module' && !typeChecking);
