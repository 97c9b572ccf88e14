import type { Atom } from '../../../src/core/atom.ts';
import type { AtomReferences } from '../atoms/atom-references.ts';
import { stemOf, wordsOf } from '../name/name-words.ts';

/** How strongly two atoms belong together: symmetric, zero on the diagonal. */
export type Affinity = readonly Float64Array[];

export interface AffinityWeights {
  /** Next to one another in the file. */
  readonly near: number;
  /** Words of the names. */
  readonly words: number;
  /** A definition and its only user. */
  readonly sole: number;
  /** A definition and one of several users. */
  readonly shared: number;
  /** Among each other's nearest by all words of their text. */
  readonly vocabulary: number;
  /** Users of the same definitions, and definitions of the same users. */
  readonly company: number;
}

/** @param textOf the source of an atom, with its comments */
export function affinityOf(
  atoms: readonly Atom[],
  references: AtomReferences,
  textOf: (atom: Atom) => string,
  weights: AffinityWeights,
): Affinity {
  const size = atoms.length;
  const affinity = Array.from({ length: size }, () => new Float64Array(size));
  const add = (a: number, b: number, value: number): void => {
    affinity[a]![b]! += value;
    affinity[b]![a]! += value;
  };
  for (let a = 0; a < size; a++) {
    const last = Math.min(size, a + 1 + NEIGHBOURS);
    for (let b = a + 1; b < last; b++) add(a, b, weights.near * Math.exp(-(b - a - 1) / REACH));
  }
  addWords(atoms, (a, b, value) => add(a, b, weights.words * value));
  const users = countUsers(references);
  references.forEach((targets, a) => {
    for (const b of targets.keys()) add(a, b, users[b] === 1 ? weights.sole : weights.shared / users[b]!);
  });
  addVocabulary(atoms.map(textOf), (a, b, value) => add(a, b, weights.vocabulary * value));
  addCompany(references, (a, b, value) => add(a, b, weights.company * value));
  return affinity;
}

type Add = (a: number, b: number, value: number) => void;

const REACH = 1.5;
const NEIGHBOURS = 15;

function countUsers(references: AtomReferences): Int32Array {
  const users = new Int32Array(references.length);
  for (const targets of references) for (const b of targets.keys()) users[b]! += 1;
  return users;
}

/** Shared words by their rarity, as a share of all words of the two. */
function addWords(atoms: readonly Atom[], add: Add): void {
  const sets = atoms.map((atom) => new Set(atom.units.flatMap(({ name }) => wordsOf(name ?? '').map(stemOf))));
  const { holders, rarity } = invert(sets);
  const totals = sets.map((set) => [...set].reduce((sum, word) => sum + rarity(word), 0));
  const shared = pairSums(
    atoms.length,
    [...holders].map(([word, list]) => [list, list.map(() => Math.sqrt(rarity(word)))]),
  );
  shared.forEach((row, a) => {
    for (let b = a + 1; b < row.length; b++) {
      if (row[b]! > 0) add(a, b, row[b]! / Math.max(1, totals[a]! + totals[b]! - row[b]!));
    }
  });
}

/**
 * Each atom's three nearest by the cosine of their words; half for each side that counts the other among its nearest. Who is about as near as
 * the third counts in part: a function more in the file moves everybody's nearest by a little, and groups by nothing.
 */
function addVocabulary(texts: readonly string[], add: Add): void {
  const known = new Map<string, readonly string[]>();
  const counts = texts.map((text) => countWords(text, known));
  const { holders, rarity } = invert(counts.map((words) => new Set(words.keys())));
  const common = texts.length * COMMON_SHARE;
  const norms = new Float64Array(texts.length);
  const columns: [number[], number[]][] = [];
  for (const [word, list] of holders) {
    if (list.length < 2 || list.length >= common) continue;
    const values = list.map((a) => Math.log(1 + counts[a]!.get(word)!) * rarity(word));
    list.forEach((a, i) => {
      norms[a]! += values[i]! ** 2;
    });
    columns.push([list, values]);
  }
  const similar = pairSums(texts.length, columns);
  similar.forEach((row, a) => {
    for (let b = 0; b < row.length; b++) row[b] = a === b ? 0 : row[b]! / (Math.sqrt(norms[a]! * norms[b]!) || 1);
  });
  const least = similar.map(
    (row) =>
      Float64Array.from(row)
        .sort()
        .at(-1 - Math.min(NEAREST, row.length - 1))!,
  );
  similar.forEach((row, a) => {
    row.forEach((value, b) => {
      if (a !== b && value > 0) add(a, b, 0.5 * Math.max(0, Math.min(1, (value / least[a]! - FAR) / (NEAR - FAR))));
    });
  });
}

const NEAREST = 3;

/** Of the third's nearness, what counts in full, and what no longer counts. */
const NEAR = 1.2;
const FAR = 0.8;

const COMMON_SHARE = 0.6;

const NOISE = new Set(
  'self let pub the and for def return mut not impl none some use this that with match str string vec option result new else class true false from into len ref type where crate super import kwargs args arg name value dyn usize bool int list dict get set'.split(
    ' ',
  ),
);

/** @param known words of the names that were met in any text */
function countWords(text: string, known: Map<string, readonly string[]>): Map<string, number> {
  const times = new Map<string, number>();
  for (const name of text.match(/[A-Za-z_]\w*/g) ?? []) times.set(name, (times.get(name) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [name, count] of times) {
    const words = known.get(name) ?? tellingWords(name);
    known.set(name, words);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return counts;
}

const tellingWords = (name: string): string[] =>
  wordsOf(name)
    .map((word) => word.replace(/s$/, ''))
    .filter((word) => word.length > 2 && !NOISE.has(word));

function addCompany(references: AtomReferences, add: Add): void {
  const size = references.length;
  const backwards = references.map((): Set<number> => new Set());
  references.forEach((targets, a) => {
    for (const b of targets.keys()) backwards[b]!.add(a);
  });
  for (const sets of [references.map((targets) => new Set(targets.keys())), backwards]) {
    const { holders, rarity } = invert(sets);
    const columns: [number[], number[]][] = [];
    const norms = new Float64Array(size);
    for (const [target, list] of holders) {
      if (list.length < 2 || list.length > size / 2) continue;
      for (const a of list) norms[a]! += rarity(target) ** 2;
      columns.push([list, list.map(() => rarity(target))]);
    }
    pairSums(size, columns).forEach((row, a) => {
      for (let b = a + 1; b < size; b++) if (row[b]! > 0) add(a, b, row[b]! / Math.sqrt(norms[a]! * norms[b]!));
    });
  }
}

function invert<Key>(sets: readonly ReadonlySet<Key>[]): { holders: Map<Key, number[]>; rarity: (key: Key) => number } {
  const holders = new Map<Key, number[]>();
  sets.forEach((set, a) => {
    for (const key of set) {
      const known = holders.get(key);
      if (known) known.push(a);
      else holders.set(key, [a]);
    }
  });
  return { holders, rarity: (key) => Math.log(sets.length / holders.get(key)!.length) };
}

/** For all pairs, the sum of the products of their values over the columns that both have; symmetric, with the diagonal. */
function pairSums(size: number, columns: readonly (readonly [readonly number[], readonly number[]])[]): Float64Array[] {
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (const [list, values] of columns) {
    for (let i = 0; i < list.length; i++) {
      const row = sums[list[i]!]!;
      const value = values[i]!;
      for (let j = 0; j < list.length; j++) row[list[j]!]! += value * values[j]!;
    }
  }
  return sums;
}
