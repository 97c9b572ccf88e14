import type { IncludedPart } from '../../../analyzers/composition/rust/included-parts.ts';
import type { Spliced } from '../../../analyzers/composition/rust/splice-parts.ts';
import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Part as SplitPart } from '../split-module/assign.ts';
import type { FacadeImports } from '../split-module/facade-imports.ts';
import type { Layout } from '../split-module/layout.ts';
import type { ModuleUse } from '../split-module/module-names.ts';
import type { ImportContext, PartImports } from '../split-module/part-imports.ts';

export interface ConvertOptions {
  /** The file whose `include!`s are converted, relative to the workspace. */
  readonly path: string;
}

/** One part on its way to become a module. */
export interface PartModule {
  readonly part: IncludedPart;
  readonly child: SplitPart;
  /** Items of the part that stay in the host's module: file modules, crates, and imports that others see. */
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
  readonly context: ImportContext;
  readonly modules: readonly PartModule[];
  /** What each part imports, by the name of its module. */
  readonly imports: ReadonlyMap<string, PartImports>;
  /** What the host imports. */
  readonly host: FacadeImports;
  /** The part in which a private import stands; null in the host. */
  readonly homeOf: (use: ModuleUse) => PartModule | null;
}
