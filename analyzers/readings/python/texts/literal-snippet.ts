import { type LineStarts, lineAt } from '../../../../src/core/lines.ts';
import { kindOf, type Node, type Syntax, textOf } from '../../../../src/languages/syntax.ts';
import { dedented } from './dedent.ts';
import type { Snippet } from './snippet.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\n': '\n',
  '\\t': '\t',
  '\\r': '',
  '\\\n': '',
  '\\"': '"',
  "\\'": "'",
  '\\\\': '\\',
};

/** What a string, or strings that stand side by side, holds as it is read by Python, set in as little as its lines allow. */
export function literalSnippet(syntax: Syntax, node: Node, starts: LineStarts): Snippet {
  let text = '';
  const lines: number[] = [];
  for (let inner = node; inner < syntax.after[node]!; inner++) {
    if (kindOf(syntax, inner) !== 'string') continue;
    const first = lineAt(starts, syntax.start[inner]!);
    // The one before may have ended its line.
    if (text === '' || text.endsWith('\n')) lines[Math.max(0, lines.length - 1)] = first;
    text += readLines(textOf(syntax, inner), first, lines);
    // What an f-string computes holds strings of its own.
    inner = syntax.after[inner]! - 1;
  }
  return { text: dedented(text), lines };
}

/** @param lines gets that of the source for each line that begins in what is read */
function readLines(literal: string, first: number, lines: number[]): string {
  const [, prefix = '', , content = ''] = /^(\w*)("""|'''|"|')([\s\S]*)\2$/.exec(literal) ?? [];
  let line = first;
  let text = '';
  for (const [piece] of content.matchAll(/\\[\s\S]|[\s\S]/g)) {
    const read = /r/i.test(prefix) ? piece : (ESCAPES[piece] ?? piece);
    if (piece.includes('\n')) line += 1;
    if (read.includes('\n')) lines.push(line);
    text += read;
  }
  return text;
}
