import type { Finding } from '../../src/core/finding.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, type Detail, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { judgeCrate } from './judge-crate.ts';
import { covers } from './lint-groups.ts';
import { type LintLevel, manifestTable, readSharedLints, rootManifestOf } from './read-lints.ts';
import { CAPPED, LINT_RULES, NO_SHARED_LINTS } from './rules.ts';
import { lintFlag, rustFlags } from './rust-flags.ts';

/** Every member of a Cargo workspace really inherits its lints, and nothing takes them back. */
export const workspaceLints = defineCheck({
  id: 'workspace-lints',
  title: 'Every crate inherits the lints of its Cargo workspace',
  rules: LINT_RULES,
  run,
});

function run(view: View): CheckResult {
  const { crates, problems } = view.manifests;
  const findings: Finding[] = [];
  const details: Detail[] = [];
  const unknown = problems
    .filter(({ path }) => path.endsWith('Cargo.toml'))
    .map(({ path, line, reason }) => ({ path, reason: line === null ? reason : `line ${line}: ${reason}` }));
  if (crates.length === 0 && unknown.length === 0) return NOTHING_CHECKED;
  let members = 0;
  for (const [root, own] of byWorkspace(crates)) {
    const table = manifestTable(view, root);
    const shared = table === null ? null : readSharedLints(table);
    if (shared === null) {
      if (table !== null && own.length > 1) findings.push(notShared(root, own.length, own[0]!));
      continue;
    }
    members += own.length;
    const missing: string[] = [];
    for (const crate of own) {
      const judged = judgeCrate(view, crate, shared);
      if (judged === null) unknown.push({ path: crate.manifest, reason: 'the manifest cannot be read' });
      else findings.push(...judged);
      if (judged?.some(({ rule }) => rule !== 'lints-bypassed')) missing.push(crate.name);
    }
    findings.push(...capped(view, root, shared));
    details.push(coverage(root, own, missing));
  }
  const checked = { 'lints-not-inherited': members, 'lints-invalid': members, 'lints-bypassed': members };
  return {
    findings,
    checked:
      members > 0
        ? { ...checked, 'lints-capped': rustFlags(view).length, 'lints-not-shared': 1 }
        : { 'lints-not-shared': crates.length },
    unknown,
    details,
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

const coverage = (root: string, own: readonly Crate[], missing: readonly string[]): Detail => ({
  name: root,
  verdict: missing.length === 0 ? 'enforced' : missing.length === own.length ? 'missing' : 'partial',
  found: `${own.length - missing.length} of ${own.length} crates inherit its lints`,
  place: { path: root, line: 1 },
  values: {
    covered: own.map(({ name }) => name).filter((name) => !missing.includes(name)),
    missing,
    total: own.length,
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
