import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { isFileComment } from './file-hazards.ts';

export interface Header {
  /** Offset behind the last comment that belongs to the file, or behind a byte order mark, or 0. */
  readonly end: number;
  readonly comments: readonly Node[];
}

/**
 * The comments above the first statement that refer to the file: shebang, cookie, licence, linter lines. Those directly above a definition
 * are its own, those directly above an import or the docstring are the file's.
 */
export function readHeader(syntax: Syntax, top: readonly Node[]): Header {
  const count = top.findIndex((node) => kindOf(syntax, node) !== 'comment');
  const leading = count === -1 ? top : top.slice(0, count);
  const first = count === -1 ? -1 : top[count]!;
  let size = leading.length;
  if (first !== -1 && !belongsToFile(syntax, first)) {
    let below = syntax.start[first]!;
    while (size > 0 && syntax.text.slice(syntax.end[leading[size - 1]!]!, below).split('\n').length === 2) {
      if (isFileComment(textOf(syntax, leading[size - 1]!))) break;
      size -= 1;
      below = syntax.start[leading[size]!]!;
    }
  }
  const bom = syntax.text.startsWith('\uFEFF') ? 1 : 0;
  const comments = leading.slice(0, size);
  return { end: size === 0 ? bom : syntax.end[comments[size - 1]!]!, comments };
}

function belongsToFile(syntax: Syntax, statement: Node): boolean {
  const kind = kindOf(syntax, statement);
  if (kind.startsWith('import') || kind === 'future_import_statement') return true;
  return kind === 'expression_statement' && /string$/.test(kindOf(syntax, statement + 1));
}
