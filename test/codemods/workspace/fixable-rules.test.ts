import { expect, test } from 'vitest';
import { CHECKS } from '../../../analyzers/checks.ts';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { MENDING_CODEMODS } from '../../../codemods/mending.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { isEmptyChangeSet } from '../../../src/core/change-set.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { mixed, RUST } from '../../analyzers/bridge/bridge-files.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const checks = CHECKS.filter(({ id }) => id !== 'budget');
const fixable = checks.flatMap(({ rules }) =>
  rules.filter(({ mend }) => mend !== undefined).map(({ id, mend }) => [id, mend!] as const),
);

const crate = (name: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\ndescription = "Presses ${name}."\n${more}`;
const LINTS = '[workspace]\nmembers = ["a"]\n\n[workspace.lints.rust]\nunsafe_code = "deny"\n';
const README =
  '# a\n\n## Purpose\n\nx\n\n## API surface\n\n<!-- omni-refactor:api -->\n- `fn gone`\n<!-- /omni-refactor:api -->\n\n## Test commands\n\n```\ncargo test -p a\n```\n\n## Owner notes\n\nx\n';
const ANSWER = 'reason = "no path"\nowner = "@ada"\nexpires = "2026-12-31"\nexit = "upstream 2.0"\n';
const EXCEPTIONS = `[[exception]]\nid = "RUSTSEC-2024-0001"\n${ANSWER}`;

const CLIENT = '[[client]]\npath = "src"\n';

/** A workspace for each form in which a fixable rule fires. */
const FORMS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'lints-not-inherited': [
    { 'Cargo.toml': LINTS, 'a/Cargo.toml': crate('a'), 'a/src/lib.rs': '' },
    {
      'Cargo.toml': LINTS,
      'a/Cargo.toml': crate('a', '\n[lints] # none yet\n\n[dependencies]\n').replaceAll('\n', '\r\n'),
      'a/src/lib.rs': '',
    },
    { 'Cargo.toml': LINTS, 'a/Cargo.toml': crate('a', 'lints.workspace = true # here?\n'), 'a/src/lib.rs': '' },
    { 'Cargo.toml': LINTS, 'a/Cargo.toml': crate('a').trimEnd(), 'a/src/lib.rs': '' },
  ],
  'readme-missing': [
    { 'Cargo.toml': crate('a'), 'src/lib.rs': 'pub fn press() {}\n' },
    { 'pyproject.toml': '[project]\nname = "a"\nversion = "1"\n', 'src/a/__init__.py': '' },
    {
      'pyproject.toml': '[project]\nname = "a" # here\nversion = "1"\n'.replaceAll('\n', '\r\n'),
      'README.md': '# a\n',
      'src/a/__init__.py': '',
    },
    { 'pyproject.toml': '[tool.poetry]\nname = "a"\nversion = "1"', 'src/a/__init__.py': '' },
    { 'setup.cfg': '[metadata]\nname = a\n', 'src/a/__init__.py': '' },
    { 'Cargo.toml': crate('a', 'readme = false\n'), 'src/lib.rs': '' },
  ],
  'readme-shared': [
    {
      'Cargo.toml': '[workspace]\nmembers = ["a", "b"]\n',
      'README.md': '# all\n',
      'a/Cargo.toml': crate('a', 'readme.workspace = true\n'),
      'a/src/lib.rs': '',
      'b/Cargo.toml': crate('b', 'readme.workspace = true\n'),
      'b/src/lib.rs': '',
    },
  ],
  'readme-section': [{ 'Cargo.toml': crate('a'), 'src/lib.rs': '', 'README.md': '# a\r\n\r\n## Purpose\r\n\r\nx\r\n' }],
  'readme-stale-api': [
    { 'Cargo.toml': crate('a'), 'src/lib.rs': 'pub fn press() {}\n', 'README.md': README },
    { 'Cargo.toml': crate('a'), 'src/lib.rs': 'pub fn press() {}\n', 'README.md': README.replaceAll('\n', '\r\n') },
  ],
  'bridge-stub-absent': [mixed(RUST, {})],
  'bridge-stub-missing': [mixed(RUST, { 'python/acme/_core.pyi': 'class Point: ...\n' })],
  'bridge-stub-extra': [mixed(RUST, { 'python/acme/_core.pyi': '# own\r\ndef gone() -> None: ...\r\n' })],
  'bridge-stub-signature': [
    mixed(RUST, { 'python/acme/_core.pyi': 'def add(a: int) -> int: ...\n' }),
    mixed(RUST, {
      'python/acme/_core.pyi':
        'class Point:\n    def __new__(cls, x: int) -> Point: ...\n    def __init__(self) -> None: ...\n',
    }),
  ],
  'bridge-stub-default': [
    mixed(RUST, { 'python/acme/_core.pyi': 'def add(a: int, b: int = 3, *, deep: int | None = None) -> int: ...\n' }),
  ],
  'client-undocumented': [
    { 'src/client.py': 'x = 1\n' },
    { 'src/client.py': 'x = 1\n', 'README.md': '# a\r\n\r\ntext' },
  ],
  'advisory-unsynced': [
    { 'deny.toml': '[advisories]\nignore = [] # none\n', 'security/exceptions.toml': EXCEPTIONS },
    { '.cargo/audit.toml': '', 'security/exceptions.toml': EXCEPTIONS },
    {
      'osv-scanner.toml': '# head\n[[IgnoredVulns]]\nid = "RUSTSEC-2024-0001"\nreason = "old"\n',
      'security/exceptions.toml': EXCEPTIONS,
    },
  ],
};

function mended(view: View): View {
  const { findings } = runChecks(view, checks);
  const mendOf = new Map(fixable);
  return MENDING_CODEMODS.reduce((now, codemod) => {
    const own = findings.filter(({ rule }) => mendOf.get(rule) === codemod.id);
    const places = own.map(({ rule, place, symbol }) => ({ rule, path: place.path, symbol: symbol ?? null }));
    const result = codemod.run(now, { places });
    return result.status === 'changed' && !isEmptyChangeSet(result.changeSet) ? now.overlay(result.changeSet) : now;
  }, view);
}

test('every fixable rule has a form here', () => {
  expect(fixable.map(([id]) => id).sort()).toEqual(Object.keys(FORMS).sort());
});

test.each(Object.entries(FORMS).flatMap(([rule, forms]) => forms.map((files, i) => [rule, i, files] as const)))(
  '%s, form %d: mended, clean, and a second time nothing is written',
  (rule, _form, files) => {
    const config = parseConfig(rule.startsWith('client-') ? CLIENT : '', 'omni-refactor.toml');
    const before = { ...memoryView(files, { readManifests, config }), today: '2026-06-01' };
    const has = (view: View): boolean => runChecks(view, checks).findings.some((finding) => finding.rule === rule);
    expect(has(before)).toBe(true);
    const after = mended(before);
    expect(has(after)).toBe(false);
    const mendable = runChecks(after, checks).findings.filter((finding) => fixable.some(([id]) => id === finding.rule));
    expect(mendable).toEqual([]);
    const again = mended(after);
    for (const { path } of after.files) expect(again.text(path), path).toBe(after.text(path));
    expect(again.files.map(({ path }) => path)).toEqual(after.files.map(({ path }) => path));
  },
);

test('packages that share a README write it once, and a second time nothing is written', () => {
  const files = {
    'Cargo.toml': '[workspace]\nmembers = ["crates/a"]\n',
    'pyproject.toml': '[project]\nname = "all"\nversion = "1"\n',
    'README.md': '# all\n',
    'crates/a/Cargo.toml': crate('a', 'readme = "../../README.md"\n'),
    'crates/a/src/lib.rs': 'pub fn press() {}\n',
  };
  const before = { ...memoryView(files, { readManifests }), today: '2026-06-01' };
  const after = mended(before);
  expect(after.text('README.md')).toContain('- `fn press`');
  const left = runChecks(after, checks).findings.filter(({ rule }) => fixable.some(([id]) => id === rule));
  expect(left.map(({ rule, place }) => `${rule} ${place.path}`)).toEqual(['readme-missing pyproject.toml']);
  const again = mended(after);
  for (const { path } of after.files) expect(again.text(path), path).toBe(after.text(path));
});

test('a type that a stub has already takes None where that is the default', () => {
  const stub = 'def add(a: int, b: int, deep: int) -> int: ...\ndef other() -> None: ...\n';
  const before = memoryView(mixed(RUST, { 'python/acme/_core.pyi': stub }), { readManifests });
  expect(mended({ ...before, today: '2026-06-01' }).text('python/acme/_core.pyi')).toContain(
    'def add(a: int, b: int = 2, *, deep: int | None = None) -> int: ...',
  );
});
