import { lineAt, lineStartsOf } from '../../../src/core/lines.ts';
import { kindOf, type Syntax, textOf } from '../../../src/languages/syntax.ts';
import { commandSnippets } from './texts/command-snippets.ts';
import { doctestSnippet, fencedSnippets, indentedSnippet } from './texts/document-snippets.ts';
import { literalSnippet } from './texts/literal-snippet.ts';
import { notebookSnippet } from './texts/notebook-snippet.ts';
import type { Snippet } from './texts/snippet.ts';

/** Texts that hold Python beside `.py`: documents, notebooks, Cython, scripts without an ending, commands of CI. */
const TEXTS = /\.(?:rst|md|mdx|txt|ipynb|pyx|pxi|pyw|sh|bash|ya?ml|toml|cfg|ini|mk|just)$|(?:^|\/)[^./]+$/;
/** Those that are Python as a whole. */
const WHOLE = /\.(?:pyx|pxi|pyw)$/;
const SHEBANG = /^#![^\n]*\bpython/;

export const mayHoldPython = (path: string): boolean => TEXTS.test(path);

/** Python in a text of no Python: cells, doctests, blocks of documents, what a command runs by `-c` or is given as a document. */
export function pythonInText(path: string, text: string): Snippet[] {
  if (path.endsWith('.ipynb')) return [notebookSnippet(text)].filter(isSome);
  if (WHOLE.test(path) || SHEBANG.test(text)) return [{ text, lines: text.split('\n').map((_, i) => i + 1) }];
  // Blocks that are set in may be code of a document, or of a step that another shell than the usual one runs.
  return [doctestSnippet(text), ...fencedSnippets(text), indentedSnippet(text), ...commandSnippets(text)].filter(
    isSome,
  );
}

/**
 * Python in the strings of Python: what another interpreter runs, and doctests.
 * @param isMeant whether a string's text is worth reading
 */
export function pythonInStrings(syntax: Syntax, isMeant: (text: string) => boolean): Snippet[] {
  const starts = lineStartsOf(syntax.text);
  const found: Snippet[] = [];
  for (let node = 1; node < syntax.size; node++) {
    const kind = kindOf(syntax, node);
    if (kind !== 'string' && kind !== 'concatenated_string') continue;
    if (isMeant(textOf(syntax, node))) found.push(...snippetsOf(literalSnippet(syntax, node, starts)));
    node = syntax.after[node]! - 1;
  }
  return found;

  function snippetsOf(literal: Snippet): Snippet[] {
    const doctest = doctestSnippet(literal.text);
    if (doctest === null) return [literal];
    return [{ text: doctest.text, lines: doctest.lines.map((line) => literal.lines[line - 1]!) }];
  }
}

/** The line of the whole text that an offset of the snippet stands on. */
export const lineIn = ({ text, lines }: Snippet, offset: number): number =>
  lines[lineAt(lineStartsOf(text), offset) - 1] ?? lines.at(-1) ?? 1;

const isSome = (snippet: Snippet | null): snippet is Snippet => snippet !== null && snippet.text.trim() !== '';
