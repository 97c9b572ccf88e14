import { expect, test } from 'vitest';
import { release } from '../../../analyzers/release/index.ts';
import { fitsRequirement } from '../../../analyzers/release/requirement.ts';
import { parsePep440, printPep440, sameVersion, semverToPep440 } from '../../../analyzers/release/versions.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const rulesOf = (files: Readonly<Record<string, string>>): string[] =>
  release
    .run(memoryView(files, { readManifests }))
    .findings.map(({ rule, place }) => `${rule} ${place.path}:${place.line}`);

const cargo = (name: string, version: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\n${more}`;
const pyproject = (more: string): string =>
  `[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "press"\n${more}`;
const DYNAMIC = 'dynamic = ["version"]\n';
const MIXED = { 'Cargo.toml': cargo('press', '1.2.0'), 'src/lib.rs': '', 'pyproject.toml': pyproject(DYNAMIC) };

test.each([
  ['1.0.0-alpha.1', '1a1'],
  ['1.0.0-beta', '1b0'],
  ['1.0.0-dev.3', '1.dev3'],
  ['1.0.0-rc1', '1rc1'],
  ['1.0.0-1', '1.post1'],
  ['1.0.0-pre', '1rc0'],
  ['1.0.0+abc.1', '1+abc.1'],
  ['1.0.0-nightly.5', null],
  ['1.0.0-alpha.beta', null],
  ['1.0', null],
])('%s of cargo is %s in Python, as maturin 1.16 writes it', (semver, pep440) => {
  const version = semverToPep440(semver);
  expect(version && printPep440(version)).toBe(pep440);
});

test('versions are equal across both worlds, whatever their spelling', () => {
  expect(sameVersion('0.5.0-dev', '0.5.0.dev0')).toBe(true);
  expect(sameVersion('1.0.0-rc.1', '1.0.0rc1')).toBe(true);
  expect(sameVersion('v1.0', '1.0.0')).toBe(true);
  expect(sameVersion('1.0.0', '1.0.1')).toBe(false);
  expect(sameVersion('1.0.0', 'soon')).toBeNull();
  expect(printPep440(parsePep440('1!1.0.0-ALPHA_2.post3+A-01')!)).toBe('1!1a2.post3+a.1');
});

test.each([
  ['1.2', '1.2.0', true],
  ['1.2', '1.9.9', true],
  ['1.2', '2.0.0', false],
  ['0.2', '0.3.0', false],
  ['0.0.3', '0.0.4', false],
  ['~1.2', '1.2.9', true],
  ['~1.2', '1.3.0', false],
  ['=1.2.3', '1.2.4', false],
  ['>=1, <2', '1.5.0', true],
  ['1.*', '1.5.0', true],
  ['*', '3.0.0', true],
  ['1.2.0', '1.3.0-rc.1', false],
  ['1.3.0-alpha', '1.3.0-rc.1', true],
  ['what', '1.0.0', null],
])('%s takes %s: %s', (requirement, version, verdict) => {
  expect(fitsRequirement(requirement, version)).toBe(verdict);
});

test.each<[string, Record<string, string>, string[]]>([
  ['a wheel that takes its version from the crate', MIXED, []],
  [
    'a static version that replaces it',
    { ...MIXED, 'pyproject.toml': pyproject('version = "1.1.0"\n') },
    ['version-overridden pyproject.toml:7'],
  ],
  [
    'the same version in another spelling',
    { ...MIXED, 'Cargo.toml': cargo('press', '1.2.0-rc.1'), 'pyproject.toml': pyproject('version = "1.2.0rc1"\n') },
    [],
  ],
  [
    'a version that Python does not know',
    { ...MIXED, 'Cargo.toml': cargo('press', '1.2.0-nightly.1') },
    ['version-untranslatable Cargo.toml:3'],
  ],
  [
    'literals that are behind',
    {
      ...MIXED,
      'src/lib.rs': 'fn init(m: &M) {\n    m.add("__version__", "1.1.0")?;\n}\n',
      'press/__init__.py': '"""Press."""\n__version__ = "1.1.0"\n',
    },
    ['version-mismatch src/lib.rs:2', 'version-mismatch press/__init__.py:2'],
  ],
  ['a literal that reads the metadata', { ...MIXED, 'press/__init__.py': '__version__ = version("press")\n' }, []],
  [
    'a requirement on a crate beside it',
    {
      'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
      'a/Cargo.toml': cargo('a', '0.2.0', '\n[dependencies]\nb = { path = "../b", version = "0.2" }\n'),
      'a/src/lib.rs': '',
      'b/Cargo.toml': cargo('b', '0.3.0'),
      'b/src/lib.rs': '',
    },
    ['version-requirement a/Cargo.toml:7'],
  ],
  [
    'a path without a version, published',
    {
      'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
      'a/Cargo.toml': cargo('a', '0.2.0', '\n[dependencies]\nb = { path = "../b" }\n'),
      'a/src/lib.rs': '',
      'b/Cargo.toml': cargo('b', '0.3.0'),
      'b/src/lib.rs': '',
    },
    ['version-missing a/Cargo.toml:7'],
  ],
  [
    'the same, not published',
    {
      'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
      'a/Cargo.toml': cargo('a', '0.2.0', 'publish = false\n\n[dependencies]\nb = { path = "../b" }\n'),
      'a/src/lib.rs': '',
      'b/Cargo.toml': cargo('b', '0.3.0'),
      'b/src/lib.rs': '',
    },
    [],
  ],
  [
    'a library that only Python loads, and an example: no registry of crates gets them',
    {
      'Cargo.toml': '[workspace]\nmembers = ["a", "b", "examples/c"]\n',
      'a/Cargo.toml': cargo(
        'a',
        '0.2.0',
        '\n[lib]\ncrate-type = ["cdylib"]\n\n[dependencies]\nb = { path = "../b" }\n',
      ),
      'a/src/lib.rs': '',
      'b/Cargo.toml': cargo('b', '0.3.0'),
      'b/src/lib.rs': '',
      'examples/c/Cargo.toml': cargo('c', '0.1.0', '\n[dependencies]\nb = { path = "../../b" }\n'),
      'examples/c/src/lib.rs': '',
    },
    [],
  ],
  [
    'a lock file that is behind',
    { ...MIXED, 'Cargo.lock': 'version = 4\n\n[[package]]\nname = "press"\nversion = "1.1.0"\n' },
    ['version-lock Cargo.lock:4'],
  ],
  [
    'a changelog that is behind',
    { ...MIXED, 'CHANGELOG.md': '# Changelog\n\n## [1.1.0] - 2026-01-01\n' },
    ['changelog-behind CHANGELOG.md:3'],
  ],
  [
    'a changelog with something unreleased',
    { ...MIXED, 'CHANGELOG.md': '# Changelog\n\n## Unreleased\n\n## 1.1.0\n' },
    [],
  ],
  ['a VERSION file that is behind', { ...MIXED, VERSION: '1.1.0\n' }, ['version-mismatch VERSION:1']],
  [
    'two licences',
    {
      ...MIXED,
      'Cargo.toml': cargo('press', '1.2.0', 'license = "MIT OR Apache-2.0"\n'),
      'pyproject.toml': pyproject(`${DYNAMIC}license = "MIT"\n`),
    },
    ['licence-mismatch pyproject.toml:8'],
  ],
  [
    'alternatives in another order',
    {
      ...MIXED,
      'Cargo.toml': cargo('press', '1.2.0', 'license = "MIT/Apache-2.0"\n'),
      'pyproject.toml': pyproject(`${DYNAMIC}license = "Apache-2.0 OR MIT"\n`),
    },
    [],
  ],
  [
    'an abi3 wheel for newer interpreters than are promised',
    {
      ...MIXED,
      'Cargo.toml': cargo('press', '1.2.0', '[dependencies]\npyo3 = { version = "0.26", features = ["abi3-py310"] }\n'),
      'pyproject.toml': pyproject(`${DYNAMIC}requires-python = ">=3.9"\n`),
    },
    ['python-mismatch pyproject.toml:8'],
  ],
  [
    'two minimum versions of Rust',
    { ...MIXED, 'Cargo.toml': cargo('press', '1.2.0', 'rust-version = "1.80"\n'), 'clippy.toml': 'msrv = "1.75.0"\n' },
    ['msrv-mismatch clippy.toml:1'],
  ],
  [
    'a job that publishes at once',
    {
      ...MIXED,
      '.github/workflows/r.yml':
        'on: { push: { tags: ["v*"] } }\njobs:\n  test:\n    steps: [{ run: cargo test }]\n  out:\n    steps: [{ run: cargo publish }]\n',
    },
    ['publish-ungated .github/workflows/r.yml:5'],
  ],
  [
    'a job that waits',
    {
      ...MIXED,
      '.github/workflows/r.yml':
        'on: { push: { tags: ["v*"] } }\njobs:\n  test:\n    steps: [{ run: cargo test }]\n  out:\n    needs: test\n    steps: [{ run: cargo publish }]\n',
    },
    [],
  ],
  [
    'a dry run',
    { ...MIXED, '.github/workflows/r.yml': 'on: push\njobs:\n  out:\n    steps: [{ run: cargo publish --dry-run }]\n' },
    [],
  ],
])('%s', (_, files, rules) => {
  expect(rulesOf(files)).toEqual(rules);
});
