// node readers.js READER GRAMMAR BYTES FOLDER [web-tree-sitter] : reads the sources of one grammar three times in this process, and says the user and
// system CPU of the first and the best time, and how many nodes it went to. Without a cursor's walk nothing is flattened.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadGrammar } from '../../src/languages/grammars.ts';
import type { Grammar } from '../../src/languages/language.ts';
import { type NativeCursor, nativeTree } from '../../test/helpers/native-parser.ts';
import { readSources } from './sources.ts';

type Read = (text: string) => number;

interface Walked {
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}

function walk(cursor: Walked): number {
  for (let nodes = 1; ; nodes++) {
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return nodes;
  }
}

const [reader, grammar, bytes, folder, web] = process.argv.slice(2) as [string, Grammar, string, string, string?];

/** The modules that the packages of the grammars ship. */
async function webReader(): Promise<Read> {
  const { Parser, Language } = await import(pathToFileURL(web!).href);
  await Parser.init();
  const parser = new Parser();
  const name = `tree-sitter-${grammar === 'tsx' ? 'typescript' : grammar}`;
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  parser.setLanguage(await Language.load(join(dirname(manifest), `tree-sitter-${grammar}.wasm`)));
  return (text) => {
    const tree = parser.parse(text);
    const cursor = tree.walk();
    const nodes = walk(cursor);
    cursor.delete();
    tree.delete();
    return nodes;
  };
}

const READERS: Readonly<Record<string, () => Promise<Read> | Read>> = {
  'binding-parse': () => (text) => nativeTree(text, grammar).rootNode.descendantCount,
  'binding-walk': () => (text) => walk(nativeTree(text, grammar).walk() as NativeCursor),
  'web-tree-sitter': webReader,
  ours: () => (text) => loadGrammar(grammar).read(text, 60_000_000)!.size,
};

const read = await READERS[reader]!();
const sources = readSources([folder], Number(bytes), grammar);
const seconds: number[] = [];
let nodes = 0;
for (let round = 0; round < 3; round++) {
  const before = process.cpuUsage();
  nodes = 0;
  for (let i = 0; i < sources.length; i++) {
    nodes += read(sources[i]!.text);
    // Trees of the binding are freed between turns.
    if (i % 4 === 3) await new Promise((done) => setImmediate(done));
  }
  const { user, system } = process.cpuUsage(before);
  seconds.push((user + system) / 1e6);
}
process.stdout.write(
  `${JSON.stringify({ first: seconds[0], best: Math.min(...seconds), nodes, peak: process.resourceUsage().maxRSS / 1024 })}\n`,
);
