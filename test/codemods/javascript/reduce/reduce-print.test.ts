import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { API } from 'jscodeshift';
import { describe, expect, test } from 'vitest';
import { reducePrint } from '../../../../codemods/javascript/reduce/reduce-print.ts';
import { applyEdits } from '../../../../src/core/apply-edits.ts';
import type { BabelNode } from '../../../../src/languages/javascript/second-reader.ts';
import { PROJECT_ROOT } from '../../../helpers/run-tool.ts';

const load = createRequire(import.meta.url);
const shift = load('jscodeshift') as API['j'];
const recast = createRequire(load.resolve('jscodeshift/package.json'))('recast') as {
  parse: (text: string, options: object) => unknown;
  prettyPrint: (tree: unknown, options?: object) => { code: string };
};
const parser = (load('jscodeshift/src/getParser') as (name: string) => { parse: (text: string) => BabelNode })('tsx');
const j = shift.withParser('tsx');

const reduce = (before: string, after: string) => {
  const reduced = reducePrint({ before, after }, (text) => parser.parse(text));
  return { ...reduced, text: applyEdits(before, reduced.edits) };
};

describe('only what says something else is changed', () => {
  test.each([
    ['a value', 'f( 1,\n   2 );\n', 'f(1, 3);\n', 'f( 1,\n   3 );\n'],
    ['a name', 'const a  = b ;\n', 'const c = b;\n', 'const c  = b ;\n'],
    ['quotes are layout', "a('x');\nb('y');\n", 'a("x");\nb("z");\n', 'a(\'x\');\nb("z");\n'],
    ['a statement that comes', 'a();\n\nc();\n', 'a();\nb();\n\nc();\n', 'a();\nb();\n\nc();\n'],
    ['a first statement', '// licence\n\na();\n', '// licence\n\nb();\na();\n', '// licence\n\nb();\na();\n'],
    ['a statement that goes', 'a();\n/* why */ b();\nc( 1 );\n', 'a();\nc(1);\n', 'a();\nc( 1 );\n'],
    ['an argument that comes', 'f(\n  a,\n);\n', 'f(a, b);\n', 'f(\n  a,\n  b,\n);\n'],
    ['a property that goes', 'x = {\n  a: 1,\n  b: 2,\n};\n', 'x = { a: 1 };\n', 'x = {\n  a: 1,\n};\n'],
    ['the last of a line', 'x = { a: 1, b: 2 };\n', 'x = { a: 1 };\n', 'x = { a: 1 };\n'],
    ['an import', "import a from 'a';\nimport b from 'b';\n", "import b from 'b';\n", "import b from 'b';\n"],
    ['JSX', '<A  b="1">\n  text\n</A>;\n', '<A c="1">text</A>;\n', '<A  c="1">\n  text\n</A>;\n'],
    ['Windows line ends', 'a( 1 );\r\nb( 2 );\r\n', 'a(1);\nb(3);\n', 'a( 1 );\r\nb( 3 );\r\n'],
    ['parentheses that are needed', 'x = a * b;\n', 'x = (a + c) * b;\n', 'x = (a + c) * b;\n'],
  ])('%s', (_, before, after, expected) => {
    expect(reduce(before, after)).toMatchObject({ status: 'reduced', text: expected });
  });
});

test('what cannot be told apart is taken as it is printed, and said', () => {
  expect(reduce('a(;\n', 'a();\n')).toMatchObject({ status: 'whole', text: 'a();\n' });
  expect(reduce('a();\n', '// new\na( );\n')).toMatchObject({ text: '// new\na( );\n' });
});

const SOURCES = ['src/core', 'src/tui/panes'].flatMap((folder) =>
  readdirSync(join(PROJECT_ROOT, folder))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

test('a file that another printer wrote anew has no changes', () => {
  const changed = SOURCES.filter((path) => {
    const text = readFileSync(join(PROJECT_ROOT, path), 'utf8');
    const { code } = recast.prettyPrint(recast.parse(text, { parser }), { tabWidth: 3, quote: 'double' });
    // recast's printer loses or moves comments of some files: those say something else.
    return reduce(text, code).edits.length > 0 && reduce(text, code).status === 'reduced' && !text.includes('//');
  });
  expect(changed).toEqual([]);
});

test('a name that is changed everywhere changes the lines that hold it, and no other', () => {
  for (const path of SOURCES) {
    const text = readFileSync(join(PROJECT_ROOT, path), 'utf8');
    const root = j(text);
    const names = root.find(j.Identifier, { name: 'path' }).forEach((place) => {
      place.node.name = 'where';
    });
    if (names.length === 0) continue;
    const reduced = reduce(text, root.toSource());
    expect([path, reduced.status]).toEqual([path, 'reduced']);
    const [was, is] = [text.split('\n'), reduced.text.split('\n')];
    expect([path, is.length]).toEqual([path, was.length]);
    const unasked = was.filter(
      (line, i) =>
        line !== is[i] &&
        line.replaceAll(/\bpath\b/g, 'where').replace('{ where', '') !== is[i]!.replace('{ where', ''),
    );
    expect([path, unasked.filter((line) => !/\bpath\b/.test(line))]).toEqual([path, []]);
  }
});
