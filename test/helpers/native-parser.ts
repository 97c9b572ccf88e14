import { createRequire } from 'node:module';
import type Parser from 'tree-sitter';
import type { Grammar } from '../../src/languages/language.ts';

const require = createRequire(import.meta.url);
const parsers = new Map<Grammar, Parser>();

/** The binding of the same library with the same grammars, as their authors compiled them: what our parsers are held against. */
function nativeParser(grammar: Grammar): Parser {
  let parser = parsers.get(grammar);
  if (!parser) {
    parser = new (require('tree-sitter') as typeof Parser)();
    parser.setLanguage(languageOf(grammar) as Parameters<Parser['setLanguage']>[0]);
    parsers.set(grammar, parser);
  }
  return parser;
}

function languageOf(grammar: Grammar): unknown {
  if (grammar === 'rust') return require('tree-sitter-rust');
  if (grammar === 'python') return require('tree-sitter-python');
  return require('tree-sitter-typescript')[grammar];
}

/** UTF-16 units that are handed over at once. */
const CHUNK = 1 << 14;

/**
 * Parses a text. The binding copies a string in buffers of 16 Ki units, and where a pair of surrogates is cut in two it reads none: texts with such
 * pairs are handed over in pieces that end between characters.
 */
export function nativeTree(text: string, grammar: Grammar): Parser.Tree {
  const whole = !/[\ud800-\udbff]/.test(text);
  return nativeParser(grammar).parse(
    whole
      ? text
      : (offset) => {
          const end = Math.min(offset + CHUNK, text.length);
          const isCut = end < text.length && /[\ud800-\udbff]/.test(text[end - 1]!);
          return text.slice(offset, isCut ? end - 1 : end);
        },
  );
}

export interface NativeCursor extends Parser.TreeCursor {
  readonly nodeTypeId: number;
}

/** Goes to the next node in the order of the text, below tokens never; false behind the last one. */
export function goOn(cursor: Parser.TreeCursor): boolean {
  if (cursor.nodeIsNamed && cursor.gotoFirstChild()) return true;
  while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return false;
  return true;
}
