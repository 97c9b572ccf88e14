import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../../helpers/judge-by-syntax.ts';

const MANIFEST = '[package]\nname = "k"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nwire = "1"\n';

/** A module that imports a trait and the module that it lies in; the part that calls its function has the latter only. */
async function judged(call: string, imports = 'use wire::de;\n'): Promise<string> {
  const moved = `pub fn first<E: de::Problem>() -> E {\n    ${call}\n}\n`;
  const kept = 'pub fn second<E: de::Problem>(error: E) -> E {\n    error.put_none()\n}\n';
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod m;\n' };
  const before = { ...files, 'src/m.rs': `use wire::de::{self, Problem as _};\n\n${moved}\n${kept}` };
  const after = {
    ...files,
    'src/m.rs': `mod first;\n\nuse wire::de::{self, Problem as _};\n\npub use first::first;\n\n${kept}`,
    'src/m/first.rs': `${imports}\n${moved}`,
  };
  return (await judgeBySyntax(caseView('rust', before), caseView('rust', after))).outcome;
}

test.each<[string, string, string?]>([
  ['de::Problem::put_some(1)', 'proven'],
  ['::wire::de::Problem::put_some(1)', 'proven'],
  ['wire::de::Problem::put_some(1)', 'proven'],
  // Another thing of that name, or one that is not named as a trait.
  ['E::put_some(1)', 'not-proven'],
  ['de::Problem::put_some(1).put_more()', 'not-proven'],
  ['pipe::de::Problem::put_some(1)', 'not-proven'],
  ['{\n        use pipe::de;\n        de::Problem::put_some(1)\n    }', 'not-proven'],
])('%s behind no import of the trait: %s', async (call, outcome) => {
  expect(await judged(call)).toBe(outcome);
});

test.each([
  ['field', 'a struct field'],
  ['named', 'a struct field'],
])('a part called %s is a module, though %s is written about', async (name, about) => {
  const moved = `/// Of ${about}.\npub fn put_first<E: Problem>(error: E) -> E {\n    error.put_none()\n}\n`;
  const kept = 'pub fn second() {}\n';
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod m;\n' };
  const before = { ...files, 'src/m.rs': `use wire::Problem;\n\n${moved}\n${kept}` };
  const after = {
    ...files,
    'src/m.rs': `mod ${name};\n\npub use ${name}::put_first;\n\n${kept}`,
    [`src/m/${name}.rs`]: `use wire::Problem;\n\n${moved}`,
  };
  expect((await judgeBySyntax(caseView('rust', before), caseView('rust', after))).outcome).toBe('proven');
});
