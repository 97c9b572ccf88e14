import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type Parser from 'tree-sitter';
import { expect, test } from 'vitest';
import { loadGrammar } from '../../src/languages/grammars.ts';
import { type Grammar, grammarOf } from '../../src/languages/language.ts';
import { parse } from '../../src/languages/parse.ts';
import { cureSource } from '../../src/languages/rust/cure-source.ts';

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

/** What the native tree says of each node; tokens have no children here. */
function native(text: string, grammar: Grammar): string[] {
  const source = grammar === 'rust' ? cureSource(text) : text;
  const cursor = (loadGrammar(grammar).parser.parse(source) as Parser.Tree).walk();
  const told: string[] = [];
  for (;;) {
    told.push(`${cursor.nodeType} ${cursor.startIndex} ${cursor.endIndex}`);
    if (cursor.nodeIsNamed && cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return told;
  }
}

test('each node has the place that the native tree gives it', () => {
  const broken = ['rust', 'python', 'tsx'].map((grammar): [Grammar, string] => [grammar as Grammar, '']);
  let checked = 0;
  for (const [grammar, path] of [...sources, ...broken]) {
    const text = path === '' ? 'fn f(a: { (]; x = }' : readFileSync(path, 'utf8');
    const { size, kinds, kind, start, end } = parse(text, grammar);
    const ours = Array.from({ length: size }, (_, node) => `${kinds.names[kind[node]!]} ${start[node]} ${end[node]}`);
    const theirs = native(text, grammar);
    const differs = theirs.findIndex((told, node) => told !== ours[node]);
    expect(differs === -1 ? '' : `${path}: ${ours[differs]} for ${theirs[differs]}`).toBe('');
    expect(ours.length).toBe(theirs.length);
    checked += size;
  }
  expect(checked).toBeGreaterThan(100_000);
}, 120_000);
