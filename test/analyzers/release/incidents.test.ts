import { expect, test } from 'vitest';
import { release } from '../../../analyzers/release/index.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const cargo = (name: string, version: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "${version}"\n${more}`;
const crate = (dir: string, name: string, version: string): Record<string, string> => ({
  [`${dir}/Cargo.toml`]: cargo(name, version),
  [`${dir}/src/lib.rs`]: '',
});
const wheel = (name: string, more: string): string =>
  `[build-system]\nrequires = ["maturin"]\nbuild-backend = "maturin"\n\n[project]\nname = "${name}"\n${more}`;
const gh = (step: string): Record<string, string> => ({
  '.github/workflows/release.yml': `on: { push: { tags: ['v*'] } }\njobs:\n  test:\n    steps: [{ run: cargo test }]\n  out:\n    needs: test\n    steps:\n${step}`,
});

function caught(files: Readonly<Record<string, string>>, tags: string): string[] {
  const read = tags
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => ({ name: name.replace('*', ''), isHead: name.endsWith('*') }));
  const view = memoryView({ 'src/lib.rs': '', ...files }, { readManifests, tags: read });
  return release.run(view).findings.map(({ rule, place }) => `${rule} ${place.path}`);
}

/** What went wrong in public releases, each in its smallest form; `*` marks a tag of this commit. */
const INCIDENTS: readonly (readonly [string, Record<string, string>, string, string])[] = [
  [
    'RyanCodrai/turbovec #396: the binding stayed at 0.8.0 and was tagged as 0.9.0',
    {
      'Cargo.toml': '[workspace]\nmembers = ["turbovec", "turbovec-python"]\n',
      ...crate('turbovec', 'turbovec', '0.9.0'),
      ...crate('turbovec-python', 'turbovec-python', '0.8.0'),
      'turbovec-python/pyproject.toml': wheel('turbovec', 'version = "0.8.0"\n'),
    },
    'v0.9.0* py-v0.9.0*',
    'tag-mismatch turbovec-python/pyproject.toml',
  ],
  [
    'Krv-Labs/topos #217: tagged 0.4.1, the manifest and so the wheel say 0.4.0',
    { 'Cargo.toml': cargo('topos', '0.4.0'), 'pyproject.toml': wheel('topos-mcp', 'dynamic = ["version"]\n') },
    'v0.4.0 v0.4.1*',
    'tag-mismatch Cargo.toml',
  ],
  [
    'logos-co/scaffold #248: v0.2.0 was tagged, the manifest stayed at 0.1.1 and the job refused',
    { 'Cargo.toml': cargo('scaffold', '0.1.1') },
    'v0.1.0 v0.1.1 v0.2.0',
    'tag-mismatch Cargo.toml',
  ],
  [
    'jchultarsky/mirador #9: a release candidate became the latest release',
    { 'Cargo.toml': cargo('mirador', '1.0.0-rc.1'), ...gh('      - uses: softprops/action-gh-release@v2\n') },
    'v0.9.0 v1.0.0-rc.1*',
    'prerelease-unmarked .github/workflows/release.yml',
  ],
  [
    'eullm/eullm #290: the programs of a release answer the version before it',
    { 'Cargo.toml': cargo('eullm', '0.6.31') },
    'EuLLM-v0.6.31 EuLLM-v0.6.32*',
    'tag-mismatch Cargo.toml',
  ],
  [
    'ischemist/project-procrustes #149: the lock file records the version before',
    {
      'Cargo.toml': cargo('procrustes-core', '0.5.0', 'publish = false\n'),
      'pyproject.toml': wheel('procrustes', 'version = "0.5.0"\n'),
      'uv.lock': 'version = 1\n\n[[package]]\nname = "procrustes"\nversion = "0.4.2"\nsource = { editable = "." }\n',
    },
    '',
    'version-lock uv.lock',
  ],
  [
    'dottxt-ai/outlines-core #103: a tag without the v of all others',
    { 'Cargo.toml': cargo('outlines-core', '0.1.15') },
    'v0.1.12 v0.1.13 v0.1.14 0.1.15*',
    'tag-spelling Cargo.toml',
  ],
  [
    'grafana/pyroscope-rs #389: tags by prefix, one of which is ahead of its package',
    {
      'Cargo.toml': '[workspace]\nmembers = ["lib", "ffi"]\n',
      ...crate('lib', 'lib', '0.5.8'),
      ...crate('ffi', 'ffi-python', '0.8.16'),
      'ffi/pyproject.toml': wheel('pyroscope-io', 'dynamic = ["version"]\n'),
    },
    'lib-0.5.8 python-0.8.17*',
    'tag-mismatch ffi/Cargo.toml',
  ],
  [
    'killercup/cargo-edit #313: the tag 0.3.2 names a commit that says 0.3.1',
    { 'Cargo.toml': cargo('cargo-edit', '0.3.1') },
    'v0.3.0 v0.3.1 v0.3.2*',
    'tag-mismatch Cargo.toml',
  ],
  [
    'sharkdp/hyperfine #657: tagged 0.17.0 instead of 1.17.0',
    { 'Cargo.toml': cargo('hyperfine', '1.17.0') },
    'v1.15.0 v1.16.1 v0.17.0*',
    'tag-mismatch Cargo.toml',
  ],
];

test.each(INCIDENTS)('%s', (_name, files, tags, wanted) => {
  expect(caught(files, tags)).toContain(wanted);
});

test.each([
  [
    'the mark comes from the tag',
    '      - uses: softprops/action-gh-release@v2\n        with: { prerelease: "${{ contains(github.ref, \'-\') }}" }\n',
    'v1.0.0-rc.1*',
  ],
  ['gh says it', '      - run: gh release create "$TAG" --prerelease="$PRE"\n', 'v1.0.0-rc.1*'],
  [
    'candidates go another way',
    '      - if: "!contains(github.ref, \'-rc\')"\n        uses: softprops/action-gh-release@v2\n',
    'v1.0.0-rc.1*',
  ],
  ['there are no candidates', '      - uses: softprops/action-gh-release@v2\n', 'v0.9.0'],
])('no release is unmarked: %s', (_name, step, tags) => {
  expect(caught({ 'Cargo.toml': cargo('a', '1.0.0-rc.1'), ...gh(step) }, tags)).not.toContain(
    'prerelease-unmarked .github/workflows/release.yml',
  );
});

test('what comes right raises none of it', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["turbovec", "turbovec-python"]\n',
    ...crate('turbovec', 'turbovec', '0.9.0'),
    ...crate('turbovec-python', 'turbovec-python', '0.8.0'),
    'turbovec-python/pyproject.toml': wheel('turbovec', 'version = "0.8.0"\n'),
    'turbovec-python/uv.lock':
      'version = 1\n[[package]]\nname = "turbovec"\nversion = "0.8.0"\nsource = { virtual = "." }\n',
  };
  expect(caught(files, 'v0.9.0* py-v0.8.0*')).toEqual([]);
});
