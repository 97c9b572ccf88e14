import type Parser from 'tree-sitter';
import { expect, test } from 'vitest';
import type { FlatTree } from '../../src/languages/flatten/flat-tree.ts';
import { flattenAtOnce } from '../../src/languages/flatten/flatten-at-once.ts';
import { flattenByCursor } from '../../src/languages/flatten/flatten-by-cursor.ts';
import { kindTableOf } from '../../src/languages/flatten/kind-table.ts';
import { loadGrammar } from '../../src/languages/grammars.ts';
import type { Grammar } from '../../src/languages/language.ts';

/** Each with what a search alone gets wrong. */
const SOURCES: readonly [why: string, grammar: Grammar, text: string][] = [
  ['token with tokens in it', 'python', 'for x in not z:\n  y = a not in b\n'],
  ['digits before a word', 'rust', 'f! { 1abc 12 r#fn $a }\n'],
  ['dashes in a name', 'tsx', 'const a = <b data-x={1} />;\n'],
  ['fields by shape', 'rust', 'fn f(/* c */ a: u8) { let (x, y): (u8, u8) = (1, 2); let z; x.0 }\n'],
  ['a row longer than any shape', 'tsx', `class A { ${'@d m() {} '.repeat(40)} }\n`],
  ['nothing at all', 'rust', ''],
];

const inFull = (flat: FlatTree | null) =>
  flat && [
    flat.size,
    ...[flat.kind, flat.start, flat.end, flat.parent, flat.after, flat.field].map((column) => [...column]),
  ];

test.each(SOURCES)('a search tells what a cursor tells: %s', (_why, grammar, text) => {
  const { parser, withFields } = loadGrammar(grammar);
  const table = kindTableOf(grammar);
  const tree = parser.parse(text) as Parser.Tree;
  expect(flattenAtOnce(tree, text, table), 'kinds that were never met').toBeNull();
  const expected = inFull(flattenByCursor(tree, table, text, withFields));
  // Once to learn the shapes, once by them.
  for (let round = 0; round < 2; round++) {
    const found = inFull(flattenAtOnce(tree, text, table));
    if (text !== '') expect(found).toEqual(expected);
    else expect(found === null || JSON.stringify(found) === JSON.stringify(expected)).toBe(true);
  }
});

test('a name that is known can be that of a kind that is not', () => {
  const { parser, withFields } = loadGrammar('rust');
  const table = kindTableOf('rust');
  const read = (text: string): FlatTree => flattenByCursor(parser.parse(text) as Parser.Tree, table, text, withFields);
  read('fn f() {}\nmacro_rules! m { ($a:expr) => {} }\n');
  const text = 'macro_rules! m { ($a:block) => {} }\n';
  expect(flattenAtOnce(parser.parse(text) as Parser.Tree, text, table)).toBeNull();
});
