import type { Grammar } from '../languages/language.ts';
import type { Syntax } from '../languages/syntax.ts';

/** Trees of texts, by grammar and content: a view and the views on top of it share them. */
export interface SyntaxCache {
  readonly peek: (text: string, grammar: Grammar) => Syntax | null;
  readonly get: (text: string, grammar: Grammar, parse: (text: string, grammar: Grammar) => Syntax) => Syntax;
}

/** A flat tree takes about ten bytes for each character of its text. */
const CHARACTERS = 4_000_000;

/** Keeps the trees that were asked for last, up to a number of characters of text; the very last one in any case. */
export function createSyntaxCache(limit = CHARACTERS): SyntaxCache {
  const kept = new Map<Grammar, Map<string, Syntax>>();
  const order = new Set<Syntax>();
  let characters = 0;
  const of = (grammar: Grammar): Map<string, Syntax> => {
    const found = kept.get(grammar) ?? new Map<string, Syntax>();
    kept.set(grammar, found);
    return found;
  };
  const peek = (text: string, grammar: Grammar): Syntax | null => of(grammar).get(text) ?? null;
  const touch = (syntax: Syntax): Syntax => {
    order.delete(syntax);
    order.add(syntax);
    return syntax;
  };
  return {
    peek,
    get: (text, grammar, parse) => {
      const found = peek(text, grammar);
      if (found !== null) return touch(found);
      const syntax = parse(text, grammar);
      of(grammar).set(text, syntax);
      touch(syntax);
      characters += text.length;
      for (const oldest of order) {
        if (characters <= limit || oldest === syntax) break;
        order.delete(oldest);
        of(oldest.grammar).delete(oldest.text);
        characters -= oldest.text.length;
      }
      return syntax;
    },
  };
}
