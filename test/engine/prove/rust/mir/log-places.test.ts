import { describe, expect, it } from 'vitest';
import { foldLogs } from '../../../../../src/engine/prove/rust/mir/log-places.ts';
import { createPlaceFold } from '../../../../../src/engine/prove/rust/mir/place-literals.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';

const fold = createPlaceFold(
  memoryView({ 'a/src/m.rs': 'fn f() {}\n' }),
  memoryView({ 'a/src/m.rs': 'mod c;\n', 'a/src/m/c.rs': 'fn f() {}\n' }),
  { before: [], after: ['m::c'] },
);

describe('strings that say where code stands', () => {
  it.each([
    ['"demo::m::c"', '"demo::m"'],
    ['"demo::m::c::Order"', '"demo::m::Order"'],
    ['"schema of demo::m::c::Order, version 2"', '"schema of demo::m::Order, version 2"'],
    ['"demo::m::cat"', '"demo::m::cat"'],
    ['"x::demo::m::c"', '"x::demo::m::c"'],
    ['"event a/src/m/c.rs:12"', '"event <file>"'],
    ['"src/m/c.rs:12:5 and src/m.rs"', '"<file> and <file>"'],
    ['"/home/a/src/m.rs"', '"/home/a/src/m.rs"'],
    ['"src/m.rst"', '"src/m.rst"'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });
});

// As rustc 1.95 prints a line of log 0.4.35.
const record = (target: string, module: string, own = ''): string => `fn m::open(_1: u32) -> u32 {
        _29 = const "${target}";
        _28 = &(*_29);
        _31 = log::__private_api::loc() -> [return: bb8, unwind continue];
        _30 = &(*_31);
        _27 = (move _28, const "${module}", move _30);
        _40 = const "${own}";
        _41 = &(*_40);
        _42 = (move _41, move _30);
}`;

// As it prints what tracing 0.1.44 keeps of a line.
const callsite = (module: string, file: string, line: number, level: string): string =>
  `static m::open::__CALLSITE::META: tracing::Metadata<'_> = {
        _2 = const "${module}";
        _5 = const "${file}";
        _6 = std::option::Option<u32>::Some(const ${line}_u32);
        _0 = tracing::Metadata<'_>::new(const "event ${file}:${line}", move _1, const tracing::Level::${level}, move _3, move _6, move _7);
}`;

describe('what a log keeps of its lines', () => {
  const same = (was: string, is: string): boolean => foldLogs(was, fold) === foldLogs(is, fold);

  it('a record of log says the path of its module, twice', () => {
    expect(same(record('demo::m', 'demo::m'), record('demo::m::c', 'demo::m::c'))).toBe(true);
    expect(same(record('own', 'demo::m'), record('own', 'demo::m::c'))).toBe(true);
  });

  it('a callsite of tracing says file and line too', () => {
    const was = callsite('demo::m', 'src/m.rs', 12, 'INFO');
    expect(same(was, callsite('demo::m::c', 'src/m/c.rs', 3, 'INFO'))).toBe(true);
    expect(same(was, callsite('demo::m::c', 'src/m/c.rs', 3, 'WARN'))).toBe(false);
  });

  it.each([
    ['another target', record('demo::m', 'demo::m'), record('demo::n', 'demo::m::c')],
    ['a target that is written', record('own', 'demo::m'), record('other', 'demo::m::c')],
    [
      'the path as data beside it',
      record('demo::m', 'demo::m', 'demo::m'),
      record('demo::m::c', 'demo::m::c', 'demo::m::c'),
    ],
    [
      'the path where nothing logs',
      'fn m::f() -> &str {\n    _0 = const "demo::m";\n}',
      'fn m::f() -> &str {\n    _0 = const "demo::m::c";\n}',
    ],
  ])('%s is a difference', (_, was, is) => {
    expect(same(was, is)).toBe(false);
  });
});
