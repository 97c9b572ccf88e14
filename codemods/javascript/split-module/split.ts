import { markupNames } from '../../../analyzers/readings/javascript/markup-names.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { EMPTY_CHANGE_SET } from '../../../src/core/change-set.ts';
import { hashOf } from '../../../src/core/hash.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { languageOf } from '../../../src/languages/language.ts';
import type { View } from '../../../src/workspace/view.ts';
import type { CodemodResult } from '../../define-codemod.ts';
import { rememberLast } from '../../remember-last.ts';
import type { SplitOptions } from '../../split-options.ts';
import { type Assignment, assign } from './assign.ts';
import { type Bindings, readBindings } from './bindings.ts';
import { chooseOrder, type LoadPlan } from './choose-order.ts';
import { barrelOffset, facadeEdits } from './facade.ts';
import { fileNames } from './file-names.ts';
import { type Layout, layoutOf, pathOfPart, refusePlaces } from './layout.ts';
import { type FollowedLists, followLists } from './lists/follow-lists.ts';
import { refuseLostEffects } from './lists/refuse-lost-effects.ts';
import { type Links, linkModules } from './module-links.ts';
import { exportLines, exposeUnit, writePart } from './part.ts';
import { partImports } from './print-imports.ts';
import { refuseExtended, refuseFile, refuseUnits } from './refusals.ts';
import { refuseCommon } from './refuse-common.ts';
import { refuseRoutes } from './refuse-routes.ts';
import { refuseUntyped } from './refuse-untyped.ts';
import { type Piece, readSource, refuse, type Source } from './source.ts';
import { stopping } from './stopping.ts';
import { styleOf } from './style.ts';

/** How a plan divides a module: all that is decided before text is written. */
interface Division {
  readonly source: Source;
  readonly layout: Layout;
  readonly assignment: Assignment;
  readonly bindings: Bindings;
  /** By piece, what its file's new place changes in it. */
  readonly renamed: ReadonlyMap<Piece, readonly Edit[]>;
  readonly lists: FollowedLists;
  readonly links: Links;
  readonly load: LoadPlan;
}

/** The file stays as the barrel; each planned module becomes a file of its own. */
export function splitModule(view: View, options: SplitOptions): CodemodResult {
  const { path, plan, notes } = options;
  if (plan.modules.length === 0 && plan.refused.length === 0)
    return { status: 'changed', changeSet: EMPTY_CHANGE_SET, notes: [] };
  const division = divide(view, options);
  if (!('source' in division)) return { status: 'refused', refusals: division };
  const { source, layout, assignment, bindings, renamed, lists, links, load } = division;
  const names = assignment.parts.map(({ name }) => name);
  const style = styleOf(view, source);
  return {
    status: 'changed',
    changeSet: {
      ...EMPTY_CHANGE_SET,
      base: [{ path, hash: hashOf(source.text), mode: view.file(path)!.mode }, ...listBases(view, lists)],
      edit: [
        ...[...lists.edits].map(([list, edits]) => ({ path: list, edits })),
        {
          path,
          edits: facadeEdits({ source, assignment, bindings, links, load, layout, style, notes: notes ? plan : null }),
        },
      ],
      create: assignment.parts.map((part, index) => ({
        path: pathOfPart(layout, part.name),
        mode: 0o644,
        parts: [
          ...writePart(
            source,
            part,
            partImports(index, { names, order: load.order }, { source, bindings, links, layout, style }),
            (piece) => [...exposeUnit(source, piece, links), ...renamed.get(piece)!].sort((a, b) => a.start - b.start),
          ),
          ...exportLines(source, style, part, links),
        ],
      })),
    },
    notes: lists.notes,
  };
}

/** Why the codemod would refuse a plan; none: it would not. Writes nothing, so that a planner may ask for many plans. */
export function refusalsOf(view: View, options: Pick<SplitOptions, 'path' | 'plan'>): readonly Refusal[] {
  const division = divide(view, options);
  return 'source' in division ? [] : division;
}

/** The division that a plan asks for, or why it is refused. */
const divide = rememberLast(divideAnew);

function divideAnew(view: View, { path, plan }: Pick<SplitOptions, 'path' | 'plan'>): Division | readonly Refusal[] {
  if (plan.modules.length === 0) return [...new Set(plan.refused.map(({ refusal }) => refusal))];
  const file = view.file(path);
  if (file?.state !== 'text' || file.grammar === null || languageOf(file.grammar) !== 'javascript')
    return [
      refuse(
        { path },
        'P2',
        { start: 0, end: 0 },
        'it is not JavaScript or TypeScript text',
        'Name a file that can be read.',
      ),
    ];
  const source = readSource(view, path);
  if ('hazard' in source) return [source];
  const layout = layoutOf(
    view,
    path,
    source.module.imports.map(({ from }) => from),
  );
  const assignment = assign(source, plan);
  const names = assignment.parts.map(({ name }) => name);
  const bindings = readBindings(source, markupNames(view, path));
  const refusals = [...assignment.refusals, ...refuseFile(view, source), ...refusePlaces(view, path, layout, names)];
  refusals.push(...refuseUnits(source, assignment, bindings), ...refuseExtended(view, source, assignment));
  const renamed = new Map<Piece, readonly Edit[]>();
  for (const { pieces } of assignment.parts)
    for (const piece of pieces) {
      const found = fileNames(view, source, piece, layout);
      refusals.push(...found.refusals);
      renamed.set(piece, found.edits);
    }
  const parts = names.map((name) => pathOfPart(layout, name));
  const lists = followLists(view, path, parts);
  refusals.push(...lists.refusals, ...refuseRoutes(view, path, parts));
  refusals.push(...refuseLostEffects(view, source, assignment, bindings));
  const found = stopping(refusals);
  if (found.length > 0) return found;
  const links = linkModules(source, assignment, bindings);
  const parted = stopping([...refuseUntyped(view, source, links), ...refuseCommon(view, source, assignment, links)]);
  if (parted.length > 0) return parted;
  const load = chooseOrder(view, source, assignment, links, barrelOffset(source));
  return 'hazard' in load ? [load] : { source, layout, assignment, bindings, renamed, lists, links, load };
}

const listBases = (view: View, { edits }: FollowedLists) =>
  [...edits.keys()].map((path) => ({ path, hash: hashOf(view.text(path)), mode: view.file(path)!.mode }));
