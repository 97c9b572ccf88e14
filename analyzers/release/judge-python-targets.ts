import { join } from 'node:path/posix';
import type { Finding } from '../../src/core/finding.ts';
import { dirOf, stringAt, stringsAt, type Table, tableAt } from '../../src/workspace/manifest-files.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { manifestTable } from '../workspace-lints/read-lints.ts';
import { lineOfKey } from './declared-version.ts';
import { finding } from './judge-unit.ts';
import type { ReleaseUnit } from './read-unit.ts';
import { PYTHON_TARGET } from './rules.ts';

/** The oldest Python that a distribution runs on. */
interface Oldest {
  readonly name: string;
  /** As the manifest spells it: `>=3.9`. */
  readonly wanted: string;
  /** 9 for Python 3.9. */
  readonly minor: number;
  readonly path: string;
  readonly line: number;
}

/** The version that a tool writes code for, where a configuration sets it. */
interface Target {
  readonly tool: 'ruff' | 'black';
  readonly minor: number;
  /** As the configuration spells it with another number. */
  readonly spell: (minor: number) => string;
  readonly path: string;
  readonly line: number;
}

/**
 * Tools that rewrite code must not be set to a newer Python than a distribution runs on: once for each setting, by the oldest distribution
 * that it is for. Type checkers write nothing and may have dropped the oldest version, so theirs is not looked at.
 */
export function judgePythonTargets(view: View, units: readonly ReleaseUnit[]): Finding[] {
  const broken = new Map<string, { readonly oldest: Oldest; readonly target: Target }>();
  for (const unit of units) {
    const oldest = oldestOf(view, unit);
    if (oldest === null) continue;
    for (const target of targetsFor(view, unit.distribution!.distribution.dir)) {
      const place = `${target.path}:${target.line}`;
      const isOlder = oldest.minor < (broken.get(place)?.oldest.minor ?? target.minor);
      if (isOlder) broken.set(place, { oldest, target });
    }
  }
  return [...broken.values()].map(({ oldest, target }) =>
    finding(
      PYTHON_TARGET,
      { path: target.path, line: target.line },
      oldest.name,
      `${target.tool} writes for Python 3.${target.minor}; ${oldest.name} requires Python ${oldest.wanted} by ${oldest.path}:${oldest.line}`,
      `Write target-version = ${target.spell(oldest.minor)}, or raise requires-python to >=3.${target.minor}.`,
    ),
  );
}

/** Null where nothing says an oldest version of Python 3. */
function oldestOf(view: View, { name, distribution }: ReleaseUnit): Oldest | null {
  const table = distribution?.table ?? null;
  const poetry = tableAt(tableAt(table, 'tool'), 'poetry');
  const standard = stringAt(tableAt(table, 'project'), 'requires-python');
  const wanted = standard ?? stringAt(tableAt(poetry, 'dependencies'), 'python');
  const minor = /(?:>=|~=|==|\^|~)\s*3\.(\d+)/.exec(wanted ?? '')?.[1];
  if (wanted === null || minor === undefined) return null;
  const path = join(distribution!.distribution.dir, 'pyproject.toml');
  const keys = standard === null ? ['tool', 'poetry', 'dependencies', 'python'] : ['project', 'requires-python'];
  return { name, wanted, minor: Number(minor), path, line: lineOfKey(tomlDocument(view.text(path)), keys) };
}

/** The nearest configuration of each tool decides, even where it sets no version. */
function targetsFor(view: View, dir: string): Target[] {
  const found = new Map<Target['tool'], Target | null>();
  for (let folder = dir; ; folder = dirOf(folder)) {
    for (const read of [ruffTarget, blackTarget]) {
      const target = read(view, folder);
      const tool = read === ruffTarget ? 'ruff' : 'black';
      if (target !== undefined && !found.has(tool)) found.set(tool, target);
    }
    if (folder === '') return [...found.values()].flatMap((target) => target ?? []);
  }
}

/** @returns undefined for a folder without a configuration of the tool, null for one that sets no version */
function ruffTarget(view: View, folder: string): Target | null | undefined {
  const own = ['.ruff.toml', 'ruff.toml'].map((name) => join(folder, name)).find((path) => view.file(path));
  const path = own ?? join(folder, 'pyproject.toml');
  const keys = own === undefined ? ['tool', 'ruff'] : [];
  const table = sectionOf(view, path, keys);
  if (table === null) return undefined;
  const minor = minorOf(stringAt(table, 'target-version'));
  if (minor === null) return null;
  const line = lineOfKey(tomlDocument(view.text(path)), [...keys, 'target-version']);
  return { tool: 'ruff', minor, spell: (other) => `"py3${other}"`, path, line };
}

/** Black writes what all versions of its list can read; it reads `_` in a key as `-`. @returns as `ruffTarget` */
function blackTarget(view: View, folder: string): Target | null | undefined {
  const path = join(folder, 'pyproject.toml');
  const table = sectionOf(view, path, ['tool', 'black']);
  if (table === null) return undefined;
  const key = ['target-version', 'target_version'].find((one) => one in table);
  const minors = key === undefined ? [] : stringsAt(table, key).flatMap((one) => minorOf(one) ?? []);
  if (minors.length === 0) return null;
  const line = lineOfKey(tomlDocument(view.text(path)), ['tool', 'black', key!]);
  return { tool: 'black', minor: Math.min(...minors), spell: (other) => `["py3${other}"]`, path, line };
}

const sectionOf = (view: View, path: string, keys: readonly string[]): Table | null =>
  keys.reduce<Table | null>((table, key) => tableAt(table, key), manifestTable(view, path));

/** `py310` is 10. */
function minorOf(text: string | null): number | null {
  const minor = /^py3(\d+)$/.exec(text ?? '')?.[1];
  return minor === undefined ? null : Number(minor);
}
