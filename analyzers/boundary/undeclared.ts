import type { BoundaryConfig } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import { isStandard } from '../../src/languages/python/stdlib-modules.ts';
import type { View } from '../../src/workspace/view.ts';
import { declaredBy } from '../map/declared-dependencies.ts';
import { plainName } from '../map/package-edges.ts';
import type { MapEdge, WorkspaceMap } from '../map/workspace-map.ts';
import { distributionOf, mayBring } from './distribution-names.ts';
import { UNDECLARED } from './rules.ts';

const APART =
  /(?:^|\/)(?:tests?|bench(?:es|marks?)?|docs?|examples?|scripts?)\/|(?:^|\/)(?:setup|conftest|noxfile|test_[^/]*|[^/]*_test)\.py$/;

/** Imports at load time whose distribution is not declared; tests and scripts do not count as dependencies. */
export function undeclared(view: View, { dependencies }: BoundaryConfig, map: WorkspaceMap): Finding[] {
  if (dependencies === 'off') return [];
  const unitOf = new Map(map.nodes.map(({ id, unit }) => [id, unit]));
  const declared = new Map(
    view.manifests.distributions.map((one) => [
      `dist:${one.name}`,
      new Set([...declaredBy(view, one), one.name].map(plainName)),
    ]),
  );
  const isDeclared: IsDeclared = (unit, name) => {
    const names = declared.get(unit);
    return names === undefined || mayBring(name, names);
  };
  const inside = map.edges.flatMap((edge): Finding[] => {
    const [own, other] = [unitOf.get(edge.from), unitOf.get(edge.to)];
    if (edge.kind !== 'import' || !own?.startsWith('dist:') || !other?.startsWith('dist:') || own === other) return [];
    return APART.test(edge.path) || isDeclared(own, other.slice(5))
      ? []
      : [undeclaredFinding(edge, own, other.slice(5))];
  });
  return dependencies === 'all' ? [...inside, ...outside(map, unitOf, isDeclared)] : inside;
}

type IsDeclared = (unit: string, name: string) => boolean;

function outside(
  { outside: imports }: WorkspaceMap,
  unitOf: ReadonlyMap<string, string | null>,
  isDeclared: IsDeclared,
): Finding[] {
  const seen = new Set<string>();
  return imports.flatMap(({ from, name, kind, isOptional, path, line }): Finding[] => {
    const unit = unitOf.get(from);
    const key = `${unit} ${distributionOf(name)}`;
    if (kind !== 'import' || isOptional || !unit || APART.test(path) || isStandard(name) || seen.has(key)) return [];
    if (isDeclared(unit, name)) return [];
    seen.add(key);
    return [undeclaredFinding({ path, line }, unit, distributionOf(name))];
  });
}

const undeclaredFinding = ({ path, line }: Pick<MapEdge, 'path' | 'line'>, unit: string, name: string): Finding => ({
  rule: UNDECLARED.id,
  severity: UNDECLARED.severity,
  place: { path, line },
  symbol: `${unit.slice(5)} ${name}`,
  what: `${unit.slice(5)} imports ${name} and does not declare it`,
  why: UNDECLARED.why,
  whatToDo: UNDECLARED.whatToDo!,
});
