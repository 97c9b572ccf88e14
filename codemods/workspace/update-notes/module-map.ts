import type { Composition, Module } from '../../../analyzers/composition/composition.ts';
import { countLines } from '../../../src/core/lines.ts';
import { type Language, languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';

/** One line a module below a folder, in order of ids: name, lines, and the first sentence of its own documentation. */
export function moduleMap(view: View, composition: Composition, folder: string): string[] {
  const inside = composition.modules.filter(({ file }) => folder === '' || file.startsWith(`${folder}/`));
  return inside
    .filter(({ file }) => view.file(file)?.state === 'text' && !isTest(file))
    .map((module) => moduleLine(view, module));
}

const isTest = (path: string): boolean => /(^|\/)(tests?|benches|examples|fixtures)\//.test(path);

function moduleLine(view: View, { id, file, fragments }: Module): string {
  const lines = [file, ...fragments].reduce(
    (sum, path) => sum + (view.file(path)?.state === 'text' ? countLines(view.text(path)) : 0),
    0,
  );
  const summary = summaryOf(view, file);
  return `- \`${id}\` (${lines} lines)${summary === '' ? '' : `: ${summary}`}`;
}

/** The first sentence of the module's documentation: `//!` in Rust, the docstring in Python, the leading block comment in JavaScript. */
function summaryOf(view: View, path: string): string {
  const grammar = view.file(path)?.grammar;
  if (!grammar) return '';
  const text = view.text(path).replace(/^\uFEFF/, '');
  const paragraph = DOCS[languageOf(grammar)](text)
    .trim()
    .split(/\n[ \t]*\r?\n/)[0]!
    .replace(/\s+/g, ' ');
  return (/^.*?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph).replaceAll('<', '&lt;');
}

const DOCSTRING = /^(?:[ \t]*(?:#[^\n]*)?\n)*[rRuU]?(?:"""|''')([\s\S]*?)(?:"""|''')/;
const BLOCK_COMMENT = /^(?:#![^\n]*\n)?\s*\/\*\*([\s\S]*?)\*\//;

/** What the first group of a pattern holds, without the stars before its lines. */
const blockBy =
  (pattern: RegExp) =>
  (text: string): string =>
    (pattern.exec(text)?.[1] ?? '').replace(/^[ \t]*\*[ \t]?/gm, '');

const DOCS: Readonly<Record<Language, (text: string) => string>> = {
  rust: innerDocs,
  python: blockBy(DOCSTRING),
  javascript: blockBy(BLOCK_COMMENT),
};

/** The first run of `//!` lines, which only comments, inner attributes and blank lines precede. */
function innerDocs(text: string): string {
  const docs: string[] = [];
  for (const line of text.split('\n')) {
    const doc = /^[ \t]*\/\/! ?(.*)$/.exec(line);
    if (doc) docs.push(doc[1]!);
    else if (docs.length > 0 || !/^\s*(\/\/|#!|$)/.test(line)) break;
  }
  return docs.join('\n');
}
