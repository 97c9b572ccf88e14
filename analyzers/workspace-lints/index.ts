import type { Finding } from '../../src/core/finding.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { judgeCrate } from './judge-crate.ts';
import { covers } from './lint-groups.ts';
import { type LintLevel, manifestTable, readSharedLints, rootManifestOf } from './read-lints.ts';
import { BYPASSED, CAPPED, LINT_RULES, NO_SHARED_LINTS } from './rules.ts';
import { lintFlag, rustFlags } from './rust-flags.ts';

/** Every member of a Cargo workspace really inherits its lints, and nothing takes them back. */
export const workspaceLints = defineCheck({
  id: 'workspace-lints',
  title: 'Every crate inherits the lints of its Cargo workspace',
  waitsFor: 'a Cargo.toml',
  rules: LINT_RULES,
  run,
});

function run(view: View): CheckResult {
  const unknown = view.manifests.problems
    .filter(({ path }) => path.endsWith('Cargo.toml') && !isFixture(path))
    .map(({ path, line, reason }) => ({ path, reason: line === null ? reason : `line ${line}: ${reason}` }));
  const crates = view.manifests.crates.filter(({ cargoRoot }) => !isFixture(cargoRoot));
  if (crates.length === 0 && unknown.length === 0) return NOTHING_CHECKED;
  const judged = [...byWorkspace(crates)].map(([root, crateList]) => judgeWorkspace(view, root, crateList));
  const members = judged.reduce((sum, one) => sum + one.members, 0);
  const checked = { 'lints-not-inherited': members, 'lints-invalid': members, 'lints-bypassed': members };
  return {
    findings: judged.flatMap(({ findings }) => findings),
    checked: {
      ...(members > 0 ? { ...checked, 'lints-capped': members } : {}),
      'lints-not-shared': judged.length,
    },
    unknown: [...unknown, ...judged.flatMap((one) => one.unknown)],
    details: judged.flatMap(({ details }) => details),
  };
}

interface Judged extends Omit<CheckResult, 'checked'> {
  /** Crates that were held against shared levels. */
  readonly members: number;
}

const NOTHING: Judged = { findings: [], unknown: [], details: [], members: 0 };

/** @param root path of the workspace's manifest; @param own its crates */
function judgeWorkspace(view: View, root: string, members: readonly Crate[]): Judged {
  const table = manifestTable(view, root);
  if (table === null) return NOTHING;
  const shared = readSharedLints(table);
  if (shared === null)
    return members.length > 1 ? { ...NOTHING, findings: [notShared(root, members.length, members[0]!)] } : NOTHING;
  const judged = members.map((crate) => ({ crate, findings: judgeCrate(view, crate, shared) }));
  const missing = judged
    .filter(({ findings }) => findings?.some(({ rule }) => rule !== BYPASSED.id))
    .map(({ crate }) => crate.name);
  return {
    members: members.length,
    findings: [...judged.flatMap(({ findings }) => findings ?? []), ...capped(view, root, shared)],
    unknown: judged
      .filter(({ findings }) => findings === null)
      .map(({ crate }) => ({ path: crate.manifest, reason: 'the manifest cannot be read' })),
    details: [coverage(root, members, missing)],
  };
}

function byWorkspace(crates: readonly Crate[]): Map<string, Crate[]> {
  const found = new Map<string, Crate[]>();
  for (const crate of crates) {
    const root = rootManifestOf(crate);
    found.set(root, [...(found.get(root) ?? []), crate]);
  }
  return found;
}

const coverage = (root: string, members: readonly Crate[], missing: readonly string[]): Detail => ({
  name: root,
  verdict: missing.length === 0 ? 'enforced' : missing.length === members.length ? 'missing' : 'partial',
  found: `${members.length - missing.length} of ${members.length} crates inherit its lints`,
  place: { path: root, line: 1 },
  values: {
    covered: members.map(({ name }) => name).filter((name) => !missing.includes(name)),
    missing,
    total: members.length,
  },
});

const notShared = (root: string, members: number, crate: Crate): Finding => ({
  rule: NO_SHARED_LINTS.id,
  severity: NO_SHARED_LINTS.severity,
  place: { path: root, line: 1 },
  what: `The workspace of ${crate.name} and ${members - 1} more has no [workspace.lints]`,
  why: NO_SHARED_LINTS.why,
  whatToDo:
    'Write [workspace.lints.rust] and [workspace.lints.clippy] into its manifest, then run: omni-refactor check workspace-lints --fix',
});

/** Flags of cargo's configuration that take back what the workspace sets. */
function capped(view: View, root: string, shared: readonly LintLevel[]): Finding[] {
  const home = root.slice(0, Math.max(0, root.lastIndexOf('/')));
  return rustFlags(view)
    .filter(
      ({ dir }) =>
        dir === '' || home === dir || home.startsWith(`${dir}/`) || dir.startsWith(`${home}/`) || home === '',
    )
    .flatMap(({ flag, path, line }): Finding[] => {
      const read = lintFlag(flag);
      const against =
        read?.kind === 'cap-lints'
          ? read.lint !== 'forbid' && read.lint !== 'deny'
          : read?.kind === 'allow' &&
            shared.some(({ lint, level }) => level !== 'allow' && covers(read.lint.replaceAll('-', '_'), lint));
      if (!against) return [];
      return [
        {
          rule: CAPPED.id,
          severity: CAPPED.severity,
          place: { path, line },
          symbol: flag,
          what: `\`${flag}\` in rustflags takes back lints that ${root} sets`,
          why: CAPPED.why,
          whatToDo: 'Remove the flag; where a build needs it, give it on that command line alone.',
        },
      ];
    });
}
