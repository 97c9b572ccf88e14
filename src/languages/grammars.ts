import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openReader, type Reader } from './flatten/open-reader.ts';
import type { Grammar } from './language.ts';

const loaded = new Map<Grammar, Reader>();

/** The parser of a grammar, loaded at first use and kept for the thread: its program is a file that ships with this one, and it has a clock. */
export function loadGrammar(grammar: Grammar): Reader {
  let reader = loaded.get(grammar);
  if (!reader) {
    reader = openReader(new WebAssembly.Module(readShipped(`${grammar}.wasm`)), () => performance.now());
    loaded.set(grammar, reader);
  }
  return reader;
}

/** Which parsers these are, as text: it differs if one of them does. */
export const grammarHashes = (): string => readShipped('hashes.json').toString('utf8');

/** The package's own name leads to its folder from sources, from what is compiled, and from what is joined. */
function readShipped(name: string): Buffer {
  const manifest = createRequire(import.meta.url).resolve('omni-refactor/package.json');
  return readFileSync(join(dirname(manifest), 'grammars', name));
}
