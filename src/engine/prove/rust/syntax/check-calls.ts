import type { MacroDefinitions } from '../../../../../analyzers/readings/rust/macro-definitions.ts';
import { makesOnlyImpls } from '../../../../../codemods/rust/include-to-mod/makes-only-impls.ts';
import { callStays } from '../../../../../codemods/rust/split-module/macro-moves.ts';
import type { Syntax } from '../../../../languages/syntax.ts';
import { type Collected, MEMBER } from './collect-items.ts';
import type { PartScope } from './part-scope.ts';
import type { PartFile } from './parts-of.ts';
import type { Problem } from './problem.ts';

/** A macro call that moved makes only public names, all of which the facade gives on, and means the same one module deeper. */
export function checkCalls(
  pairs: readonly { readonly was: Collected; readonly is: Collected }[],
  definitions: MacroDefinitions,
  facade: PartScope,
  parts: readonly { readonly file: PartFile; readonly scope: PartScope }[],
  syntaxOf: (path: string) => Syntax,
): Problem[] {
  return pairs.flatMap(({ is }) => {
    // A call in a block makes associated items: none of the module's names.
    const isItem = is.kind === 'macro-call' && !is.key.includes(MEMBER);
    const part = isItem ? parts.find(({ file }) => file.path === is.path) : undefined;
    if (!part || makesOnlyImpls(definitions, syntaxOf(is.path), is.item.node)) return [];
    const problem = (why: string): Problem[] => [{ path: is.path, start: is.start, why }];
    const why = callStays(definitions, syntaxOf(is.path), is.item.node);
    if (why !== null) return problem(`a macro call has moved: ${why}`);
    if (!part.scope.seesParent) return problem('a macro call may read any name, and the part does not see its parent');
    const given = facade.imports.some(
      ({ leaf, visibility }) =>
        leaf.glob &&
        visibility === 'pub' &&
        leaf.segments.filter((one) => one !== 'self').join('::') === part.file.name,
    );
    return given
      ? []
      : problem('a macro call makes names that the facade does not give on: `pub use` with a glob does');
  });
}
