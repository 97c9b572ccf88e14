import type { IncludedPart } from '../../../../../analyzers/composition/rust/included-parts.ts';
import type { View } from '../../../../workspace/view.ts';

/** Where an offset of a facade's text stood in a file before. */
export interface FormerPlace {
  readonly path: string;
  readonly at: number;
  /** Predicates of the `include!`s that it came through. */
  readonly cfg: readonly string[];
}

/** A facade as it was: with the text of those parts in it that an `include!` spliced and that are modules now. */
export interface Facade {
  readonly path: string;
  /** The file that names in its text were relative to: that of the module that held it inline. */
  readonly textPath: string;
  readonly before: View;
  /** Names of the modules that were inline in it and are files now: each is a facade of its own. */
  readonly opened: ReadonlySet<string>;
  readonly parts: readonly IncludedPart[];
  readonly placeOf: (offset: number) => FormerPlace;
  /** Its module below its crate's root. */
  readonly modulePath: () => readonly string[] | null;
}
