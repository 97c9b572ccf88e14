import type { AtomReferences } from '../atoms/atom-references.ts';

/** Which groups may become one. */
export interface Mergeable {
  mayMerge(a: number, b: number): boolean;
  /** b becomes part of a. */
  merge(a: number, b: number): void;
}

/** Groups whose graph stays free of cycles. Starts with one group an atom; the references must form no cycle. Rows are bit sets. */
export function reachability(references: AtomReferences): Mergeable & { reaches(a: number, b: number): boolean } {
  const size = references.length;
  const words = (size + 31) >>> 5;
  const below = Array.from({ length: size }, () => new Int32Array(words));
  const above = Array.from({ length: size }, () => new Int32Array(words));
  references.forEach((_, start) => {
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const next of references[node]!.keys()) {
        if (next === start || has(below[start]!, next)) continue;
        put(below[start]!, next);
        put(above[next]!, start);
        waiting.push(next);
      }
    }
  });
  // A group that was merged away keeps its bit in the rows of others: it is only cleared, never asked for.
  const between = (a: number, b: number): boolean => {
    const down = below[a]!;
    const up = above[b]!;
    for (let w = 0; w < words; w++) {
      const both = down[w]! & up[w]! & ~bitIn(a, w) & ~bitIn(b, w);
      if (both !== 0) return true;
    }
    return false;
  };
  return {
    reaches: (a, b) => has(below[a]!, b),
    mayMerge: (a, b) => !between(a, b) && !between(b, a),
    merge(a, b) {
      for (let w = 0; w < words; w++) {
        below[a]![w]! |= below[b]![w]!;
        above[a]![w]! |= above[b]![w]!;
      }
      for (const rows of [below, above]) {
        for (const row of rows) if (has(row, b)) put(row, a);
        for (const row of rows) drop(row, b);
        drop(rows[a]!, a);
      }
      for (let node = 0; node < size; node++) {
        if (has(above[a]!, node)) for (let w = 0; w < words; w++) below[node]![w]! |= below[a]![w]!;
        if (has(below[a]!, node)) for (let w = 0; w < words; w++) above[node]![w]! |= above[a]![w]!;
      }
    },
  };
}

const has = (row: Int32Array, bit: number): boolean => (row[bit >>> 5]! & (1 << (bit & 31))) !== 0;

const put = (row: Int32Array, bit: number): void => {
  row[bit >>> 5]! |= 1 << (bit & 31);
};

const drop = (row: Int32Array, bit: number): void => {
  row[bit >>> 5]! &= ~(1 << (bit & 31));
};

const bitIn = (bit: number, word: number): number => (bit >>> 5 === word ? 1 << (bit & 31) : 0);

/** Whether no group needs one that needs it. */
export function isAcyclic(references: AtomReferences): boolean {
  const reach = reachability(references);
  return references.every((targets, a) => [...targets.keys()].every((b) => !reach.reaches(b, a)));
}
