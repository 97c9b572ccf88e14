import { expect, test } from 'vitest';
import type { FlatTree } from '../../src/languages/flatten/flat-tree.ts';
import { loadGrammar } from '../../src/languages/grammars.ts';
import type { Grammar } from '../../src/languages/language.ts';
import { goOn, nativeTree } from '../helpers/native-parser.ts';

const PATIENCE = 10_000_000;
const CLEF = '\u{1d11e}';

const SOURCES: readonly [why: string, grammar: Grammar, text: string][] = [
  ['token with tokens in it', 'python', 'for x in not z:\n  y = a not in b\n'],
  ['digits before a word', 'rust', 'f! { 1abc 12 r#fn $a }\n'],
  ['dashes in a name', 'tsx', 'const a = <b data-x={1} />;\n'],
  ['fields', 'rust', 'fn f(/* c */ a: u8) { let (x, y): (u8, u8) = (1, 2); let z; x.0 }\n'],
  ['one row of kinds, two of fields', 'typescript', 'const f: (a: B) => void = (a: B) => {};\n'],
  ['a row longer than others', 'tsx', `class A { ${'@d m() {} '.repeat(400)} }\n`],
  ['names that stand for other kinds', 'rust', 'macro_rules! m { ($a:block) => { { $a } } }\n'],
  ['nothing at all', 'rust', ''],
  ['a mark of the order of bytes', 'python', '\ufeffx = 1\n'],
  ['pairs of surrogates', 'rust', `${`// ${CLEF}\n`.repeat(6000)}const A: &str = "${CLEF}";\n`],
  ['half a pair', 'tsx', 'const a = "\ud834";\n'],
  ['errors, and what is missing', 'rust', 'fn f( { let x = ; } ) struct\n'],
  ['errors in Python', 'python', 'def f(:\n  x ==== 1\n if'],
  ['errors in scripts', 'tsx', 'const a = {; }] <b>'],
  ['depth', 'python', `x = ${'('.repeat(3000)}1${')'.repeat(3000)}\n`],
];

interface Told {
  readonly kind: string;
  readonly isNamed: boolean;
  readonly start: number;
  readonly end: number;
  readonly field: string | null;
  readonly parent: number;
}

function native(text: string, grammar: Grammar): { readonly nodes: Told[]; readonly errors: number[] } {
  const tree = nativeTree(text, grammar);
  const cursor = tree.walk();
  const nodes: Told[] = [];
  const errors: number[] = [];
  const open: number[] = [];
  do {
    open.length = cursor.currentDepth;
    const { nodeType: kind, nodeIsNamed: isNamed, startIndex: start, endIndex: end } = cursor;
    if (tree.rootNode.hasError && (kind === 'ERROR' || (start === end && cursor.nodeIsMissing)))
      errors.push(nodes.length);
    nodes.push({ kind, isNamed, start, end, field: cursor.currentFieldName ?? null, parent: open.at(-1) ?? -1 });
    open.push(nodes.length - 1);
  } while (goOn(cursor));
  return { nodes, errors };
}

function ours({ size, kind, start, end, parent, field }: FlatTree, grammar: Grammar): Told[] {
  const { names, named, fields } = loadGrammar(grammar).kinds;
  return Array.from({ length: size }, (_, node) => ({
    kind: names[kind[node]!]!,
    isNamed: named[kind[node]!] === 1,
    start: start[node]!,
    end: end[node]!,
    field: fields[field[node]!] ?? null,
    parent: parent[node]!,
  }));
}

/** By who is above: behind each node the first that is not below it. */
function behind(parents: Int32Array): number[] {
  const after = Array.from(parents, (_, node) => node + 1);
  for (let node = parents.length - 1; node > 0; node--)
    after[parents[node]!] = Math.max(after[parents[node]!]!, after[node]!);
  return after;
}

test.each(SOURCES)('tells what the binding of the same library tells: %s', (_why, grammar, text) => {
  const tree = loadGrammar(grammar).read(text, PATIENCE)!;
  const expected = native(text, grammar);
  expect(ours(tree, grammar)).toEqual(expected.nodes);
  expect(tree.errors).toEqual(expected.errors);
  expect([...tree.after]).toEqual(behind(tree.parent));
});

test('what it gave stands when another text is read', () => {
  const reader = loadGrammar('rust');
  const first = reader.read('fn f() {}\n', PATIENCE)!;
  const told = ours(first, 'rust');
  reader.read(`static A: [u8; 3] = [1, 2, 3];\n${'fn g() { h(1); }\n'.repeat(50_000)}`, PATIENCE);
  expect(ours(first, 'rust')).toEqual(told);
  expect(ours(reader.read('fn f() {}\n', PATIENCE)!, 'rust')).toEqual(told);
});

test('no two kinds of a grammar share a name, but for a token and a node', () => {
  for (const grammar of ['rust', 'python', 'typescript', 'tsx'] as const) {
    const { names, named } = loadGrammar(grammar).kinds;
    const keys = names.map((name, kind) => `${name} ${named[kind]}`).filter((key) => !key.startsWith(' '));
    expect(keys.length).toBe(new Set(keys).size);
    expect(names[0]).toBe('ERROR');
  }
});
