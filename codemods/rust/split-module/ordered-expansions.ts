import { foreignMacros } from '../../../analyzers/readings/rust/foreign-macros.ts';
import { readMacroCrates, sharedState } from '../../../analyzers/readings/rust/macro-crates.ts';
import { readMacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import { membersOf, type Piece, type Source } from '../../../analyzers/readings/rust/source.ts';
import type { UnitId } from '../../../src/core/unit.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import type { View } from '../../../src/workspace/view.ts';

const LARGEST_SHARE = 0.4;

/**
 * Units with macros of another crate that may count what it expands (R93): several of one crate keep their order where none of them leaves. Where
 * they are most of the file that would leave nothing to split, and a person has to accept another order.
 */
export function orderedExpansions(view: View, source: Source): Map<UnitId, string> {
  const { syntax, path, text } = source;
  const definitions = readMacroDefinitions(view, path);
  const crates = readMacroCrates(view, path, importsOf(source));
  const groups = new Map<string, Set<Piece>>();
  for (const piece of dividedPieces(source))
    for (const macro of foreignMacros(syntax, definitions, piece.item.firstNode, piece.item.afterNode)) {
      const key = sharedState(crates, macro);
      if (key !== null) groups.set(key, (groups.get(key) ?? new Set()).add(piece));
    }
  const bound = [...groups].flatMap(([crate, pieces]) => {
    const size = [...pieces].reduce((sum, { unit }) => sum + unit.end - unit.start, 0);
    const why = `R93: a macro of ${crate === '' ? 'another crate' : `\`${crate}\``} may count what it expands: those of one crate keep their order`;
    return pieces.size < 2 || size > text.length * LARGEST_SHARE
      ? []
      : [...pieces].map(({ unit }): [UnitId, string] => [unit.id, why]);
  });
  return new Map(bound);
}

/** Of a block that can be divided, its members. */
const dividedPieces = (source: Source): Piece[] =>
  source.top
    .filter(({ unit }) => !/^(?:use|mod|macro|extern-crate)$/.test(unit.kind))
    .flatMap((piece) => {
      const members = membersOf(source, piece);
      return members.length > 0 ? members : [piece];
    });

const importsOf = ({ top, syntax }: Source) =>
  top
    .filter(({ unit }) => unit.kind === 'use')
    .flatMap(({ item }) => readUseTree(syntax, item.node))
    .map((leaf) => ({ leaf, name: importedName(leaf) }));
