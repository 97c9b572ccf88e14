import {
  type Predicates,
  type UnitConditions,
  unitConditions,
} from '../../../../../analyzers/readings/rust/unit-conditions.ts';
import type { Proof, Rung, UnitCoverage } from '../../../../core/evidence.ts';
import { allHold } from '../../../../languages/rust/cfg-truth.ts';
import type { View } from '../../../../workspace/view.ts';
import { configurationsOfMir } from '../member-build.ts';
import type { Build } from '../prove-build.ts';
import { holdsCode } from './idle-files.ts';
import { mountPredicates } from './mount-predicates.ts';

/** A package in both states. */
export interface CoveredChange {
  readonly before: View;
  readonly after: View;
  readonly paths: readonly string[];
  /** Of the state after, by configuration. */
  readonly builds: ReadonlyMap<string, Build>;
}

export interface Coverage {
  readonly units: readonly UnitCoverage[];
  /** One for each file in which something that moved was compiled by no build. */
  readonly proofs: readonly Proof[];
}

/**
 * For each unit that stands in another file now the configurations that compiled it: those of which some target read its file and set all
 * that it waits for. What is not known counts as not set. Parts of compiled units that no build has are told beside, by their condition.
 */
export function coverUnits(change: CoveredChange, rungs: readonly Rung[]): Coverage {
  const { before, after, paths, builds } = change;
  // The others speak of interfaces and of tests, and not of each unit.
  const asked = rungs.filter((rung) => rung === 'B' || rung === 'M');
  const units: UnitCoverage[] = [];
  const proofs: Proof[] = [];
  for (const path of paths) {
    const mount = after.file(path)?.grammar === 'rust' ? mountPredicates(after, path) : [];
    for (const { unit, own, parts } of movedUnits(before, after, path)) {
      const named = (predicates: Predicates) => ({
        path,
        unit: unit.id,
        condition: conditionOf([...mount, ...predicates]),
      });
      for (const rung of asked)
        units.push({ rung, ...named(own), configurations: compiling(configurationsOf(rung, builds), path, own) });
      if (!rungs.includes('B') || compiling(builds, path, own).length === 0) continue;
      const unseen = parts.filter((part) => compiling(builds, path, part).length === 0);
      units.push(...unseen.map((part) => ({ rung: 'B' as const, ...named(part), configurations: [] })));
      proofs.push(...unseen.map((part) => partProof(path, unit.id, part)));
    }
  }
  return { units, proofs: [...new Map(proofs.map((proof) => [`${proof.path} ${proof.why}`, proof])).values()] };
}

const partProof = (path: string, unit: string, part: Predicates): Proof => ({
  rung: 'B',
  path,
  configuration: 'parts of units',
  verdict: 'vacuous',
  why: `no build compiled what stands in ${unit} under ${conditionOf(part)}`,
});

/** Units of a file that the state before did not have there. */
function movedUnits(before: View, after: View, path: string): UnitConditions[] {
  if (after.file(path)?.grammar !== 'rust') return [];
  const old = before.file(path)?.grammar === 'rust' ? unitConditions(before, path) : [];
  const known = new Set(old.map(({ unit }) => unit.id));
  const text = after.text(path);
  return unitConditions(after, path).filter(({ unit }) => !known.has(unit.id) && holdsCode(unit, text));
}

const configurationsOf = (rung: Rung, builds: ReadonlyMap<string, Build>): ReadonlyMap<string, Build> =>
  rung === 'M' ? new Map(configurationsOfMir(builds).map((name) => [name, builds.get(name)!])) : builds;

const compiling = (builds: ReadonlyMap<string, Build>, path: string, predicates: Predicates): string[] =>
  [...builds].flatMap(([name, { success, targets }]) =>
    success && targets.some(({ own, files, isSet }) => own && files.has(path) && allHold(predicates, isSet) === true)
      ? [name]
      : [],
  );

/** `cfg(unix)`, `cfg(all(unix, feature = "x"))`; null for what is always there. */
function conditionOf(predicates: Predicates): string | null {
  const distinct = [...new Set(predicates)];
  if (distinct.length === 0) return null;
  return distinct.length === 1 ? `cfg(${distinct[0]})` : `cfg(all(${distinct.join(', ')}))`;
}
