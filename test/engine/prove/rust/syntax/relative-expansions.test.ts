import { expect, test } from 'vitest';
import { caseView, judgeBySyntax } from '../../../../helpers/judge-by-syntax.ts';

const APP = '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nmac = { path = "../mac" }\n';
const MAC = '[package]\nname = "mac"\nversion = "0.1.0"\nedition = "2021"\n';

/** A module of a workspace beside a crate of macros, of which one function moves to a part. */
async function judged(
  moved: string,
  macros: string,
  others: Record<string, string> = {},
  isProc = false,
): Promise<string> {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["app", "mac"]\n',
    'mac/Cargo.toml': isProc ? `${MAC}[lib]\nproc-macro = true\n` : MAC,
    'mac/src/lib.rs': macros,
    'app/Cargo.toml': APP,
    'app/src/lib.rs': 'pub mod engine;\npub fn rule(n: u32) -> u32 {\n    n + 1000\n}\n',
    ...others,
  };
  const kept = 'pub fn rule(n: u32) -> u32 {\n    n\n}\n';
  const name = /(?:fn|struct) (\w+)/.exec(moved)![1]!;
  const before = { ...files, 'app/src/engine.rs': `${moved}\n${kept}` };
  const after = {
    ...files,
    'app/src/engine.rs': `mod part;\n\npub use part::${name};\n\n${kept}`,
    'app/src/engine/part.rs': moved.replace('"body.in"', '"../body.in"'),
  };
  return (await judgeBySyntax(caseView('rust', before), caseView('rust', after))).outcome;
}

const rules = (body: string): string =>
  `#[macro_export]\nmacro_rules! call {\n    ($n:expr) => {\n        ${body}\n    };\n}\n`;
const CALL = 'pub fn shown(n: u32) -> u32 {\n    mac::call!(n)\n}\n';

test.each<[string, string, string, Record<string, string>?]>([
  ['expands to super::', CALL, rules('super::rule($n)')],
  ['expands to self::', CALL, rules('self::rule($n)')],
  [
    'is handed a level',
    'pub fn shown(n: u32) -> u32 {\n    at!(super, n)\n}\n',
    '',
    {
      'app/src/lib.rs':
        'macro_rules! at {\n    ($level:tt, $n:expr) => {\n        $level::rule($n)\n    };\n}\npub mod engine;\n',
    },
  ],
])('a macro that %s does not move', async (_, moved, macros, others) => {
  expect(await judged(moved, macros, others)).toBe('not-proven');
});

test('a macro that is handed `super` for itself moves', async () => {
  const lib = 'macro_rules! token {\n    [super] => {\n        $crate::ONE\n    };\n}\npub mod engine;\n';
  const moved = 'pub fn shown() -> u32 {\n    token![super]\n}\n';
  expect(await judged(moved, '', { 'app/src/lib.rs': lib })).toBe('proven');
});

test('a macro of a crate that names its own things only moves', async () => {
  expect(await judged(CALL, rules('$crate::rule($n)'))).toBe('proven');
});

test.each([
  ['quote! { impl Shown { pub fn shown(&self) -> u32 { super::rule(1) } } }', 'not-proven'],
  ['"impl Shown { fn shown(&self) -> u32 { super::rule(1) } }".parse().unwrap()', 'not-proven'],
  ['quote! { impl Shown { pub fn shown(&self) -> u32 { 1 } } }', 'proven'],
])('a derive that emits %s: %s', async (body, outcome) => {
  const macros = `#[proc_macro_derive(Show)]\npub fn show(_: TokenStream) -> TokenStream {\n    ${body}\n}\n`;
  expect(await judged('#[derive(mac::Show)]\npub struct Shown;\n', macros, {}, true)).toBe(outcome);
});

test.each([
  ['super::rule(n)', 'not-proven'],
  ['n + 1', 'proven'],
])('a spliced body that says %s: %s', async (text, outcome) => {
  const moved = 'pub fn shown(n: u32) -> u32 {\n    include!("body.in")\n}\n';
  expect(await judged(moved, '', { 'app/src/body.in': text })).toBe(outcome);
});
