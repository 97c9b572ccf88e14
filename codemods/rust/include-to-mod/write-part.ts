import { placeOf, staysInHost } from '../../../analyzers/composition/splice-parts.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { relativePaths } from '../../../src/languages/rust/paths.ts';
import { readItems } from '../../../src/languages/rust/read-items.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { importedName, readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { cutOf } from '../../cut-of.ts';
import { exposeUnit, nameNeed } from '../split-module/exposure.ts';
import { globNeed, ownNames } from '../split-module/glob-need.ts';
import { predicatesOf } from '../split-module/guards.ts';
import { pathEdits } from '../split-module/path-edits.ts';
import type { Conversion, PartModule } from './conversion.ts';

/** The edits of a part, and of the parts that it splices itself: audiences and relative paths, one module deeper. */
export function writePart(conversion: Conversion, module: PartModule): Map<string, Edit[]> {
  const { source, spliced } = conversion;
  const { child, part } = module;
  const own = ownNames(child);
  const files = new Map<string, Edit[]>([[part.path, headEdits(conversion, module)]]);
  for (const piece of child.whole) {
    const { firstNode, afterNode } = piece.item;
    const paths =
      piece.unit.kind === 'macro' ? [] : pathEdits(source.syntax, firstNode, afterNode, (name) => own.has(name));
    for (const edit of [...exposePiece(conversion, piece, child.name), ...paths]) {
      const place = placeOf(spliced.stretches, edit.start);
      if (!place) throw new TypeError('an edit hits text that stands in no file');
      const moved = { ...edit, start: place.at, end: place.at + edit.end - edit.start };
      files.set(place.path, [...(files.get(place.path) ?? []), moved]);
    }
  }
  return files;
}

function exposePiece({ audience, source }: Conversion, piece: Piece, owner: string): Edit[] {
  if (piece.unit.kind !== 'mod') return exposeUnit(piece, owner, audience);
  const { kind, start } = readVisibility(source.syntax, piece.item.node);
  const named = kind === 'private' && nameNeed(piece, owner, audience) !== null;
  const own: Edit[] = named ? [{ start, end: start, text: 'pub(super) ', reason: 'visibility' }] : [];
  return [...own, ...innerAudiences(source, piece)];
}

/** What an inner module shows to the included file was shown to the whole module: `pub(super)` -> `pub(in super::super)`. */
function innerAudiences({ syntax }: Source, { item }: Piece): Edit[] {
  return relativePaths(syntax, item.firstNode, item.afterNode)
    .filter(({ where, depth, supers }) => where === 'visibility' && depth > 0 && supers === depth)
    .map(({ start }) => {
      const scoped = /\bin\s+$/.test(syntax.text.slice(Math.max(0, start - 12), start));
      return { start, end: start, text: scoped ? 'super::' : 'in super::', reason: 'visibility' };
    });
}

/** What was hoisted goes; the part sees the rest of the module by `use super::*`, where its first item stood. */
function headEdits(conversion: Conversion, { part, child }: PartModule): Edit[] {
  const { view, source } = conversion;
  const syntax = view.syntax(part.path);
  const text = view.text(part.path);
  const { items, headerEnd } = readItems(syntax, 0);
  const cuts = items.flatMap((item, i): Edit[] =>
    staysInHost(syntax, item)
      ? [
          {
            ...cutOf(text, item, items[i - 1]?.end ?? headerEnd),
            text: '',
            reason: item.kind === 'use' ? 'import' : 'mod-line',
          },
        ]
      : [],
  );
  const [first] = items;
  if (!first || !needsGlob(conversion, child)) return cuts;
  const at = cuts[0] && cuts[0].start <= first.start ? cuts[0].start : cutOf(text, first, headerEnd).start;
  const guards = globGuards(conversion, child)
    .filter((one) => !part.cfg.includes(one))
    .map((predicate) => `#[cfg(${predicate})]${source.newline}`);
  const line = `${guards.join('')}use super::*;${source.newline}${source.newline}`;
  return [{ start: at, end: at, text: line, reason: 'import' }, ...cuts];
}

function globGuards({ source, audience, guards }: Conversion, child: PartModule['child']): string[] {
  return readsByMacro(source, child) ? [] : predicatesOf(globNeed(source, child, audience.mentions, guards), []);
}

const needsGlob = ({ source, audience, guards }: Conversion, child: PartModule['child']): boolean =>
  globNeed(source, child, audience.mentions, guards) !== null || readsByMacro(source, child);

/** The body of a macro of this module is read where it is called: true if that brings names which the part does not have itself. */
function readsByMacro({ top, text, syntax }: Source, child: PartModule['child']): boolean {
  const own = ownNames(child);
  const names = new Set(
    top
      .filter(({ unit }) => unit.kind !== 'macro')
      .flatMap(({ unit, item }) =>
        unit.kind === 'use'
          ? readUseTree(syntax, item.node).flatMap((leaf) => importedName(leaf) ?? '*')
          : unit.defines.map(({ name }) => name),
      ),
  );
  const macros = top.filter(({ unit }) => unit.kind === 'macro');
  const open = child.whole.filter(({ unit }) => unit.kind !== 'macro');
  const seen = new Set<Piece>(open);
  for (const piece of open) {
    if (piece.unit.kind === 'macro' && piece.unit.uses.some(({ name }) => names.has(name) && !own.has(name)))
      return true;
    const body = text.slice(piece.unit.start, piece.unit.end);
    for (const macro of macros)
      if (!seen.has(macro) && new RegExp(`\\b${macro.unit.name}\\s*!`).test(body)) {
        seen.add(macro);
        open.push(macro);
      }
  }
  return false;
}
