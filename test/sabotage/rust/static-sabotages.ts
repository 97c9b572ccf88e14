import type { Files } from './spoil.ts';

/** A module by hand before and after its division; the file where S must see what is wrong, or null where it is right. */
export interface Division {
  readonly kind: string;
  readonly name: string;
  readonly base: Files;
  readonly head: Files;
  readonly fails: string | null;
}

const M = 'src/m.rs';
const PART = 'src/m/part.rs';
const LIB = 'src/lib.rs';

const divided =
  (kind: string, base: string, shared: Files = {}) =>
  (name: string, fails: string | null, facade: string, part: string, more: Files = {}): Division => ({
    kind,
    name,
    base: { [LIB]: 'pub mod m;\n', ...shared, [M]: base },
    head: { [LIB]: 'pub mod m;\n', ...shared, [M]: facade, [PART]: part, ...more },
    fails,
  });

const LOW = 'pub fn low() -> i32 {\n    1\n}\n';
const REST = '\npub fn rest() -> i32 {\n    3\n}\n';
const GIVEN = 'mod part;\n\npub use part::low;\n';

const line = divided('mod lines', LOW + REST);
const MOD_LINES: readonly Division[] = [
  line('a plain line', null, GIVEN + REST, LOW),
  line('a line for the crate', M, `pub(crate) ${GIVEN}${REST}`, LOW),
  line('a line for the parent', M, `pub(super) ${GIVEN}${REST}`, LOW),
  line('a line with lints of its own', M, `#[allow(warnings)]\n${GIVEN}${REST}`, LOW),
  line('a hidden line', M, `#[doc(hidden)]\n${GIVEN}${REST}`, LOW),
  line('a line that a cfg_attr changes', M, `#[cfg_attr(unix, allow(unused))]\n${GIVEN}${REST}`, LOW),
  line('a conditional line', PART, `#[cfg(unix)]\nmod part;\n\n#[cfg(unix)]\npub use part::low;\n${REST}`, LOW),
  line('a part with a condition of its own', PART, GIVEN + REST, `#![cfg(not(test))]\n\n${LOW}`),
  line('a part with lints of its own', PART, GIVEN + REST, `#![allow(dead_code)]\n\n${LOW}`),
  line('a part without the prelude', PART, GIVEN + REST, `#![no_implicit_prelude]\n\n${LOW}`),
  line('new lints in the facade', M, `#![allow(warnings)]\n\n${GIVEN}${REST}`, LOW),
];

const CFG_LOW = `#[cfg(unix)]\n${LOW}`;
const condition = divided('conditions', CFG_LOW + REST);
const CONDITIONS: readonly Division[] = [
  condition(
    'on the line as on its item',
    null,
    `#[cfg(unix)]\nmod part;\n\n#[cfg(unix)]\npub use part::low;\n${REST}`,
    CFG_LOW,
  ),
  condition(
    'written in another way',
    null,
    `#[cfg(unix)]\nmod part;\n\n#[cfg(all(unix))]\npub use part::low;\n${REST}`,
    CFG_LOW,
  ),
  condition('on no line', null, `mod part;\n\n#[cfg(unix)]\npub use part::low;\n${REST}`, CFG_LOW),
  condition(
    'another one on the line',
    PART,
    `#[cfg(any(unix, windows))]\nmod part;\n\n#[cfg(unix)]\npub use part::low;\n${REST}`.replace(
      'any(unix, windows)',
      'all(unix, debug_assertions)',
    ),
    CFG_LOW,
  ),
  condition('none on the re-export', M, `mod part;\n\npub use part::low;\n${REST}`, CFG_LOW),
  condition(
    'a narrower one on the re-export',
    M,
    `mod part;\n\n#[cfg(all(unix, test))]\npub use part::low;\n${REST}`,
    CFG_LOW,
  ),
  condition('a narrower one on a glob', M, `mod part;\n\n#[cfg(all(unix, test))]\npub use part::*;\n${REST}`, CFG_LOW),
  condition('lost with the item', PART, `mod part;\n\n#[cfg(unix)]\npub use part::low;\n${REST}`, LOW),
];

const PAIR = 'pub fn low() -> i32 {\n    1\n}\n\npub fn high() -> i32 {\n    2\n}\n';
const name = divided('re-exports', PAIR + REST);
const RE_EXPORTS: readonly Division[] = [
  name('by their names', null, `mod part;\n\npub use part::{high, low};\n${REST}`, PAIR),
  name('through self', null, `mod part;\n\npub use self::part::{high, low};\n${REST}`, PAIR),
  name('by a glob', null, `mod part;\n\npub use part::*;\n${REST}`, PAIR),
  name('swapped', M, `mod part;\n\npub use part::{high as low, low as high};\n${REST}`, PAIR),
  name('one thing by two names', M, `mod part;\n\npub use part::{low, low as high};\n${REST}`, PAIR),
  name('for the crate alone', M, `mod part;\n\npub(crate) use part::{high, low};\n${REST}`, PAIR),
  name('one of them missing', M, `mod part;\n\npub use part::low;\n${REST}`, PAIR),
  name('one more name', M, `mod part;\n\npub use part::{high, low, low as lowest};\n${REST}`, PAIR),
  name('hidden from the docs', M, `mod part;\n\n#[doc(hidden)]\npub use part::{high, low};\n${REST}`, PAIR),
];

