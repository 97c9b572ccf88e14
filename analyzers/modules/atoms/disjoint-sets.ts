export interface DisjointSets {
  join(a: number, b: number): void;
  /** The sets, each ascending, ordered by their first members. */
  sets(): number[][];
}

/** Union-find over 0..n-1; the smallest member stands for its set. */
export function disjointSets(size: number): DisjointSets {
  const parent = Array.from({ length: size }, (_, i) => i);
  const find = (start: number): number => {
    let node = start;
    while (parent[node] !== node) node = parent[node] = parent[parent[node]!]!;
    return node;
  };
  return {
    join(a, b) {
      const x = find(a);
      const y = find(b);
      parent[Math.max(x, y)] = Math.min(x, y);
    },
    sets() {
      const byRoot = new Map<number, number[]>();
      for (let i = 0; i < size; i++) {
        const root = find(i);
        const known = byRoot.get(root);
        if (known) known.push(i);
        else byRoot.set(root, [i]);
      }
      return [...byRoot.values()];
    },
  };
}
