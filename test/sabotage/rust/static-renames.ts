import type { Division } from './static-sabotages.ts';

const M = 'src/m.rs';
const NOW = 'src/m/mod.rs';
const PART = 'src/m/part.rs';
const LIB = 'src/lib.rs';
const LOW = 'pub fn low() -> i32 {\n    1\n}\n';
const GIVEN = 'mod part;\n\npub use part::low;\n';

/** A file that is divided and becomes `mod.rs` in its folder. @param rest what stays in it, before and after */
const renamed = (
  name: string,
  fails: string | null,
  rest: readonly [was: string, is: string],
  more = {},
): Division => ({
  kind: 'renamed facades',
  name,
  base: { [LIB]: 'pub mod m;\n', ...more, [M]: `${LOW}\n${rest[0]}` },
  head: { [LIB]: 'pub mod m;\n', ...more, [NOW]: `${GIVEN}\n${rest[1]}`, [PART]: LOW },
  fails,
});

const TEXT = (file: string): string => `pub const TEXT: &str = include_str!("${file}");\n`;
const MOUNT = (file: string): string => `#[path = "${file}"]\nmod far;\n`;
const SOMETIMES = (file: string): string => `#[cfg_attr(unix, path = "${file}")]\nmod far;\n`;
const FOLDER = (file: string): string => `#[path = "${file}"]\nmod inner {\n    mod far;\n}\n`;
const FAR = { 'src/far.rs': '', 'src/m/far.rs': '' };
const same = (text: string): readonly [string, string] => [text, text];

export const STATIC_RENAMES: readonly Division[] = [
  renamed('what stays is what it was', null, same('pub fn rest() -> i32 {\n    3\n}\n')),
  renamed('something else stays', NOW, ['pub fn rest() -> i32 {\n    3\n}\n', 'pub fn rest() -> i32 {\n    4\n}\n']),
  renamed('a file is named from the new folder', null, [TEXT('a.txt'), TEXT('../a.txt')]),
  renamed('a file is named as before', NOW, same(TEXT('a.txt'))),
  renamed('a module of its folder', null, same('mod far;\n'), FAR),
  renamed('a mounted file from the new folder', null, [MOUNT('far.rs'), MOUNT('../far.rs')], FAR),
  renamed('a mounted file as before', NOW, same(MOUNT('far.rs')), FAR),
  renamed(
    'a file mounted on a condition, from the new folder',
    null,
    [SOMETIMES('far.rs'), SOMETIMES('../far.rs')],
    FAR,
  ),
  renamed('a file mounted on a condition, as before', NOW, same(SOMETIMES('far.rs')), FAR),
  renamed('a folder from the new one', null, [FOLDER('deep'), FOLDER('../deep')], { 'src/deep/far.rs': '' }),
  renamed('a folder as before', NOW, same(FOLDER('deep')), { 'src/deep/far.rs': '' }),
  renamed('the path of the file', NOW, same('pub fn place() -> &str {\n    file!()\n}\n')),
  renamed('a snapshot beside the file', NOW, same('#[test]\nfn shows() {\n    insta::assert_snapshot!("a");\n}\n')),
  {
    kind: 'renamed facades',
    name: 'docs from a file beside it',
    base: { [LIB]: 'pub mod m;\n', [M]: `#![doc = include_str!("m.md")]\n\n${LOW}` },
    head: { [LIB]: 'pub mod m;\n', [NOW]: `#![doc = include_str!("m.md")]\n\n${GIVEN}`, [PART]: LOW },
    fails: NOW,
  },
  {
    kind: 'renamed facades',
    name: 'the old file is still there',
    base: { [LIB]: 'pub mod m;\n', [M]: LOW },
    head: { [LIB]: 'pub mod m;\n', [M]: LOW, [NOW]: GIVEN, [PART]: LOW },
    fails: NOW,
  },
];
