// npm run bench:trees -- MOST FOLDER… : each source file below the folders, once a content, read by our parsers and by the binding of the same library with
// its cursor: kinds, names of fields, places, parents, ends of subtrees, errors. Says what differs, and ends with 1 if anything does.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlatTree } from '../../src/languages/flatten/flat-tree.ts';
import { loadGrammar } from '../../src/languages/grammars.ts';
import { type Grammar, grammarOf } from '../../src/languages/language.ts';
import { goOn, nativeTree } from '../../test/helpers/native-parser.ts';

const [most, ...folders] = process.argv.slice(2) as [string, ...string[]];
const LARGEST = 1_000_000;
const PATIENCE = 60_000_000;

/** One line a node, as the cursor tells it. */
function* told(text: string, grammar: Grammar): Generator<string> {
  const cursor = nativeTree(text, grammar).walk();
  do {
    const { nodeType, startIndex, endIndex, currentFieldName, currentDepth, nodeIsNamed } = cursor;
    yield `${nodeType} ${nodeIsNamed} ${startIndex} ${endIndex} ${currentFieldName ?? '-'} ${currentDepth}`;
  } while (goOn(cursor));
}

function* ours(tree: FlatTree, grammar: Grammar): Generator<string> {
  const { names, named, fields } = loadGrammar(grammar).kinds;
  const open: number[] = [];
  for (let node = 0; node < tree.size; node++) {
    while (open.length > 0 && tree.after[open.at(-1)!]! <= node) open.pop();
    const depth = tree.parent[node] === (open.at(-1) ?? -1) ? open.length : Number.NaN;
    open.push(node);
    const kind = tree.kind[node]!;
    const field = fields[tree.field[node]!] ?? '-';
    yield `${names[kind]} ${named[kind] === 1} ${tree.start[node]} ${tree.end[node]} ${field} ${depth}`;
  }
}

function errorsOf(text: string, grammar: Grammar): number[] {
  const tree = nativeTree(text, grammar);
  if (!tree.rootNode.hasError) return [];
  const cursor = tree.walk();
  const errors: number[] = [];
  let node = 0;
  do {
    if (cursor.nodeType === 'ERROR' || (cursor.startIndex === cursor.endIndex && cursor.nodeIsMissing))
      errors.push(node);
    node += 1;
  } while (goOn(cursor));
  return errors;
}

/** What differs first; null for nothing. */
function difference(text: string, grammar: Grammar, tree: FlatTree): string | null {
  const theirs = told(text, grammar);
  for (const line of ours(tree, grammar)) {
    const expected = theirs.next();
    if (expected.value !== line) return `${line} for ${expected.value}`;
  }
  if (!theirs.next().done) return 'nodes are missing';
  return String(tree.errors) === String(errorsOf(text, grammar)) ? null : 'other errors';
}

const seen = new Set<string>();
const counts = new Map<
  Grammar,
  { files: number; characters: number; nodes: number; broken: number; differing: number }
>();

function check(path: string, grammar: Grammar): void {
  const bytes = readFileSync(path);
  const key = createHash('sha1').update(bytes).digest('hex');
  if (bytes.length > LARGEST || seen.has(key)) return;
  seen.add(key);
  const text = bytes.toString('utf8');
  const tree = loadGrammar(grammar).read(text, PATIENCE);
  if (tree === null) throw new Error(`${path} was not read to its end`);
  const count = counts.get(grammar) ?? { files: 0, characters: 0, nodes: 0, broken: 0, differing: 0 };
  counts.set(grammar, count);
  count.files += 1;
  count.characters += text.length;
  count.nodes += tree.size;
  if (tree.errors.length > 0) count.broken += 1;
  const found = difference(text, grammar, tree);
  if (found === null) return;
  count.differing += 1;
  process.stdout.write(`${path}: ${found}\n`);
}

for (const folder of folders)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const grammar = entry.isFile() ? grammarOf(entry.name) : null;
    if (grammar === null || seen.size >= Number(most)) continue;
    check(join(entry.parentPath, entry.name), grammar);
    // Trees of the binding are freed between turns.
    if (seen.size % 20 === 0) await new Promise((done) => setImmediate(done));
  }
process.stdout.write(`${JSON.stringify(Object.fromEntries(counts))}\n`);
process.exitCode = [...counts.values()].some(({ differing }) => differing > 0) ? 1 : 0;
