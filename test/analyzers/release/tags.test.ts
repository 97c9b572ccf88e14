import { expect, test } from 'vitest';
import { release } from '../../../analyzers/release/index.ts';
import type { Tag } from '../../../src/git/read-tags.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const cargo = (name: string, version: string): string => `[package]\nname = "${name}"\nversion = "${version}"\n`;
const tagged = (names: string): Tag[] =>
  names.split(' ').map((name) => ({ name: name.replace('*', ''), isHead: name.endsWith('*') }));
const LOG = '# Changelog\n\n## 0.3.0\n\n## 0.2.0\n\n## 0.1.0\n';

const rulesOf = (files: Readonly<Record<string, string>>, tags: readonly Tag[] | null): string[] =>
  release
    .run(memoryView({ 'src/lib.rs': '', ...files }, { readManifests, tags }))
    .findings.map(({ rule, symbol, place }) => `${rule} ${symbol} ${place.path}:${place.line}`);

const ONE = (version: string) => ({ 'Cargo.toml': cargo('press', version) });
const TWO = {
  'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
  'a/Cargo.toml': cargo('ink', '0.9.0'),
  'a/src/lib.rs': '',
  'b/Cargo.toml': cargo('dye', '0.8.0'),
  'b/src/lib.rs': '',
};

test.each([
  // The crate says 0.8.0, and the release of 0.9.0 lies behind it.
  [ONE('0.8.0'), 'v0.8.0 v0.9.0', ['tag-mismatch press Cargo.toml:3']],
  [ONE('0.9.0'), 'v0.8.0 v0.9.0*', []],
  [ONE('1.0.0'), 'v0.9.0*', ['tag-mismatch press Cargo.toml:3']],
  [ONE('1.0.0-rc.1'), 'v1.0.0-rc.1*', []],
  [ONE('1.0.0-rc.1'), 'v1.0.0', ['tag-mismatch press Cargo.toml:3']],
  [ONE('1.0.0'), 'v1.0.0-rc.2', []],
  [ONE('1.0.0-dev.0'), 'v0.9.0 v1.0.0-rc.2', []],
  [ONE('1.0.0-dev.0'), 'v0.9.0 v1.1.0', ['tag-mismatch press Cargo.toml:3']],
  // One commit may carry tags of several spellings.
  [ONE('1.0.0'), '1.0.0* v1.0.0* nightly*', []],
  [ONE('0.0.0'), 'v3.0.0', []],
  [TWO, 'ink-v0.9.0 dye-v0.9.0', ['tag-mismatch dye b/Cargo.toml:3']],
  [TWO, 'ink-v0.9.0* dye-v0.8.0', []],
  [TWO, 'ink@0.9.0 dye/v0.8.0', []],
  // Whose version a bare tag means cannot be told where they differ.
  [TWO, 'v2.0.0', []],
  [{ ...ONE('0.3.0'), 'CHANGELOG.md': LOG }, 'v0.1.0 v0.3.0', ['tag-missing 0.2.0 CHANGELOG.md:5']],
  [{ ...ONE('0.3.0'), 'CHANGELOG.md': LOG }, 'v0.1.0 v0.2.0', []],
  [{ ...ONE('0.3.0'), 'CHANGELOG.md': LOG }, 'v0.3.0', []],
  [ONE('0.4.0'), 'v0.1.0 v0.2.0 v0.3.0 0.4.0', ['tag-spelling press Cargo.toml:3']],
  [ONE('0.4.0'), '0.1.0 v0.2.0 v0.3.0 0.4.0', []],
] as const)('%j with the tags %s: %j', (files, tags, rules) => {
  expect(rulesOf(files, tagged(tags))).toEqual(rules);
});

test('a release of another branch is tagged, and no version to hold this one against', () => {
  const tags = [
    ...tagged('v0.1.0 v0.3.0'),
    { name: 'v0.2.0', isHead: false, elsewhere: true as const },
    { name: 'v0.9.0', isHead: false, elsewhere: true as const },
  ];
  expect(rulesOf({ ...ONE('0.3.0'), 'CHANGELOG.md': LOG }, tags)).toEqual([]);
});

test('without tags nothing is judged, and that is no pass', () => {
  const verdict = (tags: readonly Tag[] | null) =>
    release
      .run(memoryView({ ...ONE('0.8.0'), 'src/lib.rs': '' }, { readManifests, tags }))
      .details.find(({ name }) => name === 'tags')?.verdict;
  expect(verdict(null)).toBe('unknown');
  expect(verdict([])).toBe('vacuous');
});
