import { expect, test } from 'vitest';
import { docLinks } from '../../../../analyzers/readings/rust/doc-links.ts';
import { parse } from '../../../../src/languages/parse.ts';

/** The paths of the links in a doc comment. */
const paths = (...lines: readonly string[]): string[] => {
  const syntax = parse(`${lines.map((line) => `/// ${line}\n`).join('')}fn f() {}\n`, 'rust');
  return docLinks(syntax, 0, syntax.size).map(({ path }) => path);
};

test.each<[string, string[]]>([
  ['[a](b::C)', ['b::C']],
  ['[a]: b::C#section', ['b::C']],
  ["[keys]: Keys#impl-Index<usize>-for-Keys<'a,+K,+V>", ['Keys']],
  ['[keys](Keys#impl-Index<usize>-for-Keys<K>) and [`Other`]', ['Keys', 'Other']],
  ['[keys](<Keys#impl-Index>)', ['Keys']],
  ['[`Keys#method.len`]', ['Keys']],
  ['[struct@Keys#x]', ['Keys']],
  ['[a](https://example.org/x#y)', []],
  ['`[a](b::C)`', []],
])('%s links to %j', (line, found) => {
  expect(paths(line)).toEqual(found);
});