const CRATE = 'pub(crate) fn low() -> i32 {\n    1\n}\n';
const narrow = divided('names of the crate', CRATE + REST, {
  [LIB]: 'pub mod m;\n\npub fn user() -> i32 {\n    m::low()\n}\n',
});
const CRATE_NAMES: readonly Division[] = [
  narrow('as before', null, `mod part;\n\npub(crate) use part::low;\n${REST}`, CRATE),
  narrow('on some platforms only', M, `mod part;\n\n#[cfg(unix)]\npub(crate) use part::low;\n${REST}`, CRATE),
  narrow('with some feature only', M, `mod part;\n\n#[cfg(feature = "x")]\npub(crate) use part::low;\n${REST}`, CRATE),
  narrow('for everybody', M, `mod part;\n\npub use part::low;\n${REST}`, CRATE),
  narrow('for nobody', M, `mod part;\n\nuse part::low;\n${REST}`, CRATE),
];

const TWO = 'pub fn fast() -> i32 {\n    1\n}\n\npub fn slow() -> i32 {\n    2\n}\n';
const RUN = 'pub fn run() -> i32 {\n    fast()\n}\n';
const binding = divided(
  'what imports bind',
  `use std::fmt;\n\n${TWO}\n${RUN}\npub fn show(f: &mut fmt::Formatter<'_>) -> fmt::Result {\n    f.write_str("x")\n}\n`,
  {
    [LIB]: 'pub mod m;\npub mod other;\n',
    'src/other.rs': 'pub fn fast() -> i32 {\n    9\n}\n\npub mod fmt {}\n',
  },
);
const SHOW = '\npub fn show(f: &mut fmt::Formatter<\'_>) -> fmt::Result {\n    f.write_str("x")\n}\n';
const FACADE = `use std::fmt;\n\nmod part;\n\npub use part::run;\n\n${TWO}${SHOW}`;
const BINDINGS: readonly Division[] = [
  binding('the name itself', null, FACADE, `use super::fast;\n\n${RUN}`),
  binding('all of the parent', null, FACADE, `use super::*;\n\n${RUN}`),
  binding('the path from the crate', null, FACADE, `use crate::m::fast;\n\n${RUN}`),
  binding('another function by its name', PART, FACADE, `use super::slow as fast;\n\n${RUN}`),
  binding('another module by its name', PART, FACADE, `use super::super::other::fast;\n\n${RUN}`),
  binding('the same from the crate', PART, FACADE, `use crate::other::fast;\n\n${RUN}`),
  binding('a glob of another module', PART, FACADE, `use super::super::other::*;\nuse super::slow;\n\n${RUN}`),
  binding('nothing', PART, FACADE, RUN),
  binding('the name under a condition only', PART, FACADE, `#[cfg(unix)]\nuse super::fast;\n\n${RUN}`),
  binding(
    'another module in the facade',
    M,
    FACADE.replace('use std::fmt;', 'use crate::other::fmt;'),
    `use super::fast;\n\n${RUN}`,
  ),
  binding('an alias in the facade', M, `${FACADE}\nuse fast as swift;\n`, `use super::fast;\n\n${RUN}`),
  binding(
    'a wider audience of an import',
    M,
    FACADE.replace('use std::fmt;', 'pub use std::fmt;'),
    `use super::fast;\n\n${RUN}`,
  ),
];

const OUTER =
  'pub struct Inner;\n\nimpl Inner {\n    pub fn speak(&self) -> i32 {\n        2\n    }\n}\n\npub struct Outer(pub Inner);\n\nimpl std::ops::Deref for Outer {\n    type Target = Inner;\n    fn deref(&self) -> &Inner {\n        &self.0\n    }\n}\n\npub trait Loud {\n    fn speak(&self) -> i32;\n}\n\nimpl Loud for Outer {\n    fn speak(&self) -> i32 {\n        1\n    }\n}\n';
const TYPES = { [LIB]: 'pub mod m;\npub mod types;\n', 'src/types.rs': OUTER };
const METHOD = 'pub fn method(one: &Outer) -> i32 {\n    one.speak()\n}\n';
const loud = divided(
  'traits in scope',
  `use crate::types::{Loud, Outer};\n\npub fn direct(one: &Outer) -> i32 {\n    Loud::speak(one)\n}\n\n${METHOD}`,
  TYPES,
);
const DIRECT =
  'use crate::types::{Loud, Outer};\n\nmod part;\n\npub use part::method;\n\npub fn direct(one: &Outer) -> i32 {\n    Loud::speak(one)\n}\n';
