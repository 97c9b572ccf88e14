import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalBody } from '../../../../../src/engine/prove/rust/mir/normal-body.ts';
import { foldImpls, moduleFold } from '../../../../../src/engine/prove/rust/mir/normal-paths.ts';
import { outsideData } from '../../../../../src/engine/prove/rust/mir/outside-data.ts';
import { readLines } from '../../../../../src/engine/prove/rust/mir/read-lines.ts';
import { splitMir } from '../../../../../src/engine/prove/rust/mir/split-mir.ts';
import { tempFolder } from '../../../../helpers/temp-workspace.ts';

describe('paths of impl blocks', () => {
  it.each([
    ['m::Foo::<T>::get', 'm::Foo<T>::get'],
    ['m::c::<impl m::Foo<T>>::get', 'm::Foo<T>::get'],
    ['<impl m::Foo>::get::Inner', 'm::Foo::get::Inner'],
    ['core::slice::<impl [&str]>::len', '<[&str]>::len'],
    ['m::<impl m::Tr<A> for B<C>>::f', '<B<C> as m::Tr<A>>::f'],
    ['m::c::<impl m::Tr for fn(u8) -> u8>::f', '<fn(u8) -> u8 as m::Tr>::f'],
    // An unnamed type as an argument is no block.
    ['m::f::<impl Fn(u32)>(move _1)', 'm::f<impl Fn(u32)>(move _1)'],
    ['m::Foo::<impl Fn(u32)>::new()', 'm::Foo<impl Fn(u32)>::new()'],
  ])('%s', (text, expected) => {
    expect(foldImpls(text)).toBe(expected);
  });
});

describe('modules that only one side has', () => {
  const fold = moduleFold(['m::c', 'c'], 'demo');
  it.each([
    ['m::c::f', 'm::f'],
    ['demo::m::c::f', 'demo::m::f'],
    ['c::f(move _1)', 'f(move _1)'],
    ['&m::c::Foo<c::Bar>', '&m::Foo<Bar>'],
    ['x::c::f', 'x::c::f'],
    ['other::m::c::f', 'other::m::c::f'],
    ['m::Foo<A>::c::Inner', 'm::Foo<A>::c::Inner'],
    ['abc::f', 'abc::f'],
    // A function of the module's name.
    ['c::{closure#0}', 'c::{closure#0}'],
    ['const c::promoted[0]', 'const c::promoted[0]'],
    ['c::<m::Foo>(move _1)', 'c::<m::Foo>(move _1)'],
    ['m::c::<impl m::Foo>::get', 'm::<impl m::Foo>::get'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

it('strings, characters and lifetimes are told apart, however long a string is', () => {
  const mark = (line: string): string => outsideData(line, (code) => code.replaceAll('a', 'A'));
  expect(mark(`a "a\\"a" 'a' '\\'' b'a' <'a, 'b> "a`)).toBe(`A "a\\"a" 'a' '\\'' b'a' <'A, 'b> "a`);
  const long = '\\x00'.repeat(200_000);
  expect(mark(`a = const b"${long}";`)).toBe(`A = const b"${long}";`);
});

it('the crate that a derive names is the same through whichever module rustc prints it', () => {
  const normal = (code: string): string =>
    [...splitMir(`fn m::_::f(_1: ${code}) -> () {\n    return;\n}\n`.split('\n'))].map((body) =>
      normalBody(body, { fold: (text) => text, foldImpls, sourceAt: (place) => place, testName: (name) => name }),
    )[0]!;
  expect(normal('<S as tagged::_::_serde::Serializer>::Ok')).toBe(normal('<S as _::_serde::Serializer>::Ok'));
  expect(normal('tagged::_::f::A')).not.toBe(normal('_::f::A'));
});

const BODY = (path: string, alloc: number, line: number): string => `// WARNING: for humans
const ${path}TABLE: &[&str] = {
    let mut _1: {closure@src/m.rs:${line}:5: ${line}:8};
    _0 = const {alloc${alloc}: &[&str; 1]};
}

alloc${alloc + 1} (size: 1, align: 1) {
    61                                              │ a
}

alloc${alloc} (static: ${path}TABLE, size: 16, align: 8) {
    ╾${'─'.repeat(16 - String(alloc).length)}alloc${alloc + 1}<imm>───╼ 01 00 00 00 00 00 00 00 │ ╾──────╼........
}

alloc${alloc + 2} (size: 1, align: 1) {
    62                                              │ b
}
`;

it('a body says the same wherever it stands and however its allocations are numbered', () => {
  const normal = (text: string, modules: readonly string[]): string[] =>
    [...splitMir(text.split('\n'))].map((body) =>
      normalBody(body, {
        fold: moduleFold(modules, null),
        foldImpls,
        sourceAt: (place) => place,
        testName: (name) => name,
      }),
    );
  const before = normal(BODY('m::', 3, 10), []);
  expect(before).toHaveLength(1);
  expect(before).toEqual(normal(BODY('m::c::', 117, 2), ['m::c']));
  expect(before[0]).toContain('alloc1 (static: m::TABLE, size: 16, align: 8) {');
  expect(before[0]).toContain('    61');
  expect(before[0]).not.toContain('    62');
  expect(before).not.toEqual(normal(BODY('m::', 3, 10).replace('    61 ', '    63 '), []));
});

/** A static of so many rows of data; `at` has another byte, or a pointer. */
const DUMP = (rows: number, at: number, row: string): string[] => [
  'static m::ROOM: [u8; 0] = {',
  '    _0 = const {alloc7: &[u8; 0]};',
  '}',
  'alloc7 (static: ROOM, size: 0, align: 1) {',
  ...Array.from(
    { length: rows },
    (_, i) => `    0x${(i * 16).toString(16)} \u2502 ${i === at ? row : '00 '.repeat(16)}\u2502 ....`,
  ),
  '}',
];

it('what is long in an allocation is compared by its hash, but for pointers', () => {
  const options = {
    fold: (text: string) => text,
    foldImpls,
    sourceAt: (place: string) => place,
    testName: (name: string) => name,
  };
  const read = (lines: readonly string[]): string => normalBody([...splitMir(lines)][0]!, options);
  const plain = read(DUMP(5_000, -1, ''));
  expect(plain).toBe(read(DUMP(5_000, -1, '')));
  expect(plain.length).toBeLessThan(30_000);
  for (const at of [0, 255, 256, 4_999]) expect(read(DUMP(5_000, at, '01 '.repeat(16)))).not.toBe(plain);
  expect(read(DUMP(4_999, -1, ''))).not.toBe(plain);
  const pointer = (name: string): string => read(DUMP(5_000, 3_000, `\u257e\u2500${name}<imm>\u2500\u257c 00 `));
  expect(pointer('alloc8')).toBe(pointer('alloc9'));
  expect(pointer('alloc8')).not.toBe(plain);
  expect(read(DUMP(10, -1, ''))).not.toContain('rows');
});

it('the lines of a file are those of its text, wherever a chunk of it ends', () => {
  const root = tempFolder();
  const texts = [
    '',
    '\n',
    'a',
    'a\n\nb',
    `${'x'.repeat((1 << 20) - 1)}\u2502\n\u257e`,
    `${'\u2502'.repeat(1 << 19)}\n`,
    `${'y'.repeat(1 << 20)}\nz`,
  ];
  for (const [i, text] of texts.entries()) {
    writeFileSync(join(root, `${i}`), text);
    expect([...readLines(join(root, `${i}`))]).toEqual(text.split('\n'));
  }
});
