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
  /** One for each thing beside moved units that no build compiled: a part of one, or a unit that stays. */
  readonly proofs: readonly Proof[];
}

/**
 * For each unit that stands in another file now the configurations that compiled it: those of which some target read its file and set all
 * that it waits for. What is not known counts as not set. Parts of compiled units, and units that stay, are reported where no build has them.
 */
export function coverUnits(change: CoveredChange, rungs: readonly Rung[]): Coverage {
  const paths = change.paths.filter((path) => change.after.file(path)?.grammar === 'rust');
  // The others refer to interfaces and of tests, and not of each unit.
  const asked = rungs.filter((rung) => rung === 'B' || rung === 'M');
  const units = paths.flatMap((path) => asked.flatMap((rung) => coverFile(change, path, rung)));
  const unseen = rungs.includes('B') ? paths.flatMap((path) => unseenIn(change, path)) : [];
  return { units, proofs: [...new Map(unseen.map((proof) => [`${proof.path} ${proof.why}`, proof])).values()] };
}

function coverFile({ before, after, builds }: CoveredChange, path: string, rung: Rung): UnitCoverage[] {
  const mount = mountPredicates(after, path);
  const names = rung === 'M' ? configurationsOfMir(builds) : [...builds.keys()];
  return movedUnits(before, after, path).map(({ unit, own }) => ({
    rung,
    path,
    unit: unit.id,
    condition: conditionOf([...mount, ...own]),
    configurations: names.filter((name) => compiles(builds.get(name)!, path, own)),
  }));
}

function unseenIn({ before, after, builds }: CoveredChange, path: string): Proof[] {
  const isSeen = (predicates: Predicates): boolean =>
    [...builds.values()].some((one) => compiles(one, path, predicates));
  const moved = movedUnits(before, after, path);
  const staying = unitsOf(after, path).filter((one) => !moved.includes(one));
  const parts = moved
    .filter(({ own }) => isSeen(own))
    .flatMap(({ unit, parts }) => parts.map((part) => ({ unit, waits: part, what: `what stands in ${unit.id}` })));
  const left = staying.map(({ unit, own }) => ({ unit, waits: own, what: `${unit.id}, which stays,` }));
  return [...parts, ...left]
    .filter(({ waits }) => !isSeen(waits))
    .map(({ waits, what }) => ({
      rung: 'B',
      path,
      configuration: 'uncompiled',
      verdict: 'vacuous',
      why: `no build compiled ${what} under ${conditionOf(waits) ?? 'its module'}`,
    }));
}

/** Units of a file that the state before did not have there. */
function movedUnits(before: View, after: View, path: string): UnitConditions[] {
  const old = before.file(path)?.grammar === 'rust' ? unitConditions(before, path) : [];
  const known = new Set(old.map(({ unit }) => unit.id));
  return unitsOf(after, path).filter(({ unit }) => !known.has(unit.id));
}

/** Members that wait for something of their own are parts of their block. */
const unitsOf = (view: View, path: string): UnitConditions[] =>
  unitConditions(view, path).filter(({ unit }) => unit.parent === null && holdsCode(unit, view.text(path)));

const compiles = ({ success, targets }: Build, path: string, predicates: Predicates): boolean =>
  success && targets.some(({ own, files, isSet }) => own && files.has(path) && allHold(predicates, isSet) === true);

/** `cfg(unix)`, `cfg(all(unix, feature = "x"))`; null for what is always there. */
function conditionOf(predicates: Predicates): string | null {
  const distinct = [...new Set(predicates)];
  if (distinct.length === 0) return null;
  return distinct.length === 1 ? `cfg(${distinct[0]})` : `cfg(all(${distinct.join(', ')}))`;
}
