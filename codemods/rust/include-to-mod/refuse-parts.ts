import { compositionOf } from '../../../analyzers/composition/rust/facts.ts';
import type { IncludedPart } from '../../../analyzers/composition/rust/included-parts.ts';
import { placeOf, type Segment } from '../../../analyzers/composition/rust/splice-parts.ts';
import type { MacroDefinitions } from '../../../analyzers/readings/rust/macro-definitions.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { HazardId } from '../../../src/core/hazards/index.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { relativePaths } from '../../../src/languages/rust/paths.ts';
import { kindOf, namedChildrenOf } from '../../../src/languages/syntax.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { Part as SplitPart } from '../split-module/assign.ts';
import { refuse } from '../split-module/refuse.ts';
import type { PartModule } from './conversion.ts';
import { makesOnlyImpls } from './makes-only-impls.ts';

const KEEP = 'Keep this include!, or move the item to the file that includes it.';
const STOPS = new Set(['R26', 'R28', 'R41', 'R43']);

/** What in a part would not mean the same in a module of its own. */
export function refusePieces(
  source: Source,
  definitions: MacroDefinitions,
  children: readonly SplitPart[],
  segments: readonly Segment[],
): Refusal[] {
  return children.flatMap(({ whole }) =>
    whole.flatMap((piece) => {
      const reason = whyNot(source, definitions, piece);
      if (reason === null) return [];
      const place = placeOf(segments, reason.start) ?? { path: source.path, at: 0 };
      return [refuse({ path: place.path }, reason.hazard, { start: place.at, end: place.at }, reason.why, KEEP)];
    }),
  );
}

interface Reason {
  readonly hazard: HazardId;
  readonly start: number;
  readonly why: string;
}

function whyNot(source: Source, definitions: MacroDefinitions, piece: Piece): Reason | null {
  const { unit } = piece;
  const start = unit.body.start;
  if (unit.kind === 'let' || unit.kind === 'expr' || unit.kind === 'error')
    return { hazard: 'R25', start, why: 'the parser does not understand it: the names it makes cannot be seen' };
  if (unit.kind === 'macro-call' && unit.hazards.some(({ id }) => id === 'R48'))
    return { hazard: 'R50', start, why: 'it splices a file that cannot be read here, whose names cannot be seen' };
  if (unit.kind === 'macro-call' && !makesOnlyImpls(definitions, source.syntax, piece.item.node))
    return { hazard: 'R25', start, why: 'a macro call makes items whose names cannot be seen' };
  const stop = unit.hazards.find(({ id, why }) => STOPS.has(id) || (id === 'R42' && why.startsWith('`module_path!`')));
  if (stop) return { hazard: stop.id, start: stop.start, why: stop.why };
  if (unit.kind !== 'macro') return null;
  const up = relativePaths(source.syntax, piece.item.firstNode, piece.item.afterNode).find(
    ({ first, supers, depth }) => first === 'super' && supers > depth,
  );
  return up
    ? {
        hazard: 'R24',
        start: up.start,
        why: '`super` in a macro is read where it is called: another module for each caller',
      }
    : null;
}

/** A part of a part keeps its file modules: that file is not cut. */
export function refuseNested(modules: readonly PartModule[], segments: readonly Segment[]): Refusal[] {
  return modules.flatMap(({ part, hoisted }) =>
    hoisted.flatMap(({ unit }) => {
      const place = placeOf(segments, unit.body.start);
      if (unit.kind === 'use' || !place || place.path === part.path) return [];
      const range = { start: place.at, end: place.at };
      const why = 'a module or crate that a part of a part brings in belongs to the including file';
      return [refuse({ path: place.path }, 'R51', range, why, 'Move this line to the file that includes the parts.')];
    }),
  );
}

/** What a part's file as a whole holds that a module, or a module elsewhere, could not. */
export function refuseFile(view: View, part: IncludedPart, childFolder: string): Refusal[] {
  const syntax = view.syntax(part.path);
  const own = part.path.slice(0, Math.max(0, part.path.lastIndexOf('/')));
  const inner = namedChildrenOf(syntax, 0).find((node) => kindOf(syntax, node) === 'inner_attribute_item');
  const found: Refusal[] = [];
  if (inner !== undefined)
    found.push(
      refuse(
        part,
        'R52',
        { start: syntax.start[inner]!, end: syntax.end[inner]! },
        'an inner attribute has no meaning in an included file and would get one',
        'Remove the attribute first.',
      ),
    );
  if (own === childFolder) return found;
  for (const mod of compositionOf(view, part.path).mods) {
    if (mod.inline.length > 0 || mod.position !== 'module-item') continue;
    const file = `${own === '' ? '' : `${own}/`}${mod.name}.rs`;
    const deeper = view.file(file) && compositionOf(view, file).mods.some(({ paths }) => paths.length === 0);
    if (deeper || mod.paths.length > 0)
      found.push(
        refuse(
          part,
          'R51',
          mod,
          `\`mod ${mod.name};\` would look for its file, or for those of its own modules, in another folder`,
          'Move the `mod` line to the file that includes this one, with its `#[path]`.',
        ),
      );
  }
  return found;
}
