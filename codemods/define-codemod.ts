import type { z } from 'zod';
import type { ChangeSet } from '../src/core/change-set.ts';
import type { Diagnostic } from '../src/core/evidence.ts';
import type { Refusal } from '../src/core/refusal.ts';
import type { Language } from '../src/languages/language.ts';
import type { View } from '../src/workspace/view.ts';

/** A change set, or why there is none. An empty change set means that there is nothing to do. */
export type CodemodResult =
  | { readonly status: 'changed'; readonly changeSet: ChangeSet; readonly notes: readonly string[] }
  | { readonly status: 'refused'; readonly refusals: readonly Refusal[] };

/** How code changes. Pure: the view in, a change set out. Its documentation is its `cases/` folder. */
export interface Codemod<Options> {
  /** `<language>/<verb-object>`; the folder, the config key and the id are the same. */
  readonly id: string;
  readonly languages: readonly Language[];
  readonly title: string;
  /** Names of folders under `cases/` that the documentation shows first. */
  readonly examples: readonly string[];
  readonly options: z.ZodType<Options>;
  readonly run: (view: View, options: Options) => CodemodResult;
  /** How the compiler helps: called with its diagnostics after a failed or noisy proof, at most five times. */
  readonly refine?: (view: View, changeSet: ChangeSet, diagnostics: readonly Diagnostic[]) => CodemodResult;
}

export const defineCodemod = <Options>(codemod: Codemod<Options>): Codemod<Options> => codemod;
