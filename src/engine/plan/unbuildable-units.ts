import { crateOf } from '../../../analyzers/readings/rust/crate-of.ts';
import { unitConditions } from '../../../analyzers/readings/rust/unit-conditions.ts';
import type { UnitId } from '../../core/unit.ts';
import { allHold, optionParts } from '../../languages/rust/cfg-truth.ts';
import { type Host, setOnHost } from '../../languages/rust/platform-options.ts';
import type { View } from '../../workspace/view.ts';

/** The machine that this program runs on: it will prove what is planned here. */
export const thisHost = (): Host => ({ platform: process.platform, arch: process.arch });

/** Units of a file that stay in it, with the reason. */
export type Staying = ReadonlyMap<UnitId, string>;

/**
 * Units of a Rust file that no build on this machine has, with the reason: code of other platforms, of features that the package does not
 * have. Moved, they would be seen by S alone (R90).
 */
export function unbuildableUnits(view: View, path: string, host: Host): Staying {
  const features = featuresNear(view, path);
  const isSet = (option: string): boolean | null => {
    const { name, value } = optionParts(option);
    if (name === 'feature' && value !== null && features !== null) return features.has(value) ? null : false;
    return setOnHost(host, option);
  };
  const found = new Map<UnitId, string>();
  for (const { unit, own } of unitConditions(view, path))
    if (allHold(own, isSet) === false) found.set(unit.id, whyKept(`cfg(${own.join(') and cfg(')})`));
  return withAlternatives(view, path, found);
}

export const whyKept = (condition: string): string => `no build on this machine compiles it: ${condition} (R90)`;

/** Alternatives of one name stay together. */
export function withAlternatives(view: View, path: string, staying: Staying): Staying {
  const found = new Map(staying);
  for (const { unit } of unitConditions(view, path))
    for (const twin of unit.twins ?? [])
      if (staying.has(unit.id) && !found.has(twin)) found.set(twin, `its alternative \`${unit.id}\` stays`);
  return found;
}

/** The features of the package that a file lies in; null where there is none. */
function featuresNear(view: View, path: string): ReadonlySet<string> | null {
  const crate = crateOf(view, path);
  return crate && new Set(crate.features);
}
