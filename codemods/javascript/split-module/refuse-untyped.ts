import { declaresTypes, wantsDeclaredTypes } from '../../../analyzers/readings/javascript/declared-types.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { kindOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Links } from './module-links.ts';
import { refuse, type Source } from './source.ts';

/** With `isolatedDeclarations` what a part exports has to declare its types; a private definition may lack them. */
export function refuseUntyped(view: View, source: Source, { taken }: Links): Refusal[] {
  if (!/\.[mc]?tsx?$/.test(source.path) || !wantsDeclaredTypes(view, source.path)) return [];
  const { syntax } = source;
  // What a list exports has its types written already: the compiler has asked for them.
  const listed = new Set(source.module.exportLists.flatMap(({ specifiers }) => specifiers.map(({ local }) => local)));
  return source.pieces.flatMap(({ unit, nodes }) => {
    const name = unit.defines.find((one) => taken.has(one.name) && !listed.has(one.name))?.name;
    const untyped = nodes.some((node) => kindOf(syntax, node) !== 'export_statement' && !declaresTypes(syntax, node));
    if (name === undefined || unit.kind === 'import' || !untyped) return [];
    const why = `\`${name}\` would be exported to another module, and \`isolatedDeclarations\` requires its types to be written`;
    return [refuse(source, 'J84', unit.body, why, 'Put it into one module with all that use it, or write its types.')];
  });
}
