import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import type { Edit } from '../../../src/core/change-set.ts';
import type { Refusal } from '../../../src/core/refusal.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { byUse, printUse, type UseStyle } from '../../../src/languages/rust/print-use.ts';
import { keepLeaves, readUseItem, type UseItem } from '../../../src/languages/rust/use-item.ts';
import { readUseTree } from '../../../src/languages/rust/use-tree.ts';
import { childByField } from '../../../src/languages/syntax.ts';
import { cutOf } from '../../cut-of.ts';
import { refuse } from '../../refuse.ts';
import { memberNamed, type Wanted } from './lift-uses.ts';
import type { Member } from './read-family.ts';

/** A line group of the head: one import, or one `mod` line, with what belongs to it. */
interface Entry {
  readonly text: string;
  /** What it imports; null for what is no plain import. */
  readonly tree: UseItem | null;
}

export interface Taken {
  /** Bodies by the part that they come from. */
  readonly bodies: ReadonlyMap<Member, string>;
  readonly wanted: readonly Wanted[];
}

/** The facade with its parts in it: `mod` lines and re-exports of them leave, imports join the paragraphs that they belong to. */
export function facadeEdits(
  facade: Source,
  members: readonly Member[],
  { bodies, wanted }: Taken,
  style: UseStyle,
): Edit[] | Refusal[] {
  const renamed = renamedNames(facade, members);
  if (renamed.length > 0) return renamed;
  const head = headOf(facade);
  const paragraphs = paragraphsOf(facade, head, members, style);
  for (const one of wanted) place(paragraphs, one, style);
  const bodyOf = (piece: Piece): string => bodies.get(members.find(({ line }) => line === piece)!) ?? '';
  const inHead = head.map(bodyOf).filter((body) => body !== '');
  const blocks = [
    ...paragraphs.filter((list) => list.length > 0).map((list) => list.map((one) => one.text).join(facade.newline)),
    ...inHead,
  ];
  const late = facade.top
    .filter((piece) => !head.includes(piece))
    .flatMap((piece): Edit[] => {
      if (piece.unit.kind === 'use') return lateUse(facade, piece, members, style);
      const { start, end } = piece.unit;
      return members.some(({ line }) => line === piece) ? [{ start, end, text: bodyOf(piece), reason: 'facade' }] : [];
    });
  return [...headEdits(facade, head, blocks, inHead.length > 0), ...late];
}

/** The head anew. @param open units stand at its end, which a blank line parts from what follows */
function headEdits(
  { text, top, newline }: Source,
  head: readonly Piece[],
  blocks: readonly string[],
  open: boolean,
): Edit[] {
  const written = blocks.join(`${newline}${newline}`);
  const last = head[head.length - 1];
  const start = (last ? head[0]! : top[0]!).unit.start;
  if (last === undefined)
    return written === '' ? [] : [{ start, end: start, text: `${written}${newline}${newline}`, reason: 'facade' }];
  const { end } = last.unit;
  if (written === '') return [{ ...cutOf(text, { start, end }, 0), text: '', reason: 'facade' }];
  const close = open && /^[ \t]*\r?\n(?=[ \t]*\S)/.test(text.slice(end));
  return [{ start, end, text: `${written}${close ? newline : ''}`, reason: 'facade' }];
}

/** `use part::a as b;` and `use part::*;` are no mere re-exports. */
function renamedNames(facade: Source, members: readonly Member[]): Refusal[] {
  return facade.top
    .filter(({ unit }) => unit.kind === 'use')
    .flatMap((piece) =>
      readUseTree(facade.syntax, piece.item.node)
        .filter(({ segments, alias, self }) => {
          const member = memberNamed(members, segments);
          const depth = segments.length - (segments[0] === 'self' ? 1 : 0);
          return member !== null && (self || depth === 1 || depth > 2 || (alias !== null && alias !== '_'));
        })
        .map(({ segments }) =>
          refuse(
            facade,
            'M4',
            piece.unit,
            `\`${segments.join('::')}\` is taken under another name, whole, or from deeper`,
            'Name what is taken, one by one.',
          ),
        ),
    );
}

