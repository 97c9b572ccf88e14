import { expect, test } from 'vitest';
import { readManifests } from '../../../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../../../helpers/memory-view.ts';
import { proveRustSyntax } from '../../../../helpers/prove-rust-syntax.ts';

const MANIFEST = '[package]\nname = "sums"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\nhelper = "1"\n';
const say = (word: string): string => `macro_rules! say {\n    () => {\n        println!("${word}")\n    };\n}\n`;
const [A, B] = [say('a'), say('b')];
const GO = 'pub fn go() {\n    say!();\n}\n';
const APPLY = 'macro_rules! apply {\n    ($m:ident) => {\n        $m!()\n    };\n}\n';
const PART = 'mod part;\n\npub use part::go;\n';

interface Row {
  readonly what: string;
  readonly module: string;
  readonly facade: string;
  readonly part: string;
  /** Where the part lies, from `src/`. */
  readonly at?: string;
  readonly isProven: boolean;
}

const ROWS: readonly Row[] = [
  { what: 'a definition stays above', module: A + GO + B, facade: `${A}${PART}${B}`, part: GO, isProven: true },
  { what: 'another definition is nearer', module: A + GO + B, facade: `${A}${B}${PART}`, part: GO, isProven: false },
  {
    what: 'a call with a space',
    module: `${A}${GO.replace('!', ' !')}${B}`,
    facade: `${A}${B}${PART}`,
    part: GO.replace('!', ' !'),
    isProven: false,
  },
  {
    what: 'a raw name',
    module: `${A}${GO.replace('say', 'r#say')}${B}`,
    facade: `${A}${B}${PART}`,
    part: GO.replace('say', 'r#say'),
    isProven: false,
  },
  {
    what: 'a macro that another one gets by its name',
    module: `${APPLY}${A}${GO.replace('say!()', 'apply!(say)')}${B}`,
    facade: `${APPLY}${A}${B}${PART}`,
    part: GO.replace('say!()', 'apply!(say)'),
    isProven: false,
  },
  {
    what: 'a local of its name is none',
    module: `${A}${GO.replace('say!()', 'let say = 1;\n    println!("{}", say)')}${B}`,
    facade: `${A}${B}${PART}`,
    part: GO.replace('say!()', 'let say = 1;\n    println!("{}", say)'),
    isProven: true,
  },
  {
    what: 'what stays is turned around a definition',
    module: `${A}${GO}${B}pub fn low() {}\n`,
    facade: `${A}${B}mod part;\n\npub use part::low;\n\n${GO}`,
    part: 'pub fn low() {}\n',
    isProven: false,
  },
  {
    what: 'a module that gives its macros on comes between',
    module: `${A}${GO}#[macro_use]\nmod inner {\n${B}}\n`,
    facade: `${A}#[macro_use]\nmod inner {\n${B}}\n${PART}`,
    part: GO,
    isProven: false,
  },
  {
    what: 'a module that gives its macros on stays behind',
    module: `${A}${GO}#[macro_use]\nmod inner {\n${B}}\n`,
    facade: `${A}${PART}#[macro_use]\nmod inner {\n${B}}\n`,
    part: GO,
    isProven: true,
  },
  {
    what: 'a part is called like a crate that paths begin with',
    module: 'pub fn go() {}\n\npub fn low() {\n    helper::run();\n}\n',
    facade: 'mod helper;\n\npub use helper::go;\n\npub fn low() {\n    helper::run();\n}\n',
    part: 'pub fn go() {}\n',
    at: 'module/helper.rs',
    isProven: false,
  },
  {
    what: 'what an assertion shows',
    module: 'pub fn go() {\n    assert!(self::low());\n}\n\npub fn low() -> bool {\n    true\n}\n',
    facade: `${PART}\npub fn low() -> bool {\n    true\n}\n`,
    part: 'pub fn go() {\n    assert!(super::low());\n}\n',
    isProven: false,
  },
];

test.each(ROWS)('$what', ({ module, facade, part, at = 'module/part.rs', isProven }) => {
  const files = { 'Cargo.toml': MANIFEST, 'src/lib.rs': 'pub mod module;\n' };
  const before = memoryView({ ...files, 'src/module.rs': module }, { readManifests });
  const after = memoryView({ ...files, 'src/module.rs': facade, [`src/${at}`]: part }, { readManifests });
  const proofs = proveRustSyntax(before, after, null, ['src/module.rs', `src/${at}`]);
  expect(proofs.every(({ verdict }) => verdict === 'proven')).toBe(isProven);
});

test('a new file is no target of its own', () => {
  const files = { 'Cargo.toml': MANIFEST };
  const before = memoryView({ ...files, 'src/lib.rs': 'pub fn go() {}\n\npub fn low() {}\n' }, { readManifests });
  const verdictOf = (name: string): boolean => {
    const after = memoryView(
      {
        ...files,
        'src/lib.rs': `mod ${name};\n\npub use ${name}::go;\n\npub fn low() {}\n`,
        [`src/${name}.rs`]: 'pub fn go() {}\n',
      },
      { readManifests },
    );
    return proveRustSyntax(before, after, null, ['src/lib.rs', `src/${name}.rs`]).every(
      ({ verdict }) => verdict === 'proven',
    );
  };
  expect(verdictOf('part')).toBe(true);
  expect(verdictOf('main')).toBe(false);
});
