import { expect, it } from 'vitest';
import { unitConditions } from '../../../../analyzers/readings/rust/unit-conditions.ts';
import { memoryView } from '../../../helpers/memory-view.ts';

/** `id: own | part; part`, the units that wait for something. */
function told(files: Readonly<Record<string, string>>, path = 'src/lib.rs'): string[] {
  const manifest = '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n';
  return unitConditions(memoryView({ 'Cargo.toml': manifest, ...files }), path)
    .filter(({ own, parts }) => own.length + parts.length > 0)
    .map(
      ({ unit, own, parts }) => `${unit.id}: ${own.join(' & ')} | ${parts.map((one) => one.join(' & ')).join('; ')}`,
    );
}

const inFile = (text: string): string[] => told({ 'src/lib.rs': text });

it('reads what a unit, its block and its file wait for', () => {
  expect(
    inFile(`#![cfg(unix)]
//! Docs.

/// Doc.
#[cfg(feature = "a",)]
#[inline]
pub fn f() {}

#[cfg(feature = "b")]
impl S {
    #[cfg(any(test, feature = "c"))]
    fn g() {}
    fn h() {}
}
`),
  ).toEqual([
    'fn f: unix & feature = "a" | ',
    'impl S: unix & feature = "b" | unix & feature = "b" & any(test, feature = "c")',
    'impl S::g: unix & feature = "b" & any(test, feature = "c") | ',
  ]);
});

it('tells the parts of a unit from the unit, and lints from derives', () => {
  expect(
    inFile(`#[cfg_attr(docsrs, doc(cfg(feature = "x")))]
#[cfg_attr(feature = "serde", derive(Serialize), serde(default))]
struct S {
    #[cfg_attr(feature = "serde", serde(with = "w"))]
    a: u8,
    #[cfg(windows)]
    b: u8,
}

fn f() {
    #[cfg(feature = "x")]
    {
        #[cfg(not(feature = "y"))]
        g();
    }
}

#[cfg_attr(feature = "z", cfg(unix))]
fn g() {}

#[tokio::test]
fn t() {}
`),
  ).toEqual([
    'struct S:  | feature = "serde"; windows',
    'fn f:  | feature = "x"; feature = "x" & not(feature = "y")',
    'fn g: any(not(feature = "z"), unix) | ',
    'fn t: test | ',
  ]);
});

it('reads what macro calls are given, and what macros of the package make of them', () => {
  const calls = `cfg_if! {
    if #[cfg(unix)] { fn a() {} } else { fn b() {} }
}

names!(NAMES { A = 1 });
`;
  const macros = `macro_rules! names {
    ($vis:vis $n:ident { $($rest:tt)* }) => { #[cfg(feature = "names")] $vis static $n: u8 = 1; inner! { $($rest)* } };
}
macro_rules! inner {
    ($($rest:tt)*) => { #[cfg($m)] const X: u8 = 1; #[cfg(not(feature = "small"))] const Y: u8 = 2; };
}
mod m;
`;
  const read = told({ 'src/lib.rs': macros, 'src/m.rs': calls }, 'src/m.rs');
  expect(read.map((line) => line.slice(line.indexOf(': ')))).toEqual([
    ':  | unix',
    ':  | feature = "names"; not(feature = "small")',
  ]);
});
