import type { Finding, Place, Rule } from '../../src/core/finding.ts';
import type { Crate } from '../../src/workspace/manifests.ts';
import { tomlDocument } from '../../src/workspace/toml-document.ts';
import type { View } from '../../src/workspace/view.ts';
import { rootLevels } from './crate-attributes.ts';
import { covers, GROUPS } from './lint-groups.ts';
import { type LintLevel, manifestTable, type OwnLints, readOwnLints } from './read-lints.ts';
import { BYPASSED, INVALID, NOT_INHERITED } from './rules.ts';

/** What is wrong with the lints of one member; null where its manifest cannot be read. */
export function judgeCrate(view: View, crate: Crate, shared: readonly LintLevel[]): Finding[] | null {
  const table = manifestTable(view, crate.manifest);
  if (table === null) return null;
  return [...judgeManifest(view, crate, readOwnLints(table)), ...judgeAttributes(view, crate, shared)];
}

function judgeManifest(view: View, crate: Crate, lints: OwnLints): Finding[] {
  const make = (rule: Rule, what: string, whatToDo: string, fixable: boolean): Finding[] => [
    {
      rule: rule.id,
      severity: rule.severity,
      place: placeOf(view, crate.manifest, lints),
      symbol: crate.name,
      what,
      why: rule.why,
      whatToDo,
      ...(fixable ? { command: 'omni-refactor check workspace-lints --fix' } : {}),
    },
  ];
  const inherit = 'Write `[lints]` with `workspace = true` into its manifest; `check --fix` does.';
  switch (lints.kind) {
    case 'inherits':
      return [];
    case 'invalid':
      return make(INVALID, `Cargo refuses the lints of ${crate.name}: ${lints.why}`, 'Keep either of the two.', false);
    case 'misplaced':
      return make(
        NOT_INHERITED,
        `${crate.name} says \`lints.workspace\` under [package], where cargo ignores it: nothing is inherited`,
        'Move it to a `[lints]` table of its own; `check --fix` does.',
        true,
      );
    case 'own':
      return make(
        NOT_INHERITED,
        `${crate.name} has lint levels of its own instead of those of the workspace`,
        'Move what the crate really needs into attributes of its root, and inherit the rest; cargo takes no both.',
        false,
      );
    case 'empty':
      return make(NOT_INHERITED, `${crate.name} has an empty [lints] table, which inherits nothing`, inherit, true);
    case 'none':
      return make(NOT_INHERITED, `${crate.name} does not inherit the lints of the workspace`, inherit, true);
  }
}

function placeOf(view: View, path: string, lints: OwnLints): Place {
  const document = tomlDocument(view.text(path));
  const range =
    lints.kind === 'misplaced'
      ? (document?.pair(['package', 'lints', 'workspace'])?.pair ?? document?.table(['package', 'lints']))
      : (document?.table(['lints']) ?? document?.pair(['lints'])?.pair ?? document?.pair(['lints', 'workspace'])?.pair);
  const fallback = document?.table(['package']) ?? null;
  const found = range ?? fallback;
  return { path, line: document && found ? document.line(found.start) : 1 };
}

/** An attribute of the crate root that switches off what the workspace sets to warn or more, a whole group at least. */
function judgeAttributes(view: View, crate: Crate, shared: readonly LintLevel[]): Finding[] {
  const set = shared.filter(
    ({ level }) => level === 'warn' || level === 'deny' || level === 'forbid' || level === 'force-warn',
  );
  return rootLevels(view, crate)
    .filter(({ level, conditional }) => level === 'allow' && !conditional)
    .flatMap(({ lint, path, at }): Finding[] => {
      const hit = set.filter((one) => covers(lint, one.lint));
      if (hit.length === 0 && !(GROUPS.has(lint) && set.length > 0 && lint === 'warnings')) return [];
      const names = hit.map((one) => `${one.lint} = "${one.level}"`).join(', ');
      return [
        {
          rule: BYPASSED.id,
          // One lint with a crate-wide reason is a choice; a group is a way around the workspace.
          severity: GROUPS.has(lint) ? BYPASSED.severity : 'warning',
          place: { path, line: view.text(path).slice(0, at).split('\n').length },
          symbol: lint,
          what: `${crate.name} allows \`${lint}\` for the whole crate; the workspace says ${names || 'otherwise'}`,
          why: BYPASSED.why,
          whatToDo: 'Remove the attribute, or put `#[expect(…, reason = "…")]` on the items that need it.',
        },
      ];
    });
}
