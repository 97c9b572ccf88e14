import type { Defect } from './defect.ts';
import { isIdentity } from './generated.ts';
import type { PythonFile, Statement } from './read-file.ts';
import type { SplitShape } from './split-shape.ts';

const plain = (text: string): string => text.replace(/\r\n/g, '\n');

/** A statement of a part that sets an object's module name again, right behind the one that made it. */
export const isRetelling = (file: PythonFile, statement: Statement): boolean =>
  file.frameNamed.some(
    ({ maker, retelling }) => retelling === plain(statement.text) && told(file, maker).includes(statement),
  );

/** What stands directly behind a statement: strings that document it, and statements that set the module name again. */
function told(file: PythonFile, maker: number): Statement[] {
  const texts = new Set(file.frameNamed.map(({ retelling }) => retelling));
  const found: Statement[] = [];
  for (const statement of file.statements.slice(maker + 1)) {
    if (!statement.inert && !texts.has(plain(statement.text))) break;
    found.push(statement);
  }
  return found;
}

/**
 * Since Python 3.12 what takes the module's name from the frame takes the part's, whatever `__name__` is there: it has to be set again
 * before anything else runs.
 */
export function unnamedModules({ parts }: SplitShape): Defect[] {
  return parts
    .filter(({ statements }) => statements.some(({ text }) => isIdentity(text)))
    .flatMap((part) =>
      part.frameNamed
        .filter(({ maker, retelling }) => !told(part, maker).some(({ text }) => plain(text) === retelling))
        .map(
          ({ call }): Defect => ({
            path: part.path,
            why: `${call} reads its module name from the frame, which is ${part.name.dotted} since Python 3.12`,
          }),
        ),
    );
}
