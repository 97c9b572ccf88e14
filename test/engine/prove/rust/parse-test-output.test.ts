import { describe, expect, it } from 'vitest';
import { parseDepInfo } from '../../../../src/engine/prove/rust/dep-info.ts';
import { readHeaders, readSections, toTestRun } from '../../../../src/engine/prove/rust/parse-test-output.ts';

const STDERR = `   Compiling sample v0.1.0 (/stage)
    Finished \`test\` profile [unoptimized + debuginfo] target(s) in 1.62s
     Running unittests src/lib.rs (target/debug/deps/sample-b8411d1b6389d6df)
     Running tests/it.rs (target/debug/deps/it-0c1f)
   Doc-tests sample
`;
const STDOUT = `
running 4 tests
test m::tests::adds ... ok
test m::tests::fails - should panic ... ok
test m::tests::loud ... printed past the capture
ok
test m::tests::slow ... ignored, takes an hour

test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s


running 1 test
test works ... FAILED

failures:

---- works stdout ----
running 3 tests of my own
test not::a::test ... fine

test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s


running 3 tests
test src/m/c.rs - m::c::Foo<T>::bar (line 9) ... ok
test src/m/c.rs - m::c::Foo<T>::bar (line 3) - compile fail ... ok
test src/lib.rs - (line 5) ... ok

test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
`;

describe('cargo test output', () => {
  it('becomes ids by target and path; a doctest is known by its item and ordinal, not by file and line', () => {
    const run = toTestRun(readHeaders(STDERR), readSections(STDOUT), [['m::c', 'm']]);
    expect([...run!]).toEqual([
      ['unittests src/lib.rs::m::tests::adds', 'passed'],
      ['unittests src/lib.rs::m::tests::fails', 'passed'],
      ['unittests src/lib.rs::m::tests::loud', 'passed'],
      ['unittests src/lib.rs::m::tests::slow', 'skipped'],
      ['tests/it.rs::works', 'failed'],
      ['doc::m::Foo<T>::bar #1', 'passed'],
      ['doc::m::Foo<T>::bar #2', 'passed'],
      ['doc::(crate) #1', 'passed'],
    ]);
  });

  it('is not guessed at when a program of its own harness prints no section', () => {
    expect(toTestRun(['unit a', 'tests/own.rs'], readSections(STDOUT).slice(0, 1), [])).toBe(null);
  });
});

it('reads dep-info as rustc writes it, with spaces in names', () => {
  const text =
    '/t/deps/x.d: src/lib.rs src/a\\ b.rs\n\n/t/deps/libx.rmeta: src/lib.rs src/a\\ b.rs\n\nsrc/lib.rs:\nsrc/a\\ b.rs:\n# env-dep:A=b: c\n';
  expect(parseDepInfo(text)).toEqual(['src/lib.rs', 'src/a b.rs']);
});