/** The first run of imports and `mod x;` lines. */
function headOf({ syntax, top }: Source): Piece[] {
  const until = top.findIndex(
    ({ unit, item }) =>
      unit.kind !== 'use' &&
      unit.kind !== 'extern-crate' &&
      !(unit.kind === 'mod' && childByField(syntax, item.node, 'body') === -1),
  );
  return until === -1 ? [...top] : top.slice(0, until);
}

function paragraphsOf(facade: Source, head: readonly Piece[], members: readonly Member[], style: UseStyle): Entry[][] {
  const { text } = facade;
  const paragraphs: Entry[][] = [[]];
  head.forEach((piece, i) => {
    const above = head[i - 1];
    const gap = above ? text.slice(above.unit.end, piece.unit.start) : '';
    if (/\n[ \t]*\r?\n/.test(gap)) paragraphs.push([]);
    const loose = gap.trim() === '' ? '' : `${gap.trim()}${facade.newline}`;
    const entry = entryOf(facade, piece, members, style);
    if (entry) paragraphs[paragraphs.length - 1]!.push({ ...entry, text: `${loose}${entry.text}` });
    else if (loose !== '') paragraphs[paragraphs.length - 1]!.push({ text: loose.trimEnd(), tree: null });
  });
  return paragraphs;
}

function entryOf(facade: Source, piece: Piece, members: readonly Member[], style: UseStyle): Entry | null {
  const { syntax, text } = facade;
  if (members.some(({ line }) => line === piece)) return null;
  const whole = text.slice(piece.unit.start, piece.unit.end);
  if (piece.unit.kind !== 'use') return { text: whole, tree: null };
  const leaves = readUseTree(syntax, piece.item.node);
  const stays = leaves.map(({ segments }) => memberNamed(members, segments) === null);
  const tree = readUseItem(syntax, piece.item.node);
  const isPlain = piece.unit.visibility === '' && piece.item.attributes.length === 0;
  if (stays.every((one) => one)) return { text: whole, tree: isPlain ? tree : null };
  const kept = tree && keepLeaves(tree, (leaf) => stays[leaf]!);
  if (kept === null) return null;
  return { text: printed(facade, piece, kept, style), tree: isPlain ? kept : null };
}

function printed({ syntax, text, newline }: Source, { unit, item }: Piece, tree: UseItem, style: UseStyle): string {
  const above = readAttributes(syntax, item.attributes).map(({ start, end }) => text.slice(start, end));
  return [...above, ...printUse(`${unit.visibility}${unit.visibility === '' ? '' : ' '}use `, tree, style)].join(
    newline,
  );
}

/** In the paragraph of its kind, in rustfmt's order; else a paragraph of its own behind the others. */
function place(paragraphs: Entry[][], { tree, above }: Wanted, style: UseStyle): void {
  const text = [...above, ...printUse('use ', tree, style)].join('\n');
  const order = byUse(style.edition);
  const home = paragraphs.findLast((list) =>
    list.some((one) => one.tree !== null && kindOfPath(one.tree) === kindOfPath(tree)),
  );
  if (home === undefined) {
    // Imports stand above `mod` lines' re-exports, as people write them.
    paragraphs.push([{ text, tree }]);
    return;
  }
  const at = home.findIndex((one) => one.tree !== null && order(tree, one.tree) < 0);
  const behind = home.findLastIndex((one) => one.tree !== null) + 1;
  home.splice(at === -1 ? behind : at, 0, { text, tree });
}

const kindOfPath = ({ path: [first = ''] }: UseItem): string =>
  /^(?:std|core|alloc)$/.test(first) ? 'std' : /^(?:crate|super|self)$/.test(first) ? 'own' : 'other';

/** A re-export that does not stand at the head. */
function lateUse(facade: Source, piece: Piece, members: readonly Member[], style: UseStyle): Edit[] {
  const entry = entryOf(facade, piece, members, style);
  const { unit } = piece;
  if (entry === null) return [{ ...cutOf(facade.text, unit, 0), text: '', reason: 'facade' }];
  if (entry.text === facade.text.slice(unit.start, unit.end)) return [];
  return [{ start: unit.start, end: unit.end, text: entry.text, reason: 'facade' }];
}
