import type { Source } from '../../../analyzers/readings/python/source.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Unit } from '../../../src/core/unit.ts';
import type { PythonImport } from '../../../src/languages/python/read-imports.ts';
import type { Lifted } from './lift-part.ts';
import { isPlain, type Member } from './read-family.ts';

/**
 * The text of the facade with each part where it was imported first.
 * @param gone statements that lead to parts
 * @param devices units that have no use without parts
 */
export function writeFacade(
  facade: Source,
  gone: ReadonlySet<PythonImport>,
  lifted: readonly (Lifted & { readonly member: Member })[],
  devices: readonly Unit[],
): string {
  const { text, newline } = facade;
  const bodies = new Map(
    [...gone].map((statement) => [statement, lifted.filter(({ member }) => member.at === statement)]),
  );
  let written = '';
  let at = 0;
  // Blank lines that are due above what comes next.
  let gap: number | null = null;
  const say = (piece: string): void => {
    if (gap !== null && piece.trim() !== '') {
      const above = written.trimEnd();
      written = `${above}${above === '' ? '' : newline.repeat(gap + 1)}${piece.replace(/^(?:[ \t]*\r?\n)+/, '')}`;
      gap = null;
    } else if (gap === null) written += piece;
  };
  const removed = [
    ...[...gone].filter(isPlain).map((statement) => ({ statement, ...lineOf(text, statement) })),
    ...devices.map(({ body }) => ({ statement: null, ...lineOf(text, body) })),
  ].sort((a, b) => a.start - b.start);
  for (const { statement, start, end } of removed) {
    say(text.slice(at, start));
    at = end;
    const here = statement === null ? [] : bodies.get(statement)!;
    const imports = here.flatMap((one) => one.imports);
    const blocks = here.map(({ body }) => body).filter((body) => body !== '');
    if (imports.length > 0) {
      gap ??= 0;
      say(`${imports.join(newline)}${newline}`);
    }
    if (blocks.length === 0) continue;
    gap = 2;
    say(`${blocks.join(newline.repeat(3))}${newline}`);
    gap = 2;
  }
  say(text.slice(at));
  return `${written.trimEnd()}${newline}`;
}

/** The whole lines of a statement. */
function lineOf(text: string, { start, end }: Range): Range {
  const newline = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: newline === -1 ? text.length : newline + 1 };
}
