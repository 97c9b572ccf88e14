/** Feature -> what it turns on, as cargo lists it: `x`, `dep:y`, `y/z`, `y?/z`. */
export type FeatureTable = Readonly<Record<string, readonly string[]>>;

/** The feature flags of a command. */
export interface FeatureChoice {
  readonly defaults: boolean;
  /** In the table's order. */
  readonly features: readonly string[];
}

/** The features that a choice turns on, those that others turn on too. */
export function featuresOf(table: FeatureTable, { defaults, features }: FeatureChoice): Set<string> {
  const found = new Set<string>(defaults && 'default' in table ? ['default', ...features] : features);
  // A set grows while it is read: what is added is visited too.
  for (const feature of found)
    for (const value of table[feature] ?? []) for (const on of turnedOn(table, value)) found.add(on);
  return found;
}

/** `y/z` turns the dependency y on, whose own feature has its name. */
function turnedOn(table: FeatureTable, value: string): string[] {
  if (value.startsWith('dep:') || value.includes('?/')) return [];
  const name = value.split('/')[0]!;
  return name in table ? [name] : [];
}

/** The smallest change of the usual choice that turns some features on and others off; null where that cannot be. */
export function chooseFeatures(
  table: FeatureTable,
  on: ReadonlySet<string>,
  off: ReadonlySet<string>,
): FeatureChoice | null {
  const usual = featuresOf(table, { defaults: true, features: [] });
  const defaults = ![...off].some((feature) => usual.has(feature));
  const isLeft = (feature: string): boolean => {
    const own = featuresOf(table, { defaults: false, features: [feature] });
    return ![...off].some((one) => own.has(one));
  };
  const kept = defaults ? [] : (table.default ?? []).filter((name) => name in table && isLeft(name));
  const wanted = [...on].filter((feature) => !defaults || !usual.has(feature));
  const asked = new Set([...kept, ...wanted]);
  const choice = { defaults, features: Object.keys(table).filter((feature) => asked.has(feature)) };
  const found = featuresOf(table, choice);
  const fits = [...on].every((feature) => found.has(feature)) && ![...off].some((feature) => found.has(feature));
  return fits ? choice : null;
}
