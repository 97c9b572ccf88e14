import type { Unit } from '../../../src/core/unit.ts';
import { snakeCase, stemOf, wordsOf } from './name-words.ts';

/**
 * A name for each group, made of words of its units' names: the main type's name, or the words that its units share and others lack.
 * @param allowed what a module may be called; names already given are not given again
 * @param known names that groups have already; null or absent where one is to be found
 */
export function nameModules(
  groups: readonly (readonly Unit[])[],
  allowed: (name: string) => boolean,
  known: readonly (string | null)[] = [],
): string[] {
  const used = new Set<string>(known.filter((name) => name !== null));
  const stems = groups.map(linesByStem);
  return groups.map((group, g) => {
    const before = known[g];
    if (before) return before;
    const name = [...candidates(group, g, stems)].find((candidate) => allowed(candidate) && !used.has(candidate));
    const given = name ?? lastResort(group, (candidate) => allowed(candidate) && !used.has(candidate));
    used.add(given);
    return given;
  });
}

const TYPES = new Set(['struct', 'enum', 'trait', 'union', 'type', 'class', 'interface']);

/** Verbs and fillers that start many names and tell no subject. */
const FILLERS = new Set(
  'get set is has to from with new make do in of on by for as and or the an at into all no not add try maybe run can should inner impl ref mut fn type'.split(
    ' ',
  ),
);

function* candidates(
  group: readonly Unit[],
  g: number,
  stems: readonly ReadonlyMap<string, number>[],
): Generator<string> {
  const type = mainType(group);
  if (type !== null) yield snakeCase(type);
  const named = bySize(group).filter(({ name }) => name !== null && wordsOf(name).length > 0);
  if (named.length <= 2) yield* named.map(({ name }) => snakeCase(name!));
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
  yield* named.map(({ name }) => snakeCase(name!));
}

const bySize = (group: readonly Unit[]): Unit[] => [...group].sort((a, b) => b.lines - a.lines || a.start - b.start);

/** The type that holds, with its impls, at least half of the lines. */
function mainType(group: readonly Unit[]): string | null {
  const lines = new Map<string, number>();
  for (const unit of group) {
    if (unit.name !== null && (TYPES.has(unit.kind) || unit.kind === 'impl'))
      lines.set(unit.name, (lines.get(unit.name) ?? 0) + unit.lines);
  }
  const total = group.reduce((sum, unit) => sum + unit.lines, 0);
  const [name, most] = [...lines].sort((a, b) => b[1] - a[1])[0] ?? [null, 0];
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
      if (FILLERS.has(word)) continue;
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

/** Two words side by side as they stand in some unit's name. */
function* inOrder(group: readonly Unit[], a: string, b: string): Generator<string> {
  for (const { name } of group) {
    const words = wordsOf(name ?? '');
    for (let i = 0; i + 1 < words.length; i++) {
      if ((words[i] === a && words[i + 1] === b) || (words[i] === b && words[i + 1] === a)) {
        yield `${words[i]}_${words[i + 1]}`;
        return;
      }
    }
  }
}

/** Nothing else was free: two words of different units, or a word and the kind of what is inside; a number only behind all of them. */
function lastResort(group: readonly Unit[], free: (name: string) => boolean): string {
  const words = [...new Set(bySize(group).flatMap(({ name }) => wordsOf(name ?? '')))].filter((word) =>
    /^[a-z]/.test(word),
  );
  for (const first of words)
    for (const second of words) if (first !== second && free(`${first}_${second}`)) return `${first}_${second}`;
  const word = words[0] ?? bySize(group)[0]!.kind.replace(/[^a-z]/g, '_');
  for (const kind of ['definitions', 'items', 'declarations']) if (free(`${word}_${kind}`)) return `${word}_${kind}`;
  for (let i = 2; ; i++) if (free(`${word}_definitions_${i}`)) return `${word}_definitions_${i}`;
}
