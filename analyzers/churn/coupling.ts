import { byText } from '../../src/core/compare.ts';
import type { History } from '../../src/git/history.ts';
import type { Language } from '../../src/languages/language.ts';

/** The rules of code-maat, with its defaults. */
export const COUPLING_RULES = { revisions: 5, shared: 5, degree: 30, commitFiles: 30 } as const;

/** Two files that change in the same commits. */
export interface Coupling {
  readonly a: string;
  readonly b: string;
  /** ⌊100 · shared / mean of both revisions⌋. */
  readonly degree: number;
  readonly shared: number;
  /** Of each, in commits of at most 30 files. */
  readonly revisions: readonly [a: number, b: number];
  /** The languages, where they differ: Rust and Python that only look apart. */
  readonly across: readonly [a: Language, b: Language] | null;
}

export interface CouplingReport {
  /** The strongest first. */
  readonly pairs: readonly Coupling[];
  /** Σ(files - 1) over the commits of each file: how much else moves when it does. The highest first. */
  readonly sums: readonly { readonly path: string; readonly sum: number }[];
}

export interface CoupledFile {
  readonly path: string;
  readonly language: Language;
}

/**
 * Which of some files change together. A commit of more than 30 files shows nothing about any two of them.
 * @returns null where history takes no part
 */
export function findCoupling(history: History, files: readonly CoupledFile[]): CouplingReport | null {
  if (history.status !== 'ok') return null;
  const { log } = history;
  const inCommit = new Map<number, number[]>();
  const revisions = files.map(({ path }, i) => {
    const small = (history.files.get(path)?.changes ?? []).filter(
      (commit) => log[commit]!.size <= COUPLING_RULES.commitFiles,
    );
    for (const commit of small) {
      const known = inCommit.get(commit);
      if (known) known.push(i);
      else inCommit.set(commit, [i]);
    }
    return small;
  });
  const sums = files.map(({ path }, i) => ({
    path,
    sum: revisions[i]!.reduce((sum, commit) => sum + log[commit]!.size - 1, 0),
  }));
  return {
    pairs: pairsOf(
      files,
      revisions.map(({ length }) => length),
      inCommit,
    ),
    sums: sums.filter(({ sum }) => sum > 0).sort((x, y) => y.sum - x.sum || byText(x.path, y.path)),
  };
}

function pairsOf(
  files: readonly CoupledFile[],
  revisions: readonly number[],
  inCommit: ReadonlyMap<number, readonly number[]>,
): Coupling[] {
  const shared = new Map<number, number>();
  for (const members of inCommit.values())
    for (const [i, a] of members.entries())
      for (const b of members.slice(i + 1)) {
        const key = a * files.length + b;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  const pairs: Coupling[] = [];
  for (const [key, count] of shared) {
    const [i, j] = [Math.floor(key / files.length), key % files.length];
    const pair = pairOf(files[i]!, files[j]!, revisions[i]!, revisions[j]!, count);
    if (isCoupled(pair)) pairs.push(pair);
  }
  return pairs.sort((x, y) => y.degree - x.degree || y.shared - x.shared || byText(x.a, y.a) || byText(x.b, y.b));
}

function pairOf(a: CoupledFile, b: CoupledFile, ofA: number, ofB: number, shared: number): Coupling {
  const degree = Math.floor((200 * shared) / (ofA + ofB));
  const across = a.language === b.language ? null : ([a.language, b.language] as const);
  return { a: a.path, b: b.path, degree, shared, revisions: [ofA, ofB], across };
}

function isCoupled({ degree, shared, revisions: [ofA, ofB] }: Coupling): boolean {
  const { revisions, shared: fewest, degree: lowest } = COUPLING_RULES;
  return Math.ceil((ofA + ofB) / 2) >= revisions && shared >= fewest && degree >= lowest;
}
