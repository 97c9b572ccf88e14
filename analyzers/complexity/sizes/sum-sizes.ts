import type { FileMetrics } from '../metrics.ts';
import { halsteadMeasures } from './halstead.ts';
import { maintainability } from './maintainability.ts';

/** The sizes of one or more files together: a module with its fragments, a crate, a package. */
export interface SummedSizes {
  readonly statements: number;
  readonly exits: number;
  readonly types: number;
  /** The deepest nesting and the most parameters of a function. */
  readonly nesting: number;
  readonly parameters: number;
  /** Sums over the files: each is a text with a vocabulary of its own. */
  readonly volume: number;
  readonly effort: number;
  readonly bugs: number;
  /** 0 to 100; of several files the mean by lines. */
  readonly maintainability: number;
}

type Measured = Pick<FileMetrics, 'sizes' | 'types' | 'functions' | 'cyclomatic'>;

export function sumSizes(files: readonly Measured[]): SummedSizes {
  const total = { statements: 0, exits: 0, types: 0, nesting: 0, parameters: 0, volume: 0, effort: 0, bugs: 0 };
  let lines = 0;
  let weighted = 0;
  for (const { sizes, types, functions, cyclomatic } of files) {
    const { volume, effort, bugs } = halsteadMeasures(sizes.halstead);
    total.statements += sizes.statements;
    total.exits += sizes.exits;
    total.types += types.length;
    total.volume += volume;
    total.effort += effort;
    total.bugs += bugs;
    for (const each of functions) {
      total.nesting = Math.max(total.nesting, each.nesting);
      total.parameters = Math.max(total.parameters, each.parameters);
    }
    // An empty file weighs as one line: a module of nothing else still has an index.
    const weight = Math.max(sizes.lines, 1);
    lines += weight;
    weighted += weight * maintainability({ ...sizes, volume, cyclomatic }).index;
  }
  return { ...total, maintainability: lines === 0 ? 100 : weighted / lines };
}
