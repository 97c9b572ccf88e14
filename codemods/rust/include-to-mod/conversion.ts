import type { IncludedPart } from '../../../analyzers/composition/included-parts.ts';
import type { Spliced } from '../../../analyzers/composition/splice-parts.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Child } from '../split-module/assign.ts';
import type { Audience } from '../split-module/exposure.ts';
import type { Guards } from '../split-module/guards.ts';
import type { Layout } from '../split-module/layout.ts';

export interface ConvertOptions {
  /** The file whose `include!`s are converted, relative to the workspace. */
  readonly path: string;
}

/** One part on its way to become a module. */
export interface PartModule {
  readonly part: IncludedPart;
  readonly child: Child;
  /** Items of the part that stay in the host's module: imports and file modules. */
  readonly hoisted: readonly Source['top'][number][];
}

/** All that the writers need to know. */
export interface Conversion {
  readonly view: View;
  readonly path: string;
  /** The file as the compiler reads it, with its parts spliced in. */
  readonly source: Source;
  readonly spliced: Spliced;
  readonly layout: Layout;
  readonly guards: Guards;
  readonly audience: Audience;
  readonly modules: readonly PartModule[];
}
