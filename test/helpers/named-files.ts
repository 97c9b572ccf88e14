const group = (name: string): string =>
  Array.from(
    { length: 5 },
    (_, i) => `pub fn ${name}_${i}(x: i32) -> i32 {\n${'    let x = x + 1;\n'.repeat(6)}    x\n}\n`,
  ).join('\n');

/** A crate whose `src/shapes.rs` has two subjects, and three places that name it by a string. */
export const NAMED_RUST = {
  'Cargo.toml':
    '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\ninclude = ["src/lib.rs", "src/shapes.rs"]\n',
  CODEOWNERS: '* @all\n/src/shapes.rs @shapes # theirs\n',
  'codecov.yml': 'ignore:\n  - src/shapes.rs\n',
  'src/lib.rs': 'pub mod shapes;\n',
  'src/shapes.rs': `${group('circle')}\n${group('parser')}`,
} as const;

/** What is told of them by every face. */
export const RUST_NAMINGS = [
  'CODEOWNERS:2 names src/shapes.rs; the new folder is added there',
  'Cargo.toml:5 names src/shapes.rs; the new folder is added there',
  'codecov.yml:2 names src/shapes.rs: it is a list for coverage: new files count apart',
] as const;
