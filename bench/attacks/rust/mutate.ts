import type { Files, Mutant, MutationKind, ProvenSplit } from '../contract.ts';
import type { Random } from '../random.ts';

/** One kind of wrong edit: what it looks for in a file, and what it makes of it. */
interface Edit {
  readonly kind: MutationKind;
  readonly name: string;
  readonly wrong: RegExp;
  readonly to: (match: string, ...groups: string[]) => string;
  /** Files that it is tried in. */
  readonly within?: RegExp;
}

const edit = (kind: MutationKind, name: string, wrong: RegExp, to: Edit['to'], within?: RegExp): Edit => ({
  kind,
  name,
  wrong,
  to,
  ...(within && { within }),
});

const PARTS = /^src\/m\//;
const FACADE = /^src\/m\.rs$/;
const MODULE = /^src\/m(?:\/.*)?\.rs$/;

const EDITS: readonly Edit[] = [
  edit('token', 'another operator', / (\+|-) (?=\w)/g, (_, sign) => (sign === '+' ? ' - ' : ' + '), MODULE),
  edit('token', 'another number', /\b(\d+)(?=;|\)| =>)/g, (_, number) => `${Number(number) + 1}`, MODULE),
  edit('token', 'another comparison', / < /g, () => ' <= ', MODULE),
  edit('token', 'another word in a text', /"(\w+)(?=[ "])/g, (_, word) => `"${word}s`, MODULE),
  edit('token', 'another method', /\.fetch_add\(/g, () => '.fetch_sub(', MODULE),
  edit('line', 'a statement is gone', /^ {8,}(?:sum|level) \+= .*;\n/gm, () => '', MODULE),
  edit('line', 'a statement stands twice', /^ {8,}(?:sum|level) \+= .*;\n/gm, (line) => line + line, MODULE),
  edit('line', 'an arm is gone', /^ {8,}[A-Z]\w+ => .*,\n/gm, () => '', MODULE),
  edit('line', 'a doc comment is gone', /^ *\/\/\/ .*\n/gm, () => '', PARTS),
  edit('attribute', 'a derive is gone', /, PartialEq/g, () => '', MODULE),
  edit('attribute', 'a new lint level', /^(?=pub fn )/gm, () => '#[allow(warnings)]\n', PARTS),
  edit('attribute', 'an inlined function', /^(?=(?:pub(?:\([^)]*\))? )?fn )/gm, () => '#[inline(never)]\n', PARTS),
  edit('attribute', 'must be used', /^(?=pub fn )/gm, () => '#[must_use]\n', PARTS),
  edit('attribute', 'a deprecated item', /^(?=pub fn )/gm, () => '#[deprecated]\n', PARTS),
  edit(
    'visibility',
    'private becomes public',
    /^( *)pub\(super\) (?=fn|const|static|trait|struct)/gm,
    (_, indent) => `${indent}pub `,
    PARTS,
  ),
  edit(
    'visibility',
    'public becomes that of the crate',
    /^( *)pub (?=fn|struct|enum|trait)/gm,
    (_, indent) => `${indent}pub(crate) `,
    PARTS,
  ),
  edit('visibility', 'a wider field', /^( {4})(?:pub\(super\) )?(?=a: i64)/gm, (_, indent) => `${indent}pub `, PARTS),
  edit('visibility', 'a public module', /^mod (?=\w+;)/gm, () => 'pub mod ', FACADE),
  edit('visibility', 'a narrower re-export', /^pub use /gm, () => 'pub(crate) use ', FACADE),
  edit(
    'cfg',
    'a condition is turned',
    /#\[cfg\(feature = "extra"\)\]/g,
    () => '#[cfg(not(feature = "extra"))]',
    MODULE,
  ),
  edit('cfg', 'a condition is gone', /^ *#\[cfg\(feature = "extra"\)\]\n/gm, () => '', MODULE),
  edit('cfg', 'a condition on a module', /^(?=mod \w+;)/gm, () => '#[cfg(debug_assertions)]\n', FACADE),
  edit('cfg', 'a condition on a re-export', /^(?=pub use )/gm, () => '#[cfg(unix)]\n', FACADE),
  edit('cfg', 'a condition on a file', /^/g, () => '#![cfg(debug_assertions)]\n\n', PARTS),
  edit('path', 'another module', /\bsuper::super::/g, () => 'super::', PARTS),
  edit('path', 'the whole path of another item', /\bself::(?=\w+\()/g, () => 'crate::', MODULE),
  edit(
    'path',
    'names change places',
    /^use super::\{(\w+), (\w+)/gm,
    (_, a, b) => `use super::{${a} as ${b}, ${b} as ${a}`,
    PARTS,
  ),
  edit(
    'path',
    're-exports change places',
    /^pub use (\w+)::\{(\w+), (\w+)/gm,
    (_, part, a, b) => `pub use ${part}::{${a} as ${b}, ${b} as ${a}`,
    FACADE,
  ),
  edit('path', 'a mount elsewhere', /^mod (\w+);/gm, (_, name) => `#[path = "../m/${name}.rs"]\nmod ${name};`, FACADE),
  edit(
    'path',
    'another file is included',
    /include_str!\("(?:\.\.\/)?(\w+)\.txt"\)/g,
    (_, name) => `include_str!("../m/${name}.txt")`,
    MODULE,
  ),
  edit('other-file', 'another edition', /edition = "2021"/g, () => 'edition = "2024"', /^Cargo\.toml$/),
  edit(
    'other-file',
    'a default feature',
    /\[features\]\n/g,
    () => '[features]\ndefault = ["extra"]\n',
    /^Cargo\.toml$/,
  ),
  edit('other-file', 'another program', /println!\("\{:\?\}", /g, () => 'println!("{:#?}", ', /^src\/main\.rs$/),
  edit('other-file', 'a text that is included', /beside/g, () => 'elsewhere', /^src\/\w+\.txt$/),
  edit(
    'other-file',
    'another function of the root',
    /^( {4})(\d+)$/gm,
    (_, indent, number) => `${indent}${Number(number) + 1}`,
    /^src\/lib\.rs$/,
  ),
  edit(
    'other-file',
    'a new profile',
    /$(?![\s\S])/g,
    () => '\n[profile.dev]\noverflow-checks = false\n',
    /^Cargo\.toml$/,
  ),
];

const SETTINGS: Files = {
  '.cargo/config.toml': '[build]\nrustflags = ["--cfg", "secret"]\n',
  'build.rs': 'fn main() {}\n',
};

/** Each edit once in a file that has something for it. */
export function mutate({ after }: ProvenSplit, random: Random): Mutant[] {
  const found = EDITS.flatMap(({ kind, name, wrong, to, within }): Mutant[] => {
    const places = Object.entries(after).flatMap(([path, text]) =>
      within && !within.test(path) ? [] : [...text.matchAll(wrong)].map((match) => ({ path, match })),
    );
    if (places.length === 0) return [];
    const { path, match } = random.pick(places);
    const [whole, ...groups] = match;
    const text = after[path]!;
    const changed = text.slice(0, match.index) + to(whole, ...groups) + text.slice(match.index + whole.length);
    const line = text.slice(0, match.index).split('\n').length;
    return changed === text ? [] : [{ kind, what: `${name}, ${path}:${line}`, files: { ...after, [path]: changed } }];
  });
  const [path, text] = random.pick(Object.entries(SETTINGS));
  return [...found, { kind: 'other-file', what: `a new ${path}`, files: { ...after, [path]: text } }];
}
