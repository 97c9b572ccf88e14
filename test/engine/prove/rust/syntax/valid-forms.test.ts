import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST =
  '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n\n[dev-dependencies.probe]\nversion = "1"\n';

interface Row {
  readonly what: string;
  /** Files that both sides have. */
  readonly beside: Readonly<Record<string, string>>;
  readonly module: string;
  readonly facade: string;
  readonly part: string;
  readonly isProven: boolean;
}

const ERROR = 'pub enum Fault {\n    Full,\n    Late,\n}\n';
const FULL = 'pub fn full() -> Fault {\n    Full\n}\n';
const LATE = 'pub fn late() -> Fault {\n    Fault::Late\n}\n';
const SHORT = 'pub fn short() -> &str {\n    ""\n}\n';
const LONG = 'pub fn long() -> &str {\n    " "\n}\n';
const HINT = 'pub fn sum(a: u8) -> u8 {\n    hint::add(a)\n}\n';
const LOUD = 'pub fn loud() -> u8 {\n    hint(1)\n}\n';
const KEPT = 'pub fn kept() -> u8 {\n    hint::add(1)\n}\n';
const TRAIT =
  'pub trait Append {\n    fn append(&self) -> u8;\n}\n\nimpl Append for u8 {\n    fn append(&self) -> u8 {\n        *self\n    }\n}\n';
const CALL = 'pub fn call() -> u8 {\n    1u8.append()\n}\n';
const inner = (use: string): string =>
  `mod inner {\n${use}    pub fn other(list: &Other) -> u8 {\n        list.append()\n    }\n}\n`;

