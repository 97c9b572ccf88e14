import type { Unit } from '../../../src/core/unit.ts';
import { bySize } from './by-size.ts';
import { fieldWords } from './field-words.ts';
import { lastResort } from './last-resort.ts';
import { mainTrait } from './main-trait.ts';
import { isFiller, withoutVerb } from './name-fillers.ts';
import { snakeCase, stemOf, wordsOf } from './name-words.ts';

interface Naming {
  /** Names that groups have already; null or absent where one is to be found. */
  readonly known?: readonly (string | null)[];
  /** Words of the file's own name: each part's path has them, so no name begins with one where more is left. */
  readonly own?: readonly string[];
}

/**
 * A name for each group, made of words of its units' names: the main type's name, or the words that its units share and others lack.
 * @param allowed what a module may be called; names already given are not given again
 */
export function nameModules(
  groups: readonly (readonly Unit[])[],
  allowed: (name: string) => boolean,
  { known = [], own = [] }: Naming = {},
): string[] {
  const used = new Set<string>(known.filter((name) => name !== null));
  const stems = groups.map(linesByStem);
  return groups.map((group, g) => {
    const before = known[g];
    if (before) return before;
    const free = (name: string): boolean => allowed(name) && !used.has(name);
    const wanted = [...candidates(group, g, stems)].filter(tells).flatMap((name) => [...withoutOwn(name, own), name]);
    const given = wanted.find(free) ?? lastResort(group, free);
    used.add(given);
    return given;
  });
}

/** `get2` counts, and tells nothing. */
const tells = (name: string): boolean => !name.split('_').every(isFiller);

/** In `tcp`, `tcp_listener` is `listener`; in `transport`, `process_transport` is `process`. */
function withoutOwn(name: string, own: readonly string[]): string[] {
  const words = name.split('_');
  const shorter = [...(own.includes(words[0]!) ? [words.slice(1)] : [])];
  return shorter.map((left) => left.join('_')).filter((short) => short.length > 2 && tells(short));
}

const TYPES = new Set(['struct', 'enum', 'trait', 'union', 'type', 'class', 'interface']);

function* candidates(
  group: readonly Unit[],
  g: number,
  stems: readonly ReadonlyMap<string, number>[],
): Generator<string> {
  yield* fieldWords(group);
  const type = mainType(group);
  if (type !== null) yield snakeCase(type);
  const trait = type === null ? mainTrait(group) : null;
  if (trait !== null) yield snakeCase(trait);
  const named = bySize(group).filter(({ name }) => name !== null && wordsOf(name).length > 0);
  if (named.length <= 2) yield* named.flatMap(({ name }) => wholeNames(name!));
  const ranked = rankWords(group, g, stems);
  const [best] = ranked;
  if (best !== undefined) {
    const share = (word: string): number => stems[g]!.get(stemOf(word)) ?? 0;
    const speaksForHalf = (word: string): boolean => share(word) * 2 >= share(best);
    const others = ranked.slice(1, 4);
    for (const other of others.filter(speaksForHalf)) yield* inOrder(group, best, other);
    yield best;
    // The word alone is taken or reserved: with another beside it, it still says more than the other words.
    for (const other of others) yield* inOrder(group, best, other);
    yield* ranked;
  }
  yield* named.flatMap(({ name }) => wholeNames(name!));
}

/** `get_report_count` -> `report_count`; with its verb only where that is not free. */
const wholeNames = (name: string): string[] => [...new Set([withoutVerb(wordsOf(name)).join('_'), snakeCase(name)])];

/** The type that holds, with its impls, at least half of the lines. */
function mainType(group: readonly Unit[]): string | null {
  const lines = new Map<string, number>();
  for (const unit of group) {
    if (unit.name !== null && (TYPES.has(unit.kind) || unit.kind === 'impl'))
      lines.set(unit.name, (lines.get(unit.name) ?? 0) + unit.lines);
  }
  const here = new Set(group.filter(({ kind }) => TYPES.has(kind)).map(({ name }) => name));
  const total = group.reduce((sum, unit) => sum + unit.lines, 0);
  const [name, most] = [...lines].filter(([type]) => here.has(type)).sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
  return most * 2 >= total ? name : null;
}

/** How much of a group refers to a word: each unit by the root of its lines. */
function linesByStem(group: readonly Unit[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const unit of group) {
    for (const stem of new Set(wordsOf(unit.name ?? '').map(stemOf))) {
      found.set(stem, (found.get(stem) ?? 0) + Math.sqrt(unit.lines));
    }
  }
  return found;
}

/** Words by how much of the group refers to them, and how little of the others. */
function rankWords(group: readonly Unit[], g: number, stems: readonly ReadonlyMap<string, number>[]): string[] {
  const score = (word: string): number => {
    const stem = stemOf(word);
    const lines = stems[g]!.get(stem) ?? 0;
    const all = stems.reduce((sum, one) => sum + (one.get(stem) ?? 0), 0);
    return lines * (lines / all);
  };
  const forms = new Map<string, Map<string, number>>();
  for (const { name } of group) {
    for (const word of wordsOf(name ?? '')) {
      if (isFiller(word)) continue;
      const known = forms.get(stemOf(word)) ?? new Map<string, number>();
      known.set(word, (known.get(word) ?? 0) + 1);
      forms.set(stemOf(word), known);
    }
  }
  const commonest = [...forms.values()].map((counts) => [...counts].sort((a, b) => b[1] - a[1])[0]![0]);
  return commonest
    .map((word) => ({ word, value: score(word) }))
    .sort((a, b) => b.value - a.value)
    .map(({ word }) => word);
}

/** Two words side by side as they stand in some unit's name, a verb that tells nothing left out first. */
function* inOrder(group: readonly Unit[], a: string, b: string): Generator<string> {
  for (const { name } of group) {
    const words = wordsOf(name ?? '');
    for (let i = 0; i + 1 < words.length; i++) {
      if ((words[i] === a && words[i + 1] === b) || (words[i] === b && words[i + 1] === a)) {
        yield* wholeNames(`${words[i]}_${words[i + 1]}`);
        return;
      }
    }
  }
}
