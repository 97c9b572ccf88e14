import type { FeatureTable } from './features.ts';
import { join, type Settings, type Solver, satisfies, solve } from './solve.ts';
import type { TargetCfg } from './target-cfg.ts';
import type { Want } from './wants.ts';

/** Wants that the same settings satisfy. */
interface Member {
  readonly settings: Settings;
  readonly wants: readonly Want[];
}

/** One build that may satisfy them all. */
export interface Group {
  readonly members: readonly Member[];
  readonly settings: Settings;
  readonly target?: TargetCfg;
}

/**
 * As few builds as will do, the most specific wants first. What the usual settings satisfy is left out.
 * @param target a platform that is not the usual one
 */
export function groupsOf(wants: readonly Want[], solver: Solver, target?: TargetCfg): Group[] {
  const groups: Group[] = [];
  for (const member of membersOf(wants, solver)) {
    if (isUsual(member.settings) && target === undefined) continue;
    const own: Group = { members: [member], settings: member.settings, ...(target === undefined ? {} : { target }) };
    const at = groups.findIndex((group) => together(group, own, solver) !== null);
    if (at === -1) groups.push(own);
    else groups[at] = together(groups[at]!, own, solver)!;
  }
  return groups;
}

function membersOf(wants: readonly Want[], solver: Solver): Member[] {
  const members = new Map<string, { settings: Settings; wants: Want[] }>();
  for (const want of wants) {
    const settings = solve(want.predicates, solver);
    if (settings === null) continue;
    const key = JSON.stringify([settings.choice, settings.debugAssertions, settings.cfgs]);
    const member = members.get(key) ?? { settings, wants: [] };
    members.set(key, member);
    member.wants.push(want);
  }
  return [...members.values()];
}

const isUsual = ({ on, off, debugAssertions, cfgs }: Settings): boolean =>
  on.size + off.size + cfgs.length === 0 && debugAssertions;

function together(a: Group, b: Group, solver: Solver): Group | null {
  const settings = join(a.settings, b.settings, solver.table);
  const members = [...a.members, ...b.members];
  const fits =
    settings !== null &&
    members.every(({ wants }) => wants.every(({ predicates }) => satisfies(settings, predicates, solver)));
  return fits ? { ...a, members, settings } : null;
}

/** A group that does not build, cut in two; [] for one that cannot be cut. */
export function halvesOf({ members, target }: Group, table: FeatureTable): Group[] {
  if (members.length < 2) return [];
  const middle = Math.ceil(members.length / 2);
  return [members.slice(0, middle), members.slice(middle)].map((half) => ({
    members: half,
    settings: half.map(({ settings }) => settings).reduce((a, b) => join(a, b, table) ?? a),
    ...(target === undefined ? {} : { target }),
  }));
}