const ROWS: readonly Row[] = [
  {
    what: 'the comma of a tuple among tokens',
    beside: {},
    module: 'pub fn one() {\n    println!("{:?}", (1,));\n}\n\npub fn kept() {}\n',
    facade: 'mod part;\n\npub use part::one;\n\npub fn kept() {}\n',
    part: 'pub fn one() {\n    println!("{:?}", (1));\n}\n',
    isProven: false,
  },
  {
    what: 'the comma of a call among tokens',
    beside: {},
    module: 'pub fn one() {\n    println!("{:?}", f(1,));\n}\n\npub fn kept() {}\n',
    facade: 'mod part;\n\npub use part::one;\n\npub fn kept() {}\n',
    part: 'pub fn one() {\n    println!("{:?}", f(1));\n}\n',
    isProven: true,
  },
  {
    what: 'the comma of a pair among tokens',
    beside: {},
    module: 'pub fn one() {\n    println!("{:?}", (1, 2,));\n}\n\npub fn kept() {}\n',
    facade: 'mod part;\n\npub use part::one;\n\npub fn kept() {}\n',
    part: 'pub fn one() {\n    println!("{:?}", (1, 2));\n}\n',
    isProven: true,
  },
  {
    what: 'a raw name among tokens',
    beside: {},
    module: 'pub fn one() {\n    println!("{:?}", pick!(r#auto));\n}\n\npub fn kept() {}\n',
    facade: 'mod part;\n\npub use part::one;\n\npub fn kept() {}\n',
    part: 'pub fn one() {\n    println!("{:?}", pick!(auto));\n}\n',
    isProven: false,
  },
  {
    what: 'a glob of an enum goes where its variants are read',
    beside: { 'src/fault.rs': ERROR },
    module: `use crate::fault::Fault;\nuse crate::fault::Fault::*;\n\n${FULL}\n${LATE}`,
    facade: `use crate::fault::Fault;\n\nmod part;\n\npub use part::full;\n\n${LATE}`,
    part: `use crate::fault::Fault;\nuse crate::fault::Fault::*;\n\n${FULL}`,
    isProven: true,
  },
  {
    what: 'and is missed where they are',
    beside: { 'src/fault.rs': ERROR },
    module: `use crate::fault::Fault;\nuse crate::fault::Fault::*;\n\n${FULL}\n${LATE}`,
    facade: `use crate::fault::Fault;\nuse crate::fault::Fault::*;\n\nmod part;\n\npub use part::full;\n\n${LATE}`,
    part: `use crate::fault::Fault;\n\n${FULL}`,
    isProven: false,
  },
  {
    what: 'a glob that may bring anything goes everywhere',
    beside: { 'src/fault.rs': `make! {}\n${ERROR}` },
    module: `use crate::fault::*;\n\n${SHORT}\n${LATE.replace('Fault::Late', 'made()')}`,
    facade: `mod part;\n\npub use part::short;\n\n${LATE.replace('Fault::Late', 'made()')}`,
    part: SHORT,
    isProven: false,
  },
  {
    what: 'a module that is called like an enum brings more than variants',
    beside: {
      'src/fault.rs': `${ERROR}pub mod other {\n    pub fn made() -> u8 {\n        1\n    }\n}\npub use other as Fault;\n`,
    },
    module: `use crate::fault::Fault::*;\n\npub fn call() -> u8 {\n    made()\n}\n\npub fn kept() -> u8 {\n    made()\n}\n`,
    facade: `use crate::fault::Fault::*;\n\nmod part;\n\npub use part::call;\n\npub fn kept() -> u8 {\n    made()\n}\n`,
    part: 'pub fn call() -> u8 {\n    made()\n}\n',
    isProven: false,
  },
  {
    what: 'a module of std by way of the crate leaves the type what it is',
    beside: { 'src/fault.rs': 'pub fn none() {}\n' },
    module: `use crate::std::str;\n\n${SHORT}\n${LONG}`,
    facade: `mod part;\n\npub use part::short;\n\n${LONG}`,
    part: SHORT,
    isProven: true,
  },
  {
    what: 'not so where the package has a module std of its own',
    beside: { 'src/fault.rs': 'pub mod std {\n    pub type str = u8;\n}\n' },
    module: `use crate::std::str;\n\n${SHORT}\n${LONG}`,
    facade: `mod part;\n\npub use part::short;\n\n${LONG}`,
    part: SHORT,
    isProven: false,
  },
  {
    what: 'a module alone stands for itself where nothing else of its name is read',
    beside: { 'src/hint.rs': 'pub struct Hint;\npub fn add(a: u8) -> u8 {\n    a\n}\n' },
    module: `use crate::hint::{self, Hint};\n\n${HINT}\npub fn none() -> Hint {\n    Hint\n}\n`,
    facade: 'use crate::hint::Hint;\n\nmod part;\n\npub use part::sum;\n\npub fn none() -> Hint {\n    Hint\n}\n',
    part: `use crate::hint;\n\n${HINT}`,
    isProven: true,
  },
  {
    what: 'and brings more where a function of its name is read',
    beside: {
      'src/hint.rs': 'pub fn add(a: u8) -> u8 {\n    a\n}\n',
      'src/fault.rs': 'pub fn hint(a: u8) -> u8 {\n    a\n}\n',
    },
    module: `use crate::fault::*;\nuse crate::hint::{self};\n\n${LOUD}\n${KEPT}`,
    facade: `use crate::fault::*;\nuse crate::hint::{self};\n\nmod part;\n\npub use part::loud;\n\n${KEPT}`,
    part: `use crate::fault::*;\nuse crate::hint;\n\n${LOUD}`,
    isProven: false,
  },
  {
    what: 'a crate is named by the imports of an inner module',
    beside: { 'src/fault.rs': `make! {}\n${ERROR}` },
    module: `use crate::fault::*;\n\n${SHORT}\n#[cfg(test)]\nmod tests {\n    use super::*;\n    use probe::{One, Two};\n}\n`,
    facade:
      'mod part;\n\npub use part::short;\n\n#[cfg(test)]\nmod tests {\n    use super::*;\n    use probe::{One, Two};\n}\n',
    part: `use crate::fault::*;\n\n${SHORT}`,
    isProven: true,
  },
  {
    what: 'a trait of the module is none of an inner module that does not see it',
    beside: { 'src/fault.rs': TRAIT },
    module: `use crate::fault::Append;\n\n${CALL}\n${inner('    use super::Other;\n')}\npub struct Other;\n`,
    facade: `mod part;\n\npub use part::call;\n\n${inner('    use super::Other;\n')}\npub struct Other;\n`,
    part: `use crate::fault::Append;\n\n${CALL}`,
    isProven: true,
  },
  {
    what: 'and is one of those that see it',
    beside: { 'src/fault.rs': TRAIT },
    module: `use crate::fault::Append;\n\n${CALL}\n${inner('    use super::*;\n')}\npub struct Other;\n`,
    facade: `mod part;\n\npub use part::call;\n\n${inner('    use super::*;\n')}\npub struct Other;\n`,
    part: `use crate::fault::Append;\n\n${CALL}`,
    isProven: false,
  },
  {
    what: 'a trait in lower case is one',
    beside: { 'src/fault.rs': TRAIT.replaceAll('Append', 'appends') },
    module: `use crate::fault::appends;\n\n${CALL}\npub fn kept() -> u8 {\n    2u8.append()\n}\n`,
    facade:
      'use crate::fault::appends;\n\nmod part;\n\npub use part::call;\n\npub fn kept() -> u8 {\n    2u8.append()\n}\n',
    part: CALL,
    isProven: false,
  },
  {
    what: 'a glob of an enum in a file below leads nowhere else',
    beside: {
      'src/module/below.rs': 'use crate::fault::Fault::*;\n\n#[derive(Hash)]\npub struct Low;\n',
      'src/fault.rs': ERROR,
    },
    module: `use std::hash::Hash;\n\npub mod below;\n\npub fn hash<T: Hash>(_: T) {}\n\n${SHORT}`,
    facade: `pub mod below;\nmod part;\n\npub use part::hash;\n\n${SHORT}`,
    part: 'use std::hash::Hash;\n\npub fn hash<T: Hash>(_: T) {}\n',
    isProven: true,
  },
  {
    what: 'the type of a file below is no module of its name',
    beside: { 'src/module/below.rs': 'use super::*;\n\npub fn low(c: char) -> char {\n    c\n}\n' },
    module: `use core::char;\n\npub mod below;\n\npub fn one() -> Option<char> {\n    char::from_u32(1)\n}\n\n${SHORT}`,
    facade: `pub mod below;\nmod part;\n\npub use part::one;\n\n${SHORT}`,
    part: 'use core::char;\n\npub fn one() -> Option<char> {\n    char::from_u32(1)\n}\n',
    isProven: true,
  },
  {
    what: 'a path of a file below goes through it',
    beside: { 'src/module/below.rs': 'use super::*;\n\npub fn low() -> Option<char> {\n    char::from_u32(2)\n}\n' },
    module: `use core::char;\n\npub mod below;\n\npub fn one() -> Option<char> {\n    char::from_u32(1)\n}\n\n${SHORT}`,
    facade: `pub mod below;\nmod part;\n\npub use part::one;\n\n${SHORT}`,
    part: 'use core::char;\n\npub fn one() -> Option<char> {\n    char::from_u32(1)\n}\n',
    isProven: false,
  },
  {
    what: 'a glob of a module may lead back',
    beside: {
      'src/module/below.rs': 'use crate::fault::*;\n\n#[derive(Hash)]\npub struct Low;\n',
      'src/fault.rs': ERROR,
    },
    module: `use std::hash::Hash;\n\npub mod below;\n\npub fn hash<T: Hash>(_: T) {}\n\n${SHORT}`,
    facade: `pub mod below;\nmod part;\n\npub use part::hash;\n\n${SHORT}`,
    part: 'use std::hash::Hash;\n\npub fn hash<T: Hash>(_: T) {}\n',
    isProven: false,
  },
];

test.each(ROWS)('$what', ({ beside, module, facade, part, isProven }) => {
  const lib = `pub mod module;\n${Object.keys(beside)
    .filter((path) => /^src\/\w+\.rs$/.test(path))
    .map((path) => `pub mod ${path.slice(4, -3)};\n`)
    .join('')}`;
  const common = { 'Cargo.toml': MANIFEST, 'src/lib.rs': lib, ...beside };
  const before = memoryView({ ...common, 'src/module.rs': module }, { readManifests });
  const after = memoryView({ ...common, 'src/module.rs': facade, 'src/module/part.rs': part }, { readManifests });
  const proofs = proveRustSyntax(before, after, null, ['src/module.rs', 'src/module/part.rs']);
  expect(proofs.every(({ verdict }) => verdict === 'proven')).toBe(isProven);
});
