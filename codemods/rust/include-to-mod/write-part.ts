import { placeOf, staysInHost } from '../../../analyzers/composition/rust/splice-parts.ts';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { relativePaths } from '../../../src/languages/rust/paths.ts';
import { type Item, readItems } from '../../../src/languages/rust/read-items.ts';
import { cutOf } from '../../cut-of.ts';
import { exposureEdits, exposuresOf } from '../split-module/exposure.ts';
import { pathEdits } from '../split-module/path-edits.ts';
import { spellAudiences } from '../split-module/spell-audience.ts';
import { importLines } from '../split-module/write-imports.ts';
import type { Conversion, PartModule } from './conversion.ts';
import { ownUseEdits } from './own-uses.ts';

/** The edits of a part, and of the parts that it splices itself: audiences, imports and relative paths, one module deeper. */
export function writePart(conversion: Conversion, module: PartModule): Map<string, Edit[]> {
  const { source, spliced, context } = conversion;
  const { child, part } = module;
  const own = new Set(child.whole.flatMap(({ unit }) => unit.defines.map(({ name }) => name)));
  const uses = ownUseEdits(conversion, module);
  const files = new Map<string, Edit[]>([[part.path, headEdits(conversion, module, uses.gone)]]);
  const exposed = exposuresOf(child, context.audience);
  const inner = child.whole.flatMap((piece) => {
    const { firstNode, afterNode } = piece.item;
    const { start, end, kind } = piece.unit;
    const exposing = exposureEdits(exposed, context.audience, start, end);
    if (kind === 'macro') return exposing;
    const paths = [
      ...(kind === 'mod' ? innerAudiences(source, piece) : []),
      ...pathEdits(source.syntax, firstNode, afterNode, (name) => own.has(name)),
    ];
    const { modulePath } = conversion.layout;
    return [...exposing, ...spellAudiences(source.syntax, [firstNode, afterNode], paths, modulePath)];
  });
  for (const edit of [...uses.edits, ...inner]) {
    const place = placeOf(spliced.segments, edit.start);
    if (!place) throw new TypeError('an edit hits text that stands in no file');
    const moved = { ...edit, start: place.at, end: place.at + edit.end - edit.start };
    files.set(place.path, [...(files.get(place.path) ?? []), moved]);
  }
  return files;
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

/**
 * What stays in the host's module goes; what the part needs of that module it imports: behind its own imports, or where its first item
 * stood.
 * @param gone places in the spliced text of private imports that leave the part
 */
function headEdits(conversion: Conversion, { part, child, hoisted }: PartModule, gone: ReadonlySet<number>): Edit[] {
  const { view, source, spliced, imports, homeOf } = conversion;
  const syntax = view.syntax(part.path);
  const text = view.text(part.path);
  const { items, headerEnd } = readItems(syntax, 0);
  const leaving = new Set(
    [...hoisted.map(({ unit }) => unit.body.start), ...gone].flatMap((offset) => {
      const place = placeOf(spliced.segments, offset);
      return place?.path === part.path ? [place.at] : [];
    }),
  );
  const leaves = ({ bodyStart }: Item): boolean => leaving.has(bodyStart);
  const edits = items.flatMap((item, i): Edit[] =>
    leaves(item)
      ? [
          {
            ...cutLine(text, items, i, leaves, headerEnd),
            text: '',
            reason: item.kind === 'use' ? 'import' : 'mod-line',
          },
        ]
      : [],
  );
  const entries = imports.get(child.name)!.entries.filter(({ use }) => !use || homeOf(use)?.child !== child);
  const lines = importLines(entries, new Set(), conversion.context.form.style);
  const [first] = items;
  if (!first || lines.length === 0) return edits;
  const block = lines.join(source.newline);
  const run = items.findIndex((item) => item.kind !== 'use' || staysInHostOnly(syntax, item));
  const last = items.slice(0, run === -1 ? items.length : run).findLast((item) => !leaves(item));
  if (last) {
    const offset = endOfLine(text, last.end);
    return [
      ...edits,
      { start: offset, end: offset, text: `${source.newline}${source.newline}${block}`, reason: 'import' },
    ];
  }
  const offset = edits[0] && edits[0].start <= first.start ? edits[0].start : cutOf(text, first, headerEnd).start;
  return [
    { start: offset, end: offset, text: `${block}${source.newline}${source.newline}`, reason: 'import' },
    ...edits,
  ];
}

const staysInHostOnly = (syntax: Source['syntax'], item: Item): boolean =>
  item.kind !== 'use' && staysInHost(syntax, item);

const endOfLine = (text: string, offset: number): number => {
  const line = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(offset));
  return line ? offset + line[0].length : offset;
};

/** What leaves with an item: the blank lines behind it too, but for those that part the items above it from what follows. */
function cutLine(
  text: string,
  items: readonly Item[],
  i: number,
  leaves: (item: Item) => boolean,
  headerEnd: number,
): { start: number; end: number } {
  const cut = cutOf(text, items[i]!, items[i - 1]?.end ?? headerEnd);
  const above = items.slice(0, i).findLast((item) => !leaves(item));
  if (!above || /\n[ \t\r]*\n/.test(text.slice(above.end, items[i]!.start))) return cut;
  const line = text.indexOf('\n', items[i]!.end);
  return { start: cut.start, end: line === -1 ? cut.end : Math.min(cut.end, line + 1) };
}
