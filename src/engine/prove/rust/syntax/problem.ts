import type { HazardId } from '../../../../core/hazards/index.ts';

/** Something that a split must not do. */
export interface Problem {
  readonly path: string;
  readonly start: number;
  readonly why: string;
  /** What the compiler would say there, where a codemod knows how to mend that. */
  readonly hint?: { readonly code: 'E0425' | 'E0599' | 'E0603'; readonly message: string };
  /** A person may accept it by this id. */
  readonly hazard?: HazardId;
}
