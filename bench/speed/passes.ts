import { metricsFact } from '../../analyzers/complexity/metrics-fact.ts';
import { factsOfText } from '../../src/engine/facts/facts-of-text.ts';
import { parse } from '../../src/languages/parse.ts';
import { rustComposition } from '../../src/languages/rust/composition-fact.ts';
import { type NativeCursor, nativeTree } from '../../test/helpers/native-parser.ts';
import type { Source } from './sources.ts';

/** What nobody who reads trees by the library's binding can do without: a parse, and a cursor that goes to every node and asks for its kind. */
export function bare({ text, grammar }: Source): number {
  const cursor = nativeTree(text, grammar).walk() as NativeCursor;
  let kinds = 0;
  for (;;) {
    kinds += cursor.nodeTypeId;
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return kinds;
  }
}

export const parseOnly = ({ text, grammar }: Source): number => nativeTree(text, grammar).rootNode.endIndex;

/** Our flat tree alone. */
export const flat = ({ text, grammar }: Source): number => parse(text, grammar).size;

/** All metrics and the composition, as the threads of a run compute them: to JSON. */
export const full = ({ text, grammar }: Source): number =>
  factsOfText(text, grammar, [metricsFact, rustComposition]).results.size;

export const PASSES = { 'parse-only': parseOnly, bare, flat, full } as const;
export type Pass = keyof typeof PASSES;
