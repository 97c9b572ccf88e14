import type { BoundaryConfig } from '../../src/config/config.ts';
import type { Finding } from '../../src/core/finding.ts';
import { isStandard } from '../../src/languages/python/stdlib-modules.ts';
import type { View } from '../../src/workspace/view.ts';
import { declaredBy } from '../map/declared-dependencies.ts';
import { plainName } from '../map/package-edges.ts';
import type { MapEdge, WorkspaceMap } from '../map/workspace-map.ts';
import { UNDECLARED } from './rules.ts';

/** Modules that are called otherwise than the distribution that brings them. */
const BROUGHT_BY: Readonly<Record<string, string>> = {
  yaml: 'pyyaml',
  PIL: 'pillow',
  cv2: 'opencv-python',
  sklearn: 'scikit-learn',
  skimage: 'scikit-image',
  bs4: 'beautifulsoup4',
  dateutil: 'python-dateutil',
  attr: 'attrs',
  dotenv: 'python-dotenv',
  jwt: 'pyjwt',
  Crypto: 'pycryptodome',
  serial: 'pyserial',
  zmq: 'pyzmq',
  git: 'gitpython',
  pkg_resources: 'setuptools',
  _pytest: 'pytest',
  mpl_toolkits: 'matplotlib',
};

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
  const isDeclared = (unit: string, name: string): boolean => declared.get(unit)?.has(plainName(name)) ?? true;
  const inside = map.edges.flatMap((edge): Finding[] => {
    const [own, other] = [unitOf.get(edge.from), unitOf.get(edge.to)];
    if (edge.kind !== 'import' || !own?.startsWith('dist:') || !other?.startsWith('dist:') || own === other) return [];
    return APART.test(edge.path) || isDeclared(own, other.slice(5))
      ? []
      : [undeclaredFinding(edge, own, other.slice(5))];
  });
  return dependencies === 'all' ? [...inside, ...outside(map, unitOf, isDeclared)] : inside;
}

function outside(
  { outside: imports }: WorkspaceMap,
  unitOf: ReadonlyMap<string, string | null>,
  isDeclared: (unit: string, name: string) => boolean,
): Finding[] {
  const seen = new Set<string>();
  return imports.flatMap(({ from, name, kind, path, line }): Finding[] => {
    const unit = unitOf.get(from);
    if (kind !== 'import' || !unit || APART.test(path) || isStandard(name) || seen.has(`${unit} ${name}`)) return [];
    if (isDeclared(unit, name) || isDeclared(unit, BROUGHT_BY[name] ?? name)) return [];
    seen.add(`${unit} ${name}`);
    return [undeclaredFinding({ path, line }, unit, BROUGHT_BY[name] ?? name)];
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
