import { createRequire } from 'node:module';
import type * as Marked from 'marked';
import type { Token, Tokens } from 'marked';
import { loadLate } from '../../src/core/load-late.ts';

const require = createRequire(import.meta.url);

/** A README as far as the check looks at it. Lines count from 1. */
export interface Markdown {
  readonly headings: readonly Heading[];
  readonly links: readonly { readonly to: string; readonly line: number }[];
  /** Lines of fenced and indented code, and inline code. */
  readonly code: readonly { readonly text: string; readonly line: number; readonly block: boolean }[];
}

export interface Heading {
  readonly level: number;
  /** Without markup. */
  readonly text: string;
  readonly line: number;
}

/** By GitHub's dialect. What stands in HTML comments is not part of it. */
export function readMarkdown(text: string): Markdown {
  const read: Draft = { headings: [], links: [], code: [] };
  // Loaded at first use: a run without a new README never needs it.
  const { marked } = loadLate(() => require('marked') as typeof Marked);
  visit(marked.lexer(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'), { gfm: true }), 1, read);
  return read;
}

type Draft = { readonly [Key in keyof Markdown]: Markdown[Key][number][] };

/** @param from line of the first token */
function visit(tokens: readonly Token[], from: number, read: Draft): void {
  let line = from;
  for (const token of tokens) {
    note(token, line, read);
    for (const inner of innerOf(token)) visit(inner, line, read);
    line += token.raw.split('\n').length - 1;
  }
}

function note(token: Token, line: number, { headings, links, code }: Draft): void {
  if (token.type === 'heading') headings.push({ level: token.depth, text: plain(token.tokens ?? []), line });
  if (token.type === 'link' || token.type === 'image') links.push({ to: token.href, line });
  if (token.type === 'codespan') code.push({ text: token.text, line, block: false });
  if (token.type !== 'code') return;
  const first = line + (/^\s*(?:```|~~~)/.test(token.raw) ? 1 : 0);
  for (const [i, row] of (token as Tokens.Code).text.split('\n').entries())
    code.push({ text: row, line: first + i, block: true });
}

/** Items of lists and cells of tables hold their tokens apart. */
function innerOf(token: Token): Token[][] {
  if (token.type === 'list') return (token as Tokens.List).items.map((item) => item.tokens);
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [...header, ...rows.flat()].map((cell) => cell.tokens);
  }
  return 'tokens' in token && token.tokens ? [token.tokens] : [];
}

const plain = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      'tokens' in token && token.tokens ? plain(token.tokens) : 'text' in token ? String(token.text) : '',
    )
    .join('')
    .trim();

/** The anchor that GitHub gives a heading: lower case, without punctuation, blanks as hyphens. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
