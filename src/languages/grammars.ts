import { createRequire } from 'node:module';
import type Parser from 'tree-sitter';
import type { Grammar } from './language.ts';

const require = createRequire(import.meta.url);

interface NodeType {
  readonly type: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface LoadedGrammar {
  readonly parser: Parser;
  /** Kinds whose children can stand in fields: only below these the cursor is asked for the field. */
  readonly withFields: ReadonlySet<string>;
}

const loaded = new Map<Grammar, LoadedGrammar>();

/** The native parser of a grammar, loaded at first use (20 to 40 ms each) and kept for the thread. */
export function loadGrammar(grammar: Grammar): LoadedGrammar {
  const known = loaded.get(grammar);
  if (known) return known;
  const ParserClass = require('tree-sitter') as typeof Parser;
  const language = requireLanguage(grammar);
  const parser = new ParserClass();
  parser.setLanguage(language as Parameters<Parser['setLanguage']>[0]);
  const withFields = new Set(
    language.nodeTypeInfo.filter((type) => type.fields && Object.keys(type.fields).length > 0).map((type) => type.type),
  );
  const entry = { parser, withFields };
  loaded.set(grammar, entry);
  return entry;
}

function requireLanguage(grammar: Grammar): { readonly nodeTypeInfo: readonly NodeType[] } {
  if (grammar === 'rust') return require('tree-sitter-rust');
  if (grammar === 'python') return require('tree-sitter-python');
  return require('tree-sitter-typescript')[grammar];
}
