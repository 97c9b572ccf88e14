import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';

const SPEAKS_FOR_FILE =
  /@license|@preserve|@file|@module|@jsx|@ts-(no)?check|@flow|eslint-|copyright|sourceMappingURL|^\/\/\/\s*</i;

/** What stands above the first statement and belongs to the file: `#!`, licence, reference lines, linter comments. `count` nodes of it. */
export function readJsHeader(syntax: Syntax, top: readonly Node[]): { readonly end: number; readonly count: number } {
  let count = 0;
  while (count < top.length && /^(comment|html_comment|hash_bang_line)$/.test(kindOf(syntax, top[count]!))) count += 1;
  const first = top[count];
  if (first !== undefined && !isOfFile(syntax, first)) {
    let below = syntax.start[first]!;
    while (count > 0) {
      const comment = top[count - 1]!;
      const lines = syntax.text.slice(syntax.end[comment]!, below).split('\n').length;
      if (lines > 2 || SPEAKS_FOR_FILE.test(textOf(syntax, comment)) || kindOf(syntax, comment) === 'hash_bang_line')
        break;
      below = syntax.start[comment]!;
      count -= 1;
    }
  }
  const bom = syntax.text.startsWith('\uFEFF') ? 1 : 0;
  return { end: count === 0 ? bom : syntax.end[top[count - 1]!]!, count };
}

const isOfFile = (syntax: Syntax, statement: Node): boolean =>
  kindOf(syntax, statement) === 'import_statement' ||
  (kindOf(syntax, statement) === 'expression_statement' && kindOf(syntax, statement + 1) === 'string');