const nameless = divided(
  'traits in scope',
  `use crate::types::Outer;\nuse crate::types::Loud as _;\n\n${METHOD}${REST}`,
  TYPES,
);
const preluded = divided('traits in scope', `use crate::types::*;\n\n${METHOD}${REST}`, TYPES);
const byMacro = divided(
  'traits in scope',
  `use crate::types::{Loud, Outer};\n\nmacro_rules! spoken {\n    ($x:expr) => {\n        $x.speak()\n    };\n}\n\npub fn method(one: &Outer) -> i32 {\n    spoken!(one)\n}\n\npub fn direct(one: &Outer) -> i32 {\n    Loud::speak(one)\n}\n`,
  TYPES,
);
const TRAITS: readonly Division[] = [
  loud('through the parent', null, DIRECT, `use super::*;\n\n${METHOD}`),
  loud('by its name', null, DIRECT, `use super::{Loud, Outer};\n\n${METHOD}`),
  loud('without a name', null, DIRECT, `use super::Loud as _;\nuse super::Outer;\n\n${METHOD}`),
  loud('by the path that the module has', null, DIRECT, `use crate::types::{Loud, Outer};\n\n${METHOD}`),
  loud('not at all', PART, DIRECT, `use super::Outer;\n\n${METHOD}`),
  loud('under a condition', PART, DIRECT, `#[cfg(test)]\nuse super::Loud;\nuse super::Outer;\n\n${METHOD}`),
  nameless(
    'one without a name, lost',
    PART,
    `use crate::types::Outer;\nuse crate::types::Loud as _;\n\nmod part;\n\npub use part::method;\n${REST}`,
    `use super::Outer;\n\n${METHOD}`,
  ),
  nameless(
    'one without a name, gone from where the parent had it',
    PART,
    `use crate::types::Outer;\n\nmod part;\n\npub use part::method;\n${REST}`,
    `use super::*;\n\n${METHOD}`,
  ),
  preluded(
    'a glob, lost',
    PART,
    `use crate::types::*;\n\nmod part;\n\npub use part::method;\n${REST}`,
    `use crate::types::Outer;\n\n${METHOD}`,
  ),
  preluded(
    'a glob, by itself',
    null,
    `mod part;\n\npub use part::method;\n${REST}`,
    `use crate::types::*;\n\n${METHOD}`,
  ),
  byMacro(
    'what the body of a macro calls',
    PART,
    'use crate::types::{Loud, Outer};\n\nmacro_rules! spoken {\n    ($x:expr) => {\n        $x.speak()\n    };\n}\n\nmod part;\n\npub use part::method;\n\npub fn direct(one: &Outer) -> i32 {\n    Loud::speak(one)\n}\n',
    'use super::Outer;\n\npub fn method(one: &Outer) -> i32 {\n    spoken!(one)\n}\n',
  ),
];

const own = divided(
  'traits in scope',
  `use crate::types::Outer;\n\ntrait Soft {\n    fn speak(&self) -> i32;\n}\n\nimpl Soft for Outer {\n    fn speak(&self) -> i32 {\n        3\n    }\n}\n\n${METHOD}${REST}`,
  TYPES,
);
const SOFT =
  'trait Soft {\n    fn speak(&self) -> i32;\n}\n\nimpl Soft for Outer {\n    fn speak(&self) -> i32 {\n        3\n    }\n}\n';
const OWN_TRAITS: readonly Division[] = [
  own(
    'a private one, by its name',
    null,
    `use crate::types::Outer;\n\nmod part;\n\npub use part::method;\n\n${SOFT}${REST}`,
    `use super::{Outer, Soft};\n\n${METHOD}`,
  ),
  own(
    'a private one, lost',
    PART,
    `use crate::types::Outer;\n\nmod part;\n\npub use part::method;\n\n${SOFT}${REST}`,
    `use super::Outer;\n\n${METHOD}`,
  ),
  own(
    'another one of its name',
    PART,
    `use crate::types::Outer;\n\nmod part;\n\npub use part::method;\n\n${SOFT}${REST}`,
    `use super::Outer;\nuse crate::types::Loud as Soft;\n\n${METHOD}`,
  ),
  own(
    'one that leaves its caller',
    M,
    `use crate::types::Outer;\n\nmod part;\n\n${METHOD}${REST}`,
    `use super::*;\n\n${SOFT.replace('trait', 'pub(super) trait')}`,
  ),
];

const SHOWN = 'pub fn low() -> fmt::Result {\n    Ok(())\n}\n';
const OWN = 'pub fn low() -> shared::Low {\n    shared::Low\n}\n';
const alone = (name: string, fails: string | null, path: string, item: string): Division =>
  divided('a module alone', `use ${path}::{self};\n\n${item}${REST}`, SHARED)(
    name,
    fails,
    `${GIVEN}${REST}`,
    `use ${path};\n\n${item}`,
  );
const SHARED = { 'src/shared.rs': 'pub struct Low;\n' };
const SELVES: readonly Division[] = [
  alone('of the standard library', null, 'std::fmt', SHOWN),
  alone('of the crate, where nothing else of its name is read', null, 'crate::shared', OWN),
];

export const STATIC_BASICS: readonly Division[] = [
  ...SELVES,
  ...MOD_LINES,
  ...CONDITIONS,
  ...RE_EXPORTS,
  ...CRATE_NAMES,
  ...BINDINGS,
  ...TRAITS,
  ...OWN_TRAITS,
];
