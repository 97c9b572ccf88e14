import { isDeepStrictEqual } from 'node:util';

/** What the comparison of two states of a manifest asks about its strings. */
export interface Entries {
  /**
   * Names files that the change adds, and no others but those that the list names already: a path, a folder, a pattern, a module.
   * @param listed what stood there before
   */
  readonly isAdded: (entry: string, listed: readonly string[]) => boolean;
  /** Names a file that the change divides. */
  readonly isDivided: (entry: string) => boolean;
  /** A list that some tool is known to read, by the keys that lead to it. */
  readonly isKnown: (keys: readonly string[]) => boolean;
  /** A list of what is built or shipped, by the keys that lead to it: new files belong on it whoever stands there. */
  readonly isShipped: (keys: readonly string[]) => boolean;
}

/**
 * Whether one state of a manifest is the other but for entries that name added files. On a list of what is shipped these may stand in any
 * case; on any other only beside an entry for the divided file, whose treatment the parts then share.
 */
export function onlyAdds(before: unknown, after: unknown, entries: Entries, keys: readonly string[] = []): boolean {
  if (isDeepStrictEqual(before, after)) return true;
  if (typeof before === 'string' && Array.isArray(after)) return onlyAdds([before], after, entries, keys);
  if (Array.isArray(before) && Array.isArray(after)) return moreEntries(before, after, entries, keys);
  if (!isTable(before) || !isTable(after)) return false;
  const names = Object.keys(after);
  if (Object.keys(before).some((name) => !Object.hasOwn(after, name))) return false;
  return names.every((name) =>
    Object.hasOwn(before, name)
      ? onlyAdds(before[name], after[name], entries, [...keys, name])
      : entries.isAdded(name, Object.keys(before)) && likeDivided(before, after[name], entries),
  );
}

type Table = Readonly<Record<string, unknown>>;

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A setting that is keyed by path: that for the new files is that for the divided one. */
const likeDivided = (before: Table, value: unknown, { isDivided }: Entries): boolean =>
  Object.entries(before).some(([name, old]) => isDivided(name) && isDeepStrictEqual(old, value));

/** Lists of what is run or loaded: a part on one would be run beside the module that has it. */
const RUNS =
  /^(?:python_files|testpaths|plugins|presets|setup_?files\w*|global_?setup|require|preload|loaders?|import|scripts?|\w*(?:serializers?|reporters?|runners?|transforms?|processors|environments?|middlewares?|hooks|fixtures|extensions|apps|boot\w*)|cmds?|args|entry(?:_?points)?|steps|tasks)$/i;

function moreEntries(
  before: readonly unknown[],
  after: readonly unknown[],
  entries: Entries,
  keys: readonly string[],
): boolean {
  const listed = before.flatMap((entry) => (typeof entry === 'string' ? entriesIn(entry) : []));
  const mayGrow =
    !keys.some((key) => RUNS.test(key)) &&
    (entries.isShipped(keys) || (entries.isKnown(keys) && listed.some(entries.isDivided)));
  const isNew = (entry: unknown): boolean =>
    typeof entry === 'string' && entriesIn(entry).every((one) => entries.isAdded(one, listed));
  let position = 0;
  for (const entry of after) {
    if (
      position < before.length &&
      (isDeepStrictEqual(before[position], entry) || onlyAddsTable(before[position], entry, entries, keys))
    )
      position += 1;
    else if (!mayGrow || !isNew(entry)) return false;
  }
  return position === before.length;
}

/** `recursive-include shop *.py` names by its arguments. */
const entriesIn = (entry: string): string[] =>
  entry.replace(/^(?:recursive-include|include|graft)\s+/, '').split(/\s+/);

const onlyAddsTable = (before: unknown, after: unknown, entries: Entries, keys: readonly string[]): boolean =>
  isTable(before) && isTable(after) && onlyAdds(before, after, entries, keys);
