import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../../../src/languages/parse.ts';
import { outlineRust } from '../../../src/languages/rust/outline.ts';

const outlineOf = (text: string) => outlineRust(parse(text, 'rust'));
const idsOf = (text: string): string[] => {
  const { units, members } = outlineOf(text);
  return [...units, ...members].map(({ id }) => id);
};

// Items as token lists, so that any white space or comment may stand between two tokens.
const ITEMS = [
  'fn alpha ( x : u8 ) -> Beta { beta ( x ) }',
  'struct Beta < T > { x : T , }',
  'impl < T : Clone > Beta < T > { fn one ( & self ) { } const TWO : u8 = 1 ; }',
  'impl < T > Clone for Beta < T > where T : Copy { fn clone ( & self ) -> Self { * self } }',
  'impl Gamma { fn one ( ) { } }',
  'impl Gamma { fn two ( ) { } }',
  'use std :: { fmt , io :: { self , Read as _ } } ;',
  'use super :: * ;',
  'const _ : ( ) = check ( ) ;',
  'thread_local! { static A : u8 = 1 ; }',
  'macro_rules! mac { ( ) => { } }',
  'extern "C" { fn f ( ) ; }',
  'mod inner { fn hidden ( ) { } }',
  'pub ( crate ) enum Delta { A , B ( u8 ) }',
];

const item = fc.constantFrom(...ITEMS);
const gap = fc.constantFrom(' ', '\n', '  \n\t', ' /* c */ ', ' // line\n', '\n\n');
const layout = (text: string, gaps: readonly string[]): string =>
  text
    .split(' ')
    .map((token, i) => token + (gaps[i % gaps.length] ?? ' '))
    .join('');

test('ids are unique, plain YAML scalars, and do not depend on white space or comments', () => {
  fc.assert(
    fc.property(
      fc.array(item, { minLength: 1, maxLength: 12 }),
      fc.array(gap, { minLength: 1, maxLength: 9 }),
      (items, gaps) => {
        const plain = idsOf(items.join('\n'));
        expect(new Set(plain).size).toBe(plain.length);
        for (const id of plain) expect(parseYaml(`- ${id}\n`)).toEqual([id]);
        expect(idsOf(items.map((one) => layout(one, gaps)).join('\n'))).toEqual(plain);
      },
    ),
    { numRuns: 200 },
  );
});

test('an edit of one unit leaves the ids of all others', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { minLength: 2, maxLength: 10 }),
      fc.nat(),
      fc.constantFrom('fn new ( ) { }', ''),
      (items, at, text) => {
        const index = at % items.length;
        const idsWithout = (list: readonly string[]) =>
          list.filter((_, i) => i !== index).map((one) => idsOf(one)[0]!.replace(/~\d+$/, ''));
        const edited = items.map((one, i) => (i === index ? text : one)).join('\n');
        const ids = new Set(idsOf(edited).map((id) => id.replace(/~\d+$/, '')));
        for (const id of idsWithout(items)) expect(ids).toContain(id);
      },
    ),
  );
});

test('rustfmt changes no id', () => {
  const version = execFileSync('rustfmt', ['--version'], { encoding: 'utf8' });
  for (const file of ['names', 'hazards']) {
    const text = readFileSync(`test/fixtures/outline-rust/${file}.rs`, 'utf8').replace(/^mod file;$/m, '');
    const formatted = execFileSync('rustfmt', ['--edition', '2024', '--emit', 'stdout', '--quiet'], {
      input: text,
      encoding: 'utf8',
    });
    expect(formatted, version).not.toBe(text);
    expect(idsOf(formatted).sort(), version).toEqual(idsOf(text).sort());
  }
});
