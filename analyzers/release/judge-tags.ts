import type { Finding } from '../../src/core/finding.ts';
import type { Tag } from '../../src/git/read-tags.ts';
import type { View } from '../../src/workspace/view.ts';
import { changelogOf } from './changelog.ts';
import type { DeclaredVersion } from './declared-version.ts';
import { finding, versionOf } from './judge-unit.ts';
import type { ReleaseUnit } from './read-unit.ts';
import { compareVersions } from './requirement.ts';
import { TAG_MISMATCH, TAG_MISSING, TAG_SPELLING } from './rules.ts';
import { isSemver } from './versions.ts';

/** A tag that names a version of one unit. */
interface VersionTag {
  readonly name: string;
  readonly version: string;
  /** What stands in front of the number: `v`, `press-v`, or nothing. */
  readonly prefix: string;
  readonly isHead: boolean;
  readonly elsewhere: boolean;
}

/** Whether the tags of HEAD's history, the manifests and the changelogs tell of the same releases. */
export function judgeTags(view: View, units: readonly ReleaseUnit[]): Finding[] {
  if (view.tags === null || view.tags.length === 0) return [];
  const all = view.tags.flatMap(versionTag);
  const versions = new Set(units.flatMap((unit) => versionOf(unit)?.version ?? []));
  const python = units.filter(({ distribution }) => distribution !== null);
  const perUnit = units.flatMap((unit) => {
    const isWhole = unit.dir === '' || versions.size === 1;
    const isOnlyPython = python.length === 1 && python[0] === unit;
    const tags = all.filter(
      ({ prefix }) => belongs(prefix, unit.name, isWhole) || (isOnlyPython && /^(?:py|python)[-/@_]v?$/i.test(prefix)),
    );
    return tags.length === 0 ? [] : judgeUnitTags(view, unit, tags, isWhole);
  });
  // A workspace of one version has its changelog at the top, where no package is.
  const isOne = versions.size === 1 && units.every(({ dir }) => dir !== '');
  const bare = all.filter(({ prefix }) => units.some(({ name }) => belongs(prefix, name, true)));
  return isOne ? [...perUnit, ...gaps(view, '', bare)] : perUnit;
}

function versionTag({ name, isHead, elsewhere }: Tag): VersionTag[] {
  const [, prefix, version] = TAG.exec(name) ?? [];
  return version === undefined || !isSemver(version)
    ? []
    : [{ name, prefix: prefix!, version, isHead, elsewhere: elsewhere === true }];
}

function judgeUnitTags(view: View, unit: ReleaseUnit, tags: readonly VersionTag[], isWhole: boolean): Finding[] {
  const main = versionOf(unit);
  // A version of zeros is written when it is built.
  if (main === null || !isSemver(main.version) || /^0\.0\.0\b/.test(main.version)) return [];
  // A release of another branch is tagged; what this history says is held against its own tags alone.
  const local = tags.filter(({ elsewhere }) => !elsewhere);
  return [
    ...mismatches(unit, main, local),
    ...(isWhole ? gaps(view, unit.dir, tags) : []),
    ...spellings(main, unit, local),
  ];
}

const TAG = /^((?:[A-Za-z][\w.-]*?[-/@_])?v?)(\d+\.\d+\.\d+.*)$/;

function belongs(prefix: string, name: string, isWhole: boolean): boolean {
  const bare = prefix.replace(/v$/, '').replace(/[-/@_]$/, '');
  const normal = (text: string): string => text.replaceAll('_', '-').toLowerCase();
  if (/^(?:release|rel|version|ver)$/i.test(bare)) return isWhole;
  return bare === '' ? isWhole : normal(bare) === normal(name);
}

/** The commit that a tag names says the tag's version, and no commit behind it says an older one. */
function mismatches(unit: ReleaseUnit, main: DeclaredVersion, tags: readonly VersionTag[]): Finding[] {
  const wrong =
    tags.find(
      ({ isHead, version }) =>
        isHead && !tags.some((one) => one.isHead && one.version === main.version) && version !== main.version,
    ) ??
    newest(
      tags.filter(
        ({ version }) => (compareVersions(version, main.version) ?? 0) > 0 && !isOnTheWay(main.version, version),
      ),
    );
  if (!wrong) return [];
  return [
    finding(
      TAG_MISMATCH,
      { path: main.path, line: main.line },
      unit.name,
      `${unit.name} is ${main.version} here, and ${wrong.isHead ? 'this commit' : 'a commit before this one'} is tagged ${wrong.name}`,
      wrong.isHead
        ? 'Move the version or the tag before anybody has it; else release the next version.'
        : 'Raise the version above the newest tag.',
    ),
  ];
}

/** `1.2.0-dev` stands for all that leads to 1.2.0, a candidate that was tagged among it. */
function isOnTheWay(main: string, tagged: string): boolean {
  const [core, rest] = main.split(/-(.*)/s);
  return /^dev\b/.test(rest ?? '') && tagged.startsWith(`${core}-`);
}

const newest = (tags: readonly VersionTag[]): VersionTag | undefined =>
  tags.reduce<VersionTag | undefined>(
    (best, one) => (best === undefined || (compareVersions(one.version, best.version) ?? 0) > 0 ? one : best),
    undefined,
  );

/** A version of the changelog that was never tagged, though one before and one behind it were. */
function gaps(view: View, dir: string, tags: readonly VersionTag[]): Finding[] {
  const changelog = changelogOf(view, dir);
  if (changelog === null) return [];
  const isTagged = (version: string): boolean => tags.some((tag) => tag.version === version);
  const { path, entries } = changelog;
  return entries.flatMap(({ version, line }, i): Finding[] => {
    if (isTagged(version) || !isSemver(version)) return [];
    const isBetween =
      entries.slice(0, i).some((one) => isTagged(one.version)) && isTagged(entries[i + 1]?.version ?? '');
    if (!isBetween) return [];
    return [
      finding(
        TAG_MISSING,
        { path, line },
        version,
        `${path} tells of ${version}, which no tag names`,
        'Tag the commit that it was released from, or say that it was never released.',
      ),
    ];
  });
}

/** The newest tag is spelled as no other one is. */
function spellings(main: DeclaredVersion, unit: ReleaseUnit, tags: readonly VersionTag[]): Finding[] {
  const last = newest(tags);
  if (!last || tags.length < 3) return [];
  const others = tags.filter((tag) => tag !== last);
  const usual = others[0]!.prefix;
  if (last.prefix === usual || !others.every(({ prefix }) => prefix === usual)) return [];
  return [
    finding(
      TAG_SPELLING,
      { path: main.path, line: main.line },
      unit.name,
      `The newest tag is ${last.name}; those before it are spelled ${usual}${others.at(-1)!.version}`,
      `Tag the same commit as ${usual}${last.version} too: workflows that wait for it did not run.`,
    ),
  ];
}
