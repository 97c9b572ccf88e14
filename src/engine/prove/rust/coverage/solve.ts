import { optionsOf, parsePredicate } from '../../../../languages/rust/cfg-predicate.ts';
import { allHold, type IsSet, optionParts } from '../../../../languages/rust/cfg-truth.ts';
import { isSettable } from './cfg-environment.ts';
import { chooseFeatures, type FeatureChoice, type FeatureTable, featuresOf } from './features.ts';
import { keyOf } from './target-cfg.ts';

/** What a build can be asked for. */
export interface Settings {
  readonly on: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
  readonly choice: FeatureChoice;
  readonly debugAssertions: boolean;
  /** Options that nothing sets, so that a flag may: `loom`, `level="2"`. */
  readonly cfgs: readonly string[];
}

export interface Solver {
  readonly table: FeatureTable;
  /** What a build sets whatever is asked for. */
  readonly base: IsSet;
}

/** More switches than these in one condition are left as they are: each one doubles the rows. */
const MOST_SWITCHES = 7;

/** The smallest change of the usual settings under which all predicates hold; null where there is none. */
export function solve(predicates: readonly string[], solver: Solver): Settings | null {
  const options = [...new Set(predicates.flatMap((text) => optionsIn(text)))];
  const features = options.map(featureOf).filter((name) => name !== null && name in solver.table) as string[];
  const free = options.filter((option) => isSettable(option) && solver.base(option) !== true).map(keyOf);
  const switches = [...features, ...free].slice(0, MOST_SWITCHES);
  const usual = featuresOf(solver.table, { defaults: true, features: [] });
  for (const debugAssertions of [true, false])
    for (const flipped of subsets(switches)) {
      const isFeature = (name: string): boolean => features.includes(name);
      const on = new Set(flipped.filter((name) => isFeature(name) && !usual.has(name)));
      const off = new Set(flipped.filter((name) => isFeature(name) && usual.has(name)));
      const cfgs = flipped.filter((name) => !isFeature(name)).sort();
      const settings = settingsOf(solver.table, { on, off, debugAssertions, cfgs });
      if (settings && satisfies(settings, predicates, solver)) return settings;
    }
  return null;
}

function optionsIn(text: string): string[] {
  const parsed = parsePredicate(text);
  return parsed ? optionsOf(parsed) : [];
}

function featureOf(option: string): string | null {
  const { name, value } = optionParts(option);
  return name === 'feature' ? value : null;
}

/** All subsets, the smallest first. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length;
  const rows = Array.from({ length: 1 << items.length }, (_, bits) => bits);
  return rows.sort((a, b) => ones(a) - ones(b) || a - b).map((row) => items.filter((_, i) => (row >> i) & 1));
}

function settingsOf(table: FeatureTable, wanted: Omit<Settings, 'choice'>): Settings | null {
  const choice = chooseFeatures(table, wanted.on, wanted.off);
  return choice && { ...wanted, choice };
}

/** Whether all predicates hold in a library, a program, or their tests. */
export function satisfies(settings: Settings, predicates: readonly string[], { table, base }: Solver): boolean {
  const features = featuresOf(table, settings.choice);
  return [false, true].some((test) => {
    const isSet: IsSet = (option) => {
      const { name, value } = optionParts(option);
      if (name === 'feature') return value !== null && features.has(value);
      if (name === 'test') return test;
      if (name === 'debug_assertions') return settings.debugAssertions;
      return settings.cfgs.includes(keyOf(option)) || base(option);
    };
    return allHold(predicates, isSet) === true;
  });
}

/** Both at once; null where they exclude one another. */
export function join(a: Settings, b: Settings, table: FeatureTable): Settings | null {
  if (a.debugAssertions !== b.debugAssertions) return null;
  const on = new Set([...a.on, ...b.on]);
  const off = new Set([...a.off, ...b.off]);
  const cfgs = [...new Set([...a.cfgs, ...b.cfgs])].sort();
  const { debugAssertions } = a;
  return [...on].some((feature) => off.has(feature)) ? null : settingsOf(table, { on, off, debugAssertions, cfgs });
}
