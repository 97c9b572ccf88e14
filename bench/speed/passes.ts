import type Parser from 'tree-sitter';
import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { factsOfText } from '../../src/engine/facts/facts-of-text.ts';
import { loadGrammar } from '../../src/languages/grammars.ts';
import { parse } from '../../src/languages/parse.ts';
import { rustComposition } from '../../src/languages/rust/composition-fact.ts';
import type { Source } from './sources.ts';

interface Cursor extends Parser.TreeCursor {
  readonly nodeTypeId: number;
}

/** What nobody who reads trees can do without: a parse, and a cursor that goes to every node and asks for its kind. */
export function bare({ text, grammar }: Source): number {
  const cursor = loadGrammar(grammar).parser.parse(text).walk() as Cursor;
  let kinds = 0;
  for (;;) {
    kinds += cursor.nodeTypeId;
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return kinds;
  }
}

export const parseOnly = ({ text, grammar }: Source): number =>
  loadGrammar(grammar).parser.parse(text).rootNode.endIndex;

/** Our flat tree alone. */
export const flat = ({ text, grammar }: Source): number => parse(text, grammar).size;

/** All metrics and the composition, as the threads of a run compute them: to JSON. */
export const full = ({ text, grammar }: Source): number =>
  factsOfText(text, grammar, [metricsFact, rustComposition]).results.size;

export const PASSES = { 'parse-only': parseOnly, bare, flat, full } as const;
export type Pass = keyof typeof PASSES;
