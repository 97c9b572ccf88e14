import type { Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import { byText } from '../../../src/core/compare.ts';
import type { Range } from '../../../src/core/range.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { childByField } from '../../../src/languages/syntax.ts';
import { hasCalls, isMacroPart, type Part } from './assign.ts';
import type { Audience } from './audience.ts';
import { type FacadeUse, modLines, reexportUses, useLines } from './facade-lines.ts';
import type { Guards } from './guards.ts';
import type { Layout } from './layout.ts';
import { placeMod } from './macro-scope.ts';
import type { ImportContext } from './part-imports.ts';
import { type Reexport, reexportsOf } from './reexports.ts';

/**
 * The `mod` and `use` lines of the facade: behind its imports, and a `mod` line later only where a macro must stand before it.
 * @param gone what leaves the facade: a line that would stand within it stands behind it
 */
export function facadeInsertions(
  parts: readonly Part[],
  { source, audience, layout, guards, form, docOf }: ImportContext,
  gone: readonly Range[],
): { edits: Edit[] } | Refusal {
  const usual = endOfImports(source, gone);
  const mods = new Map<number, { name: string; lines: string[] }[]>();
  const uses: FacadeUse[] = [];
  for (const part of parts) {
    if (part.inline) continue;
    const place = placeOf(source, part, usual);
    if ('refusal' in place) return place.refusal;
    const common = commonPredicates(part, source, guards);
    const lines = [...docLines(docOf(part)), ...modLines(part.name, mountLines(part, layout), common)];
    const offset = behind(gone, place.at);
    mods.set(offset, [...(mods.get(offset) ?? []), { name: part.name, lines }]);
    uses.push(...reexportUses(part.name, givenOn(part, common, audience, layout), { edition: layout.edition, form }));
  }
  const ordered = (blocks: readonly { name: string; lines: string[] }[]): string[] =>
    [...blocks].sort((a, b) => byText(a.name, b.name)).flatMap(({ lines }) => lines);
  const places = [...new Set([...mods.keys(), ...(uses.length > 0 ? [usual] : [])])].sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (const place of places) {
    const modBlock = ordered(mods.get(place) ?? []);
    const useBlock = place === usual ? useLines(uses, form.style) : [];
    if (modBlock.length + useBlock.length > 0) edits.push(...blocksAt(source, place, modBlock, useBlock));
  }
  return { edits };
}

const docLines = (doc: string | null): string[] => (doc === null ? [] : [`/// ${doc}`]);

function blocksAt(source: Source, offset: number, mods: readonly string[], uses: readonly string[]): Edit[] {
  const { newline, text } = source;
  const blocks = [
    { lines: mods, reason: 'mod-line' as const },
    { lines: uses, reason: 'facade' as const },
  ].filter(({ lines }) => lines.length > 0);
  const leads =
    offset === 0 || (offset > 0 && text[offset - 1] === '\n') || (offset === 1 && text.startsWith('\uFEFF'));
  return blocks.map(({ lines, reason }) => {
    const block = lines.join(newline);
    return {
      start: offset,
      end: offset,
      text: leads ? `${block}${newline}${newline}` : `${newline}${newline}${block}`,
      reason,
    };
  });
}

const behind = (gone: readonly Range[], offset: number): number =>
  gone.find(({ start, end }) => start < offset && offset < end)?.end ?? offset;

const mountLines = (part: Part, layout: Layout): string[] =>
  [isMacroPart(part) ? '#[macro_use]' : [], layout.mount(part.name) ?? []].flat();

/** Each name of a glob has its own audience: what a macro call makes cannot be named. A macro needs none. */
function givenOn(part: Part, predicates: readonly string[], audience: Audience, layout: Layout): Reexport[] {
  if (isMacroPart(part)) return [];
  if (hasCalls(part)) return [{ name: '*', visibility: 'pub', predicates, deprecated: false }];
  return reexportsOf(part, audience, layout);
}

const placeOf = (source: Source, part: Part, usual: number): ReturnType<typeof placeMod> =>
  isMacroPart(part) ? { at: placeOfMacros(source, part, usual) } : placeMod(source, part, usual);

/** Behind what stands above the first of them: everything that could see one still stands below the `mod` line. */
function placeOfMacros(source: Source, part: Part, usual: number): number {
  const first = part.whole[0]!.unit.start;
  const above = source.top.filter(({ unit }) => unit.end <= first).map(({ unit }) => unit.end);
  return Math.max(usual, ...above);
}

const LEADING = new Set(['use', 'extern-crate']);

/** Behind the first run of imports and `mod x;` lines, as far as they stay; before the first unit where there is none. */
function endOfImports(source: Source, gone: readonly Range[]): number {
  let end: number | null = null;
  let left: number | null = null;
  for (const { unit, item } of source.top) {
    const isFileModule = unit.kind === 'mod' && childByField(source.syntax, item.node, 'body') === -1;
    if (!LEADING.has(unit.kind) && !isFileModule) break;
    const range = gone.find((one) => one.start <= unit.start && unit.end <= one.end);
    if (range) left = range.end;
    else end = unit.end;
  }
  if (end !== null || left !== null) return end ?? left!;
  const first = source.top[0]!.unit.start;
  const lineStart = source.text.lastIndexOf('\n', first - 1) + 1;
  return /^[ \t]*$/.test(source.text.slice(lineStart, first)) ? lineStart : first;
}

/** The `#[cfg]` that all units of a part share: without it nothing of the part exists. */
export function commonPredicates(part: Part, source: Source, guards: Guards): string[] {
  const each = [
    ...part.whole.map(({ item }) => cfgOf(readAttributes(source.syntax, item.attributes))),
    ...part.divided.flatMap(({ members }) => members.map(({ unit }) => guards.at(unit.body.start))),
  ];
  const [first = [], ...rest] = each;
  return first.filter((predicate) => rest.every((other) => other.includes(predicate)));
}

/** Blank lines that would be left at the end of the file, or doubled at the end of a block, go. */
export function closeGaps({ text }: Source, edits: readonly Edit[]): Edit[] {
  const cuts = joined(edits.filter((edit) => edit.text === '' && edit.start < edit.end));
  const written = edits.filter((edit) => edit.text !== '');
  return cuts.flatMap(({ start: from, end: to }, i): Edit[] => {
    if (!endsBlock(text, to)) return [];
    let start = from;
    while (start > 0 && /\s/.test(text[start - 1]!)) start -= 1;
    const newline = /^[ \t]*\r?\n/.exec(text.slice(start, from));
    const keep = newline ? start + newline[0].length : start;
    // What is written there parts itself from what stands above it.
    const isWritten = written.some((edit) => edit.start >= keep && edit.start <= to);
    if (isWritten || keep >= from || (cuts[i - 1]?.end ?? 0) > keep) return [];
    return [{ start: keep, end: from, text: '', reason: 'format' }];
  });
}

/** Cuts that touch one another as one, in order. */
function joined(cuts: readonly Range[]): Range[] {
  const found: Range[] = [];
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = found[found.length - 1];
    if (last?.end === start) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

/** True where the rest of a line closes a block, or nothing else stands in the file. */
function endsBlock(text: string, to: number): boolean {
  const rest = /^[ \t]*(\}|$)/.exec(text.slice(to, to + 400).split(/\r?\n/, 1)[0]!);
  return rest !== null && (rest[1] === '}' || text.slice(to).trim() === '');
}
