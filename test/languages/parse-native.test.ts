import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mayBeMisread } from '../../src/languages/javascript/cure-typescript.ts';
import { type Grammar, grammarOf } from '../../src/languages/language.ts';
import { parse } from '../../src/languages/parse.ts';
import { cureSource } from '../../src/languages/rust/cure-source.ts';
import { fieldOf, kindOf, type Syntax } from '../../src/languages/syntax.ts';
import { goOn, nativeTree } from '../helpers/native-parser.ts';

const library = execFileSync('python3', ['-c', 'import os; print(os.path.dirname(os.__file__))'], {
  encoding: 'utf8',
}).trim();
const modules = join(createRequire(import.meta.url).resolve('tree-sitter/package.json'), '../..');
const here = join(import.meta.dirname, '../..');

/** Real sources of each grammar; REAL_SOURCES adds folders. */
const FOLDERS = [
  join(library, 'asyncio'),
  join(here, 'analyzers/complexity'),
  join(modules, 'jscodeshift/src'),
  join(modules, 'tree-sitter-rust'),
  ...(process.env.REAL_SOURCES?.split(',') ?? []),
];

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => grammarOf(name) !== null && !name.includes('node_modules'))
    .map((name): [Grammar, string] => [grammarOf(name)!, join(folder, name)]),
);

const isScript = (grammar: Grammar): boolean => grammar === 'typescript' || grammar === 'tsx';

/**
 * What the native tree says of each node: kind, place, field, depth; tokens have no children here. Where scripts have comments is changed
 * afterwards (release-comments.ts), and with it where nodes end; what is read again with places overwritten is left out.
 */
function native(text: string, grammar: Grammar): string[] | null {
  const source = grammar === 'rust' ? cureSource(text) : text;
  const tree = nativeTree(source, grammar);
  if (isScript(grammar) && (tree.rootNode.hasError || mayBeMisread(text))) return null;
  const cursor = tree.walk();
  const told: string[] = [];
  do {
    const { nodeType, startIndex, endIndex, currentFieldName, currentDepth } = cursor;
    const end = isScript(grammar) && cursor.currentNode.childCount > 0 ? '' : endIndex;
    if (!isScript(grammar) || nodeType !== 'comment')
      told.push(`${nodeType} ${startIndex} ${end} ${currentFieldName ?? '-'} ${currentDepth}`);
  } while (goOn(cursor));
  return told;
}

/** The same of a flat tree: its depth twice, by who is above and by who ends before. */
function flat(syntax: Syntax): string[] {
  const { kind, start, end, parent, after, grammar } = syntax;
  const open: number[] = [];
  const told = Array.from(kind, (_, node) => {
    while (open.length > 0 && after[open[open.length - 1]!]! <= node) open.pop();
    if (parent[node] !== (open.at(-1) ?? -1)) throw new Error(`${node} is not below ${open.at(-1)}`);
    open.push(node);
    const field = fieldOf(syntax, node) ?? '-';
    const isInner = isScript(grammar) && after[node]! > node + 1;
    return `${kindOf(syntax, node)} ${start[node]} ${isInner ? '' : end[node]} ${field} ${open.length - 1}`;
  });
  return isScript(grammar) ? told.filter((one) => !one.startsWith('comment ')) : told;
}

test('each node has the place and the field that the native tree gives it', () => {
  const broken = ['rust', 'python', 'tsx'].map((grammar): [Grammar, string] => [grammar as Grammar, '']);
  let checked = 0;
  for (const [grammar, path] of [...sources, ...broken]) {
    const text = path === '' ? 'fn f(a: { (]; x = }' : readFileSync(path, 'utf8');
    const ours = flat(parse(text, grammar));
    const theirs = native(text, grammar);
    if (theirs === null) continue;
    const differs = theirs.findIndex((told, node) => told !== ours[node]);
    expect(differs === -1 ? '' : `${path}: ${ours[differs]} for ${theirs[differs]}`).toBe('');
    expect(ours.length).toBe(theirs.length);
    checked += ours.length;
  }
  expect(checked).toBeGreaterThan(100_000);
}, 120_000);
