import type { Rule } from '../src/core/finding.ts';
import type { View } from '../src/workspace/view.ts';

/** What is true of a workspace. Pure: it gets the view and touches nothing else. */
export interface Analyzer<Result, Options = void> {
  readonly id: string;
  readonly title: string;
  /** Rules of `check` that rest on this analyzer. */
  readonly rules: readonly Rule[];
  readonly run: (view: View, options: Options) => Result;
}

export const defineAnalyzer = <Result, Options = void>(
  analyzer: Analyzer<Result, Options>,
): Analyzer<Result, Options> => analyzer;
