import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n';

interface Row {
  readonly what: string;
  /** Moves into a part. */
  readonly moved: string;
  /** What the facade imports of it. */
  readonly names: string;
  readonly stays: string;
  readonly below?: string;
  readonly isProven: boolean;
}

const FIELD = 'pub struct One {\n    x: u8,\n}\n';
const METHOD = 'pub struct One;\n\nimpl One {\n    fn go(&self) -> u8 {\n        1\n    }\n}\n';

const ROWS: readonly Row[] = [
  { what: 'a field that nobody else reads', moved: FIELD, names: 'One', stays: 'pub fn two() {}\n', isProven: true },
  {
    what: 'a field',
    moved: FIELD,
    names: 'One',
    stays: 'pub fn two(one: One) -> u8 {\n    one.x\n}\n',
    isProven: false,
  },
  {
    what: 'a field that is set',
    moved: FIELD,
    names: 'One',
    stays: 'pub fn two() -> One {\n    One { x: 1 }\n}\n',
    isProven: false,
  },
  {
    what: 'a field in a pattern',
    moved: FIELD,
    names: 'One',
    stays: 'pub fn two(One { x, .. }: One) -> u8 {\n    x\n}\n',
    isProven: false,
  },
  {
    what: 'a field among tokens',
    moved: FIELD,
    names: 'One',
    stays: 'pub fn two(one: One) {\n    println!("{}", one.x);\n}\n',
    isProven: false,
  },
  {
    what: 'a field that is shown',
    moved: FIELD.replace('x: u8', 'pub(super) x: u8'),
    names: 'One',
    stays: 'pub fn two(one: One) -> u8 {\n    one.x\n}\n',
    isProven: true,
  },
  {
    what: 'a field of that name of another type',
    moved: FIELD,
    names: 'One',
    stays:
      'pub struct Other {\n    x: u8,\n}\n\nimpl Other {\n    pub fn two(&self, _: One) -> u8 {\n        self.x\n    }\n}\n',
    isProven: true,
  },
  {
    what: 'a field where nothing leads to the type',
    moved: 'struct One {\n    x: u8,\n}\n\npub fn three() -> u8 {\n    One { x: 3 }.x\n}\n',
    names: 'three',
    stays: 'pub struct Other {\n    x: u8,\n}\n\npub fn two(other: Other) -> u8 {\n    other.x\n}\n',
    isProven: true,
  },
  {
    what: 'a method',
    moved: METHOD,
    names: 'One',
    stays: 'pub fn two(one: One) -> u8 {\n    one.go()\n}\n',
    isProven: false,
  },
  {
    what: 'a method where a field is read',
    moved: METHOD,
    names: 'One',
    stays: 'pub struct Other {\n    go: u8,\n}\n\npub fn two(other: Other, _: One) -> u8 {\n    other.go\n}\n',
    isProven: true,
  },
  {
    what: 'a field that a file below reads',
    moved: FIELD,
    names: 'One',
    stays: 'pub mod below;\n',
    below: 'pub fn low(one: super::One) -> u8 {\n    one.x\n}\n',
    isProven: false,
  },
  {
    what: 'a field of that name of a type of a file below',
    moved: FIELD,
    names: 'One',
    stays: 'pub mod below;\n',
    below: 'pub struct One {\n    x: u8,\n}\n\nimpl One {\n    pub fn low(&self) -> u8 {\n        self.x\n    }\n}\n',
    isProven: true,
  },
  {
    what: 'a field of a type that a file below has another of, in a module of its own',
    moved: FIELD,
    names: 'One',
    stays: 'pub mod below;\n',
    below:
      'pub struct One;\n\npub mod deep {\n    use super::super::One;\n\n    pub fn low() -> One {\n        One { x: 1 }\n    }\n}\n',
    isProven: false,
  },
  {
    what: 'a type that `Self` names another type by',
    moved: 'pub struct One {\n    x: u8,\n}\n',
    names: 'One',
    stays:
      'pub mod below;\n\nimpl Iterator for One {\n    type Item = u8;\n\n    fn next(&mut self) -> Option<Self::Item> {\n        None\n    }\n}\n',
    isProven: true,
  },
];

test.each(ROWS)('what is private to a part: $what', ({ moved, names, stays, below, isProven }) => {
  const files = {
    'Cargo.toml': MANIFEST,
    'src/lib.rs': 'pub mod module;\n',
    ...(below === undefined ? {} : { 'src/module/below.rs': below }),
  };
  const wide = moved.replace('pub(super) x', 'x');
  const before = memoryView({ ...files, 'src/module.rs': `${wide}\n${stays}` }, { readManifests });
  const facade = `mod part;\n\npub use part::${names};\n\n${stays}`;
  const after = memoryView({ ...files, 'src/module.rs': facade, 'src/module/part.rs': moved }, { readManifests });
  const proofs = proveRustSyntax(before, after, null, ['src/module.rs', 'src/module/part.rs']);
  const failures = proofs.filter(({ verdict }) => verdict === 'failed').map(({ why }) => why);
  expect(failures.length === 0).toBe(isProven);
  if (!isProven) expect(failures.join()).toContain('is private to src/module/part.rs');
});

test('a name that is private to its part is nobody else’s', () => {
  const [low, go] = ['fn low() -> u8 {\n    3\n}\n', 'pub fn go() -> u8 {\n    low()\n}\n'];
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod module;\n' };
  const before = memoryView({ ...files, 'src/module.rs': `${low}\n${go}` }, { readManifests });
  const verdictOf = (visibility: string): boolean => {
    const after = memoryView(
      {
        ...files,
        'src/module.rs': 'mod alpha;\nmod beta;\n\npub use beta::go;\n',
        'src/module/alpha.rs': visibility + low,
        'src/module/beta.rs': `use super::alpha::low;\n\n${go}`,
      },
      { readManifests },
    );
    const paths = ['src/module.rs', 'src/module/alpha.rs', 'src/module/beta.rs'];
    return proveRustSyntax(before, after, null, paths).every(({ verdict }) => verdict === 'proven');
  };
  expect(verdictOf('pub(super) ')).toBe(true);
  expect(verdictOf('')).toBe(false);
});
