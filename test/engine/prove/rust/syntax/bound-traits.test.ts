import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../../helpers/judge-by-syntax.ts';

const MANIFEST = '[package]\nname = "k"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nwire = "1"\n';

/** A module whose child calls `put_some`; the split takes the import of `wire::Sink` from the facade. */
async function judged(child: string): Promise<string> {
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod m;\n', 'src/m/below.rs': `use super::*;\n${child}\n` };
  const moved = 'pub fn first<S: Sink>(sink: S) {\n    sink.put_none()\n}\n';
  const kept = 'pub fn second() -> u8 {\n    1\n}\n';
  const before = { ...files, 'src/m.rs': `mod below;\n\nuse wire::Sink;\n\n${moved}\n${kept}` };
  const after = {
    ...files,
    'src/m.rs': `mod below;\nmod first;\n\npub use first::first;\n\n${kept}`,
    'src/m/first.rs': `use wire::Sink;\n\n${moved}`,
  };
  return (await judgeBySyntax(caseView('rust', before), caseView('rust', after))).outcome;
}

test.each([
  ['bound by its path', 'pub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}', 'proven'],
  [
    'bound in a clause',
    'pub fn low<S>(sink: &S)\nwhere\n    S: wire::Sink + Clone,\n{\n    sink.put_some(1)\n}',
    'proven',
  ],
  [
    'bound by a trait of a module that has the name of the crate',
    'mod wire {\n    pub trait Sink {}\n}\npub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}',
    'not-proven',
  ],
  [
    'bound by a trait of an import that has the name of the crate',
    'use pipe as wire;\npub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}',
    'not-proven',
  ],
  [
    'bound by its path from the outside, beside a module of that name',
    'mod wire {}\npub fn low<S: ::wire::Sink>(sink: S) {\n    sink.put_some(1)\n}',
    'proven',
  ],
  [
    'bound beside a glob that may bring the name of the crate',
    'use pipe::*;\npub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}',
    'not-proven',
  ],
  [
    'bound beside a macro that may make a module of that name',
    'make!();\npub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}',
    'not-proven',
  ],
  [
    'bound beside a module with a glob of its own',
    'pub fn low<S: wire::Sink>(sink: S) {\n    sink.put_some(1)\n}\nmod tests {\n    use pipe::*;\n}',
    'proven',
  ],
  [
    'bound in a module with a glob of its own',
    'mod inner {\n    use super::*;\n    use pipe::*;\n    pub fn low<S: wire::Sink>(sink: S) {\n        sink.put_some(1)\n    }\n}',
    'not-proven',
  ],
  ['bound by another trait', 'pub fn low<S: pipe::Sink>(sink: S) {\n    sink.put_some(1)\n}', 'not-proven'],
  [
    'a parameter of the same name around',
    'pub fn low<S: wire::Sink>(_: S) {\n    fn inner<S: Copy>(sink: S) {\n        sink.put_some(1)\n    }\n}',
    'not-proven',
  ],
  ['no parameter', 'pub fn low(sink: u8) {\n    sink.put_some(1)\n}', 'not-proven'],
])('a method below of a value %s', async (_, child, outcome) => {
  expect(await judged(child)).toBe(outcome);
});
