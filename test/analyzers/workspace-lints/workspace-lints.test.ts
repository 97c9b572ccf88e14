import { expect, test } from 'vitest';
import { runChecks } from '../../../analyzers/gate/run-checks.ts';
import { effectiveLevels } from '../../../analyzers/workspace-lints/effective-levels.ts';
import { workspaceLints } from '../../../analyzers/workspace-lints/index.ts';
import { inheritLints } from '../../../codemods/workspace/inherit-lints/index.ts';
import { parseConfig } from '../../../src/config/parse-config.ts';
import { readManifests } from '../../../src/workspace/read-manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { memoryView } from '../../helpers/memory-view.ts';

const ROOT =
  '[workspace]\nmembers = ["crates/*"]\n[workspace.lints.clippy]\npedantic = { level = "warn", priority = -1 }\nunwrap_used = "deny"\n';
const manifest = (name: string, more = ''): string =>
  `[package]\nname = "${name}"\nversion = "0.1.0"\nedition = "2021"\n${more}`;

const viewOf = (files: Readonly<Record<string, string>>, config = ''): View =>
  memoryView({ 'Cargo.toml': ROOT, ...files }, { config: parseConfig(config, 'omni-refactor.toml'), readManifests });

const member = (more: string, lib = ''): Record<string, string> => ({
  'crates/a/Cargo.toml': manifest('a', more),
  'crates/a/src/lib.rs': lib,
});

test.each<[name: string, files: Record<string, string>, rules: string[]]>([
  ['inherits', member('[lints]\nworkspace = true\n'), []],
  [
    'inherits by a dotted key at the top',
    { 'crates/a/Cargo.toml': `lints.workspace = true\n${manifest('a')}`, 'crates/a/src/lib.rs': '' },
    [],
  ],
  [
    'inherits by an inline table',
    { 'crates/a/Cargo.toml': `lints = { workspace = true }\n${manifest('a')}`, 'crates/a/src/lib.rs': '' },
    [],
  ],
  ['has no table', member(''), ['lints-not-inherited']],
  ['has an empty table', member('[lints]\n'), ['lints-not-inherited']],
  ['says it under [package]', member('lints.workspace = true\n'), ['lints-not-inherited']],
  ['has levels of its own', member('[lints.clippy]\nall = "warn"\n'), ['lints-not-inherited']],
  ['says workspace = false', member('[lints]\nworkspace = false\n'), ['lints-invalid']],
  ['says both', member('[lints]\nworkspace = true\n[lints.rust]\nunused = "allow"\n'), ['lints-invalid']],
  [
    'allows the group at its root',
    member('[lints]\nworkspace = true\n', '#![allow(clippy::pedantic)]\n'),
    ['lints-bypassed'],
  ],
  ['allows all warnings', member('[lints]\nworkspace = true\n', '#![allow(warnings)]\n'), ['lints-bypassed']],
  ['allows another lint', member('[lints]\nworkspace = true\n', '#![allow(dead_code)]\n'), []],
  [
    'is capped by the configuration of cargo',
    {
      ...member('[lints]\nworkspace = true\n'),
      '.cargo/config.toml': '[build]\nrustflags = ["--cap-lints", "allow"]\n',
    },
    ['lints-capped'],
  ],
])('a crate that %s', (_, files, rules) => {
  expect(workspaceLints.run(viewOf(files)).findings.map(({ rule }) => rule)).toEqual(rules);
});

test.each([
  ['none', ''],
  ['empty', '[lints]\n# why\n'],
  ['misplaced', 'lints.workspace = true # here\n'],
])('what can be fixed is clean afterwards, and a second run writes nothing: %s', (_, more) => {
  const view = viewOf(member(more));
  const places = workspaceLints.run(view).findings.map(({ rule, place }) => ({ rule, path: place.path, symbol: null }));
  const made = inheritLints.run(view, { places });
  if (made.status !== 'changed') throw new Error('refused');
  const after = view.overlay(made.changeSet);
  expect(workspaceLints.run(after).findings).toEqual([]);
  const again = inheritLints.run(after, { places });
  expect(again.status === 'changed' && again.changeSet.edit).toEqual([]);
  expect(after.text('crates/a/Cargo.toml')).toMatch(/\[lints\]\nworkspace = true\n/);
});

test('line ends and comments of a manifest stay', () => {
  const view = viewOf({
    'crates/a/Cargo.toml': manifest('a', '# last\n').replaceAll('\n', '\r\n'),
    'crates/a/src/lib.rs': '',
  });
  const made = inheritLints.run(view, {
    places: [{ rule: 'lints-not-inherited', path: 'crates/a/Cargo.toml', symbol: null }],
  });
  if (made.status !== 'changed') throw new Error('refused');
  const text = view.overlay(made.changeSet).text('crates/a/Cargo.toml');
  expect(text).toBe(`${manifest('a', '# last\n')}\n[lints]\nworkspace = true\n`.replaceAll('\n', '\r\n'));
});

test('a broken manifest is unknown, never a pass', () => {
  const { checks, unknown } = runChecks(viewOf({ 'crates/a/Cargo.toml': '[package\n' }), [workspaceLints]);
  expect(unknown.map(({ path }) => path)).toContain('crates/a/Cargo.toml');
  expect(checks[0]!.verdict).not.toBe('pass');
});

test('no crates: the check is off', () => {
  expect(runChecks(memoryView({ 'a.py': '' }), [workspaceLints]).checks[0]!.verdict).toBe('off');
});

test('each level with the place that decides it, and what it replaces', () => {
  const view = viewOf(member('[lints]\nworkspace = true\n', '\n#![allow(clippy::pedantic)]\n'));
  const levels = effectiveLevels(view, view.manifests.crates[0]!);
  expect(levels.map(({ lint, level, path, line, over }) => [lint, level, path, line, over.length])).toEqual([
    ['clippy::pedantic', 'allow', 'crates/a/src/lib.rs', 2, 1],
    ['clippy::unwrap_used', 'deny', 'Cargo.toml', 5, 0],
  ]);
});

const EXCEPTION =
  '[[exception]]\nrule = "lints-not-inherited"\npath = "crates/a/Cargo.toml"\nowner = "@ada"\nreason = "vendored"\nexpires = "2026-06-30"\nexit = "upstream takes it"\n';

test('an exception holds up to its day; one that excuses nothing, and a line of the baseline that does, are told', () => {
  const on = (today: string, files: Record<string, string>, config: string): string[] =>
    runChecks({ ...viewOf(files, config), today }, [workspaceLints]).findings.map(({ rule }) => rule);
  expect(on('2026-06-30', member(''), EXCEPTION)).toEqual([]);
  expect(on('2026-07-01', member(''), EXCEPTION).sort()).toEqual(['expired-exception', 'lints-not-inherited']);
  expect(on('2026-01-01', member('[lints]\nworkspace = true\n'), EXCEPTION)).toEqual(['stale-exception']);
  const baseline = { 'omni-refactor.baseline': 'check:lints-not-inherited crates/a/Cargo.toml#a 1\n' };
  expect(on('2026-01-01', { ...member(''), ...baseline }, '')).toEqual([]);
  expect(on('2026-01-01', { ...member('[lints]\nworkspace = true\n'), ...baseline }, '')).toEqual(['stale-entry']);
});
