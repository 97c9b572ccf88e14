import { kindOf, type Node, type Syntax, textOf } from '../syntax.ts';
import { FOR_A_LINE, isFileWide } from './tool-comments.ts';

const SPEAKS_FOR_FILE =
  /@license|@preserve|@file|@module|@jsx|@ts-(no)?check|@flow|eslint-(?!disable-(next-)?line)|copyright|sourceMappingURL|^\/\/\/\s*</i;

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
      const text = textOf(syntax, comment);
      if (lines > 2 || SPEAKS_FOR_FILE.test(text) || isFileWide(text) || kindOf(syntax, comment) === 'hash_bang_line')
        break;
      below = syntax.start[comment]!;
      count -= 1;
    }
  }
  // Above an import everything applies to the file, but for what a linter obeys on the next line.
  while (first !== undefined && count > 0 && isForTheNext(syntax, top[count - 1]!, top[count]!)) count -= 1;
  const bom = syntax.text.startsWith('\uFEFF') ? 1 : 0;
  return { end: count === 0 ? bom : syntax.end[top[count - 1]!]!, count };
}

const isForTheNext = (syntax: Syntax, comment: Node, below: Node): boolean =>
  FOR_A_LINE.test(textOf(syntax, comment)) &&
  syntax.text.slice(syntax.end[comment]!, syntax.start[below]!).split('\n').length === 2;

const isOfFile = (syntax: Syntax, statement: Node): boolean =>
  kindOf(syntax, statement) === 'import_statement' ||
  (kindOf(syntax, statement) === 'expression_statement' && kindOf(syntax, statement + 1) === 'string');
