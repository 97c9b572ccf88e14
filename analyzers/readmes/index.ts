import type { Finding, Rule } from '../../src/core/finding.ts';
import type { View } from '../../src/workspace/view.ts';
import { type CheckResult, defineCheck, NOTHING_CHECKED } from '../gate/check.ts';
import { judgeReadme } from './judge-readme.ts';
import { type Package, packagesOf } from './packages.ts';
import { LOST, MISSING, README_RULES, SHARED } from './rules.ts';

/** Every crate and Python distribution has a README of its own that holds what the template asks for, and states what is true. */
export const readmes = defineCheck({
  id: 'readmes',
  title: 'Every crate and Python distribution has its own README, and it is true',
  waitsFor: 'a package: a Cargo.toml, pyproject.toml or package.json',
  rules: README_RULES,
  run,
});

function run(view: View): CheckResult {
  const packages = packagesOf(view);
  if (packages.length === 0) return NOTHING_CHECKED;
  const users = usersOf(packages);
  const findings = packages.flatMap((pkg) => judgePackage(view, pkg, users));
  const lacking = new Set(
    findings.filter(({ rule }) => [MISSING.id, LOST.id, SHARED.id].includes(rule)).map(({ symbol }) => symbol),
  );
  const missing = packages.filter(({ name }) => lacking.has(name)).map(({ name }) => name);
  const covered = packages.map(({ name }) => name).filter((name) => !missing.includes(name));
  const percent = Math.floor((covered.length * 100) / packages.length);
  return {
    findings,
    checked: Object.fromEntries(README_RULES.map(({ id }) => [id, packages.length])),
    unknown: packages.flatMap(({ readme, manifest }) =>
      readme.kind === 'unknown'
        ? [{ path: manifest, reason: `where its README is cannot be told: ${readme.why}` }]
        : [],
    ),
    details: [
      {
        name: 'coverage',
        verdict: missing.length === 0 ? 'enforced' : covered.length === 0 ? 'missing' : 'partial',
        found: `${covered.length} of ${packages.length} packages have a README of their own (${percent} %)`,
        values: { covered, missing, total: packages.length, percent },
      },
    ],
  };
}

/** README -> the packages that resolve to it. */
function usersOf(packages: readonly Package[]): Map<string, Package[]> {
  const users = new Map<string, Package[]>();
  for (const pkg of packages)
    if (pkg.readme.kind === 'file') users.set(pkg.readme.path, [...(users.get(pkg.readme.path) ?? []), pkg]);
  return users;
}

function judgePackage(view: View, pkg: Package, users: ReadonlyMap<string, readonly Package[]>): Finding[] {
  const { readme, manifest, name } = pkg;
  const find = (rule: Rule, what: string, whatToDo: string): Finding => ({
    rule: rule.id,
    severity: rule.severity,
    place: { path: manifest, line: 1 },
    symbol: name,
    what,
    why: rule.why,
    whatToDo,
  });
  const scaffold = 'Write one, or begin with facts: omni-refactor check readmes --fix';
  if (readme.kind === 'none') return [find(MISSING, `${name} has no README`, scaffold)];
  if (readme.kind === 'lost')
    return [
      find(LOST, `${name} names the README ${readme.path}, which is not there`, 'Correct the path, or write the file.'),
    ];
  if (readme.kind !== 'file') return [];
  const sharing = users.get(readme.path)!;
  // The README beside a manifest is that package's own, whoever else points to it.
  const isOwn = readme.path.slice(0, Math.max(0, readme.path.lastIndexOf('/'))) === pkg.dir;
  if (!isOwn && sharing.length > 1)
    return [
      find(SHARED, `${name} has no README of its own: ${readme.path} stands for ${sharing.length} packages`, scaffold),
    ];
  return judgeReadme(view, pkg, readme.path);
}
