import type { Range } from '../../../core/range.ts';
import type { Token } from '../tokens/read-tokens.ts';
import type { Patch } from './patch.ts';

interface CuredLines {
  readonly patches: readonly Patch[];
  readonly comments: readonly Range[];
}

/**
 * Lines within brackets that begin left of their block: the grammar ends the block there unless a bracket may be closed at that point. They
 * are put on the line before, and a comment between the two is taken out. A single carriage return becomes a line feed.
 */
export function cureLines(text: string, all: readonly Token[]): CuredLines {
  const tokens = all.filter(({ nested }) => nested === 0);
  const patches: Patch[] = [];
  const comments: Range[] = [];
  const blocks = blocksOf(text, tokens);
  tokens.forEach((token, i) => {
    if (token.kind !== 'newline') return;
    const before = tokens[i - 1];
    if (token.depth > 0 && beginsLeftOf(blocks[i]!, text, tokens, i)) {
      patches.push({ start: token.start, text: ' '.repeat(token.end - token.start) });
      if (before?.kind === 'comment') comments.push({ start: before.start, end: before.end });
    } else if (text.slice(token.start, token.end) === '\r') patches.push({ start: token.start, text: '\n' });
  });
  comments.push(...behindDecorators(text, tokens));
  for (const { start, end } of comments) patches.push({ start, text: ' '.repeat(end - start) });
  return { patches, comments };
}

/** For each token the column in which its statement's line begins. */
function blocksOf(text: string, tokens: readonly Token[]): readonly number[] {
  let block = 0;
  let isFirst = true;
  return tokens.map(({ kind, start, depth }) => {
    if (isFirst && kind !== 'newline' && kind !== 'comment') {
      block = columnOf(text, start);
      isFirst = false;
    }
    if (kind === 'newline' && depth === 0) isFirst = true;
    return block;
  });
}

/** Comments on lines of their own between a decorator and what it stands on: one left of it ends the block, too. */
function behindDecorators(text: string, tokens: readonly Token[]): Range[] {
  const found: Range[] = [];
  let decorator = -1;
  tokens.forEach((token, i) => {
    if (token.depth > 0 || token.kind === 'newline') return;
    if (i > 0 && tokens[i - 1]!.kind !== 'newline') return;
    if (token.kind !== 'comment') decorator = text[token.start] === '@' ? columnOf(text, token.start) : -1;
    else if (columnOf(text, token.start) < decorator) found.push({ start: token.start, end: token.end });
  });
  return found;
}

/** Of the text behind a line break and the empty lines that follow it. */
function beginsLeftOf(block: number, text: string, tokens: readonly Token[], newline: number): boolean {
  let position = newline;
  while (tokens[position]?.kind === 'newline') position += 1;
  const next = tokens[position];
  return next !== undefined && columnOf(text, next.start) < block;
}

/** As the grammar counts: eight for a tabulator, and a form feed begins anew. */
function columnOf(text: string, offset: number): number {
  let from = offset;
  while (from > 0 && ' \t\f'.includes(text[from - 1]!)) from -= 1;
  let column = 0;
  for (const sign of text.slice(from, offset)) column = sign === '\f' ? 0 : column + (sign === '\t' ? 8 : 1);
  return column;
}
