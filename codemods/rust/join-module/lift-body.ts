import { dirname, join, relative } from 'node:path/posix';
import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import { applyEdits } from '../../../src/core/apply-edits.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { cfgOf, readAttributes } from '../../../src/languages/rust/attributes.ts';
import { readVisibility } from '../../../src/languages/rust/read-visibility.ts';
import { childByField, childrenOf, kindOf, textOf } from '../../../src/languages/syntax.ts';
import { cutOf } from '../../cut-of.ts';
import { refuse } from '../../refuse.ts';
import { liftPaths } from './lift-paths.ts';
import { usesOf } from './lift-uses.ts';
import type { Member } from './read-family.ts';

/** What a part holds beside units: it would be lost, or would hold for the whole file. */
export function ownOfFile(source: Source): Refusal[] {
  const { syntax } = source;
  const found = childrenOf(syntax, 0).find((node) => {
    const kind = kindOf(syntax, node);
    return kind === 'inner_attribute_item' || (kind.endsWith('comment') && /^\/[/*]!/.test(textOf(syntax, node)));
  });
  const refusals: Refusal[] = [];
  if (found !== undefined) {
    const place = { start: syntax.start[found]!, end: syntax.end[found]! };
    const what =
      kindOf(syntax, found) === 'inner_attribute_item'
        ? 'an attribute of the whole file'
        : 'documentation of the module';
    refusals.push(refuse(source, 'M3', place, `it has ${what}`, 'Take it away first, or leave the part where it is.'));
  }
  for (const { unit, item } of source.top) {
    const isFile = unit.kind === 'mod' && childByField(syntax, item.node, 'body') === -1;
    if (isFile)
      refusals.push(
        refuse(source, 'M3', unit, `\`mod ${unit.name};\` has its file below this one`, 'Join that module first.'),
      );
    if (unit.kind === 'use' && unit.visibility !== '')
      refusals.push(refuse(source, 'M3', unit, 'it passes names of other modules on', 'Let the facade do that first.'));
    if (unit.kind === 'extern-crate')
      refusals.push(refuse(source, 'M3', unit, 'it names a crate for itself', 'Name the crate in the facade first.'));
  }
  return refusals;
}

/** What the facade has that tells how a part's units stood in it. */
export interface Home {
  readonly path: string;
  /** Its own first comments. */
  readonly header: string;
  /** The audience that it passes each name on to, as written. */
  readonly passed: ReadonlyMap<string, string>;
}

/** The units of a part as they stand one module higher, without the blank space around them. */
export function liftBody({ source, cfg }: Member, { path, header, passed }: Home): string {
  const { text, syntax, outline, newline } = source;
  const head = text
    .slice(outline.header.start, outline.header.end)
    .replace(/^\uFEFF/, '')
    .trim();
  const spelled = source.top.flatMap((piece) => spelledAudience(source, piece, passed));
  const lifted = liftPaths(syntax, 0, syntax.size).filter((edit) => !spelled.some(({ start }) => start === edit.start));
  const edits: Edit[] = [...lifted, ...spelled, ...fileLiterals(source, path)];
  const cuts: Edit[] = [];
  // A licence stands in each file, and once in the joined one.
  if (head === '' || header.includes(head))
    cuts.push({ start: 0, end: outline.header.end, text: '', reason: 'header' });
  let floor = outline.header.end;
  for (const piece of source.top) {
    const missing = cfg.filter((one) => !cfgOf(readAttributes(syntax, piece.item.attributes)).includes(one));
    if (piece.unit.kind === 'use') cuts.push({ ...cutOf(text, piece.unit, floor), text: '', reason: 'import' });
    else if (missing.length > 0) {
      const at = piece.unit.body.start;
      const lines = missing.map((one) => `#[cfg(${one})]${newline}`).join('');
      edits.push({ start: at, end: at, text: lines, reason: 'attribute-path' });
    }
    floor = piece.unit.end;
  }
  const kept = edits.filter((edit) => !cuts.some(({ start, end }) => start <= edit.start && edit.end <= end));
  return applyEdits(text, [...cuts, ...kept])
    .replace(/^\uFEFF/, '')
    .trim();
}

/** `pub(in crate::outer)` of a part, where the facade passes the name on as `pub(super)`: that is how it was spelled there. */
function spelledAudience({ syntax }: Source, { unit, item }: Piece, passed: ReadonlyMap<string, string>): Edit[] {
  const { text, start, end } = readVisibility(syntax, item.node);
  const given = unit.name === null ? undefined : passed.get(unit.name);
  if (given === undefined || !/^pub\s*\(/.test(given) || !/^pub\s*\(\s*(?:in\b|crate)/.test(text) || given === text)
    return [];
  return [{ start, end, text: given, reason: 'visibility' }];
}

const LITERAL = /\binclude(?:_str|_bytes)?\s*!\s*[([{]\s*"([^"\n]+)"/g;

/** Files that are named by where they lie from the file: the part and the facade may lie in different folders. */
function fileLiterals({ text, path }: Source, facade: string): Edit[] {
  if (dirname(path) === dirname(facade)) return [];
  return [...text.matchAll(LITERAL)].map((match) => {
    const end = match.index + match[0].length - 1;
    const written = relative(dirname(facade), join(dirname(path), match[1]!));
    return { start: end - match[1]!.length, end, text: written, reason: 'file-literal' };
  });
}

/** Paths that lead through a part, beside its imports: `part::f()`. */
export function pathsThrough(source: Source, names: readonly string[]): Refusal[] {
  const uses = usesOf(source).map(({ unit }) => unit);
  return names.flatMap((name) => {
    const path = new RegExp(`(?<![\\w:.])(?:(?:self|super)\\s*::\\s*)*${name}\\s*::`, 'g');
    for (const match of source.text.matchAll(path)) {
      const { index } = match;
      if (uses.some(({ start, end }) => start <= index && index < end) || inComment(source, index)) continue;
      const place = { start: index, end: index + match[0].length };
      return [
        refuse(source, 'M4', place, `it names what is in \`${name}\` by a path`, 'Import the name, and use it alone.'),
      ];
    }
    return [];
  });
}

function inComment({ syntax }: Source, offset: number): boolean {
  for (let node = 0; node < syntax.size; node++)
    if (syntax.start[node]! <= offset && offset < syntax.end[node]! && /comment$|string/.test(kindOf(syntax, node)))
      return true;
  return false;
}
