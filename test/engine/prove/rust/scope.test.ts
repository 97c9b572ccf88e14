import { describe, expect, it } from 'vitest';
import { readManifests } from '../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../helpers/memory-view.ts';
import { proveOnDisk } from './disk-stage.ts';

/** A crate beside the package: what it brings is read by the compiler alone. */
const EXT = `pub trait Store {
    fn len(&self) -> usize {
        7
    }
}

pub struct Wrap(pub Vec<u32>);

impl std::ops::Deref for Wrap {
    type Target = Vec<u32>;

    fn deref(&self) -> &Vec<u32> {
        &self.0
    }
}

impl Store for Wrap {}

pub fn wrap() -> Wrap {
    Wrap(vec![1, 2, 3])
}

pub fn helper() -> u32 {
    500
}

#[macro_export]
macro_rules! call_helper {
    () => {
        helper()
    };
}

#[macro_export]
macro_rules! define_size {
    () => {
        pub fn size_of<T>() -> usize {
            42
        }
    };
}

#[allow(non_snake_case)]
pub mod Codes {
    #[allow(non_upper_case_globals)]
    pub const limit: u32 = 5;
    pub const MOST: u32 = 6;
}
`;

const COMMON = {
  'Cargo.toml':
    '[package]\nname = "k"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\next = { path = "ext" }\n\n[workspace]\n',
  'ext/Cargo.toml': '[package]\nname = "ext"\nversion = "0.1.0"\nedition = "2021"\n',
  'ext/src/lib.rs': EXT,
  'src/lib.rs': '#![allow(unused_imports, dead_code, clippy::all)]\n\npub mod m;\n',
};

interface Case {
  readonly stays: string;
  readonly moves: string;
  /** Imports of the part. */
  readonly imports?: string;
  /** What the facade gives on. */
  readonly gives?: string;
}

/** What B says of the names that the files of the module read: `path verdict`. */
async function named({ stays, moves, imports = '', gives = 'pub use p::go;' }: Case): Promise<string[]> {
  const side = (files: Readonly<Record<string, string>>) => memoryView({ ...COMMON, ...files }, { readManifests });
  const before = side({ 'src/m.rs': `${stays}\n${moves}` });
  const after = side({ 'src/m.rs': `mod p;\n\n${gives}\n\n${stays}`, 'src/m/p.rs': `${imports}${moves}` });
  const { proofs } = await proveOnDisk(before, after, ['B']);
  expect(
    proofs.filter(
      ({ verdict, configuration, beside }) => verdict === 'failed' && beside === undefined && configuration !== 'names',
    ),
  ).toEqual([]);
  return proofs
    .filter(({ configuration }) => configuration === 'names')
    .map(({ path, verdict }) => `${path} ${verdict}`);
}

const LEN = 'pub fn go() -> usize {\n    ext::wrap().len()\n}\n';
const STORE = 'use ext::Store;\n\npub fn a<T: Store>(t: T) -> usize {\n    t.len()\n}\n';
const LIMIT =
  'pub fn go() -> u32 {\n    match 7u32 {\n        limit => limit,\n        #[allow(unreachable_patterns)]\n        _ => 2,\n    }\n}\n';
const HELPER =
  'use ext::*;\n\nfn helper() -> u32 {\n    1\n}\n\npub fn a() -> u32 {\n    helper()\n}\n\npub fn d() -> Wrap {\n    wrap()\n}\n';

const WRONG: readonly (readonly [what: string, one: Case])[] = [
  ['a method of a trait, found elsewhere without it', { stays: STORE, moves: LEN }],
  [
    'a constant that a pattern compares with',
    { stays: 'use ext::Codes::*;\n\npub fn a() -> u32 {\n    MOST\n}\n', moves: LIMIT },
  ],
  [
    "a function that another crate's macro makes, named as one of the prelude",
    { stays: 'ext::define_size!();\n\npub fn a() {}\n', moves: 'pub fn go() -> usize {\n    size_of::<u8>()\n}\n' },
  ],
];

const RIGHT: readonly (readonly [what: string, one: Case])[] = [
  ['a trait that the part imports', { stays: STORE, moves: LEN, imports: 'use ext::Store;\n\n' }],
  ['a trait that the part imports from the module', { stays: STORE, moves: LEN, imports: 'use super::Store;\n\n' }],
  ['a trait that the part imports without a name', { stays: STORE, moves: LEN, imports: 'use ext::Store as _;\n\n' }],
  [
    'a primitive, beside a module of its name that the file imports',
    {
      stays: 'use std::str;\n\npub fn a(b: &[u8]) -> &str {\n    str::from_utf8(b).unwrap()\n}\n',
      moves: 'pub fn go() -> &\'static str {\n    "a"\n}\n',
    },
  ],
  ['a method that every module has', { stays: STORE, moves: 'pub fn go(list: &[u8]) -> usize {\n    list.len()\n}\n' }],
];

describe('names that a part reads through its module', () => {
  it.each(WRONG)('fails: %s', async (_, one) => {
    expect(await named(one)).toContain('src/m/p.rs failed');
  });

  it('fails where a glob of the part brings another thing of the name', async () => {
    const moves = 'pub fn go() -> u32 {\n    call_helper!()\n}\n';
    expect(await named({ stays: HELPER, moves, imports: 'use ext::*;\n\n' })).toContain('src/m/p.rs failed');
  });

  it('fails where the facade no longer has what it reads', async () => {
    const stays = 'pub fn a() -> usize {\n    size_of::<u8>()\n}\n';
    const moves = 'pub fn size_of<T>() -> usize {\n    42\n}\n';
    expect(await named({ stays, moves, gives: 'pub fn b() {}' })).toContain('src/m.rs failed');
  });

  it('fails where a macro in the facade read what is private to the part now', async () => {
    const stays = 'use ext::*;\n\npub fn d() -> Wrap {\n    wrap()\n}\n\npub fn go() -> u32 {\n    call_helper!()\n}\n';
    const moves = 'fn helper() -> u32 {\n    1\n}\n\npub fn b() -> u32 {\n    helper()\n}\n';
    expect(await named({ stays, moves, gives: 'pub use p::b;' })).toContain('src/m.rs failed');
  });

  it('says nothing of a part that has a glob of its file, where that brings the same', async () => {
    const stays = 'use ext::*;\n\npub fn a() -> Wrap {\n    wrap()\n}\n';
    const moves = 'pub fn go() -> u32 {\n    wrap().0[0]\n}\n';
    expect(await named({ stays, moves, imports: 'use ext::*;\n\n' })).toEqual(['src/m.rs proven']);
  });

  it.each(RIGHT)('shows: %s', async (_, one) => {
    expect(await named(one)).toEqual(['src/m.rs proven', 'src/m/p.rs proven']);
  });
});
