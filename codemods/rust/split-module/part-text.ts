import type { Piece, Source } from '../../../analyzers/readings/rust/source.ts';
import { applyEdits } from '../../../src/core/apply-edits.ts';
import type { Edit, Part as TextPart } from '../../../src/core/change-set.ts';
import type { Range } from '../../../src/core/range.ts';
import { readAttributes } from '../../../src/languages/rust/attributes.ts';
import { childByField } from '../../../src/languages/syntax.ts';
import { trailingBlank } from '../../cut-of.ts';
import type { Part } from './assign.ts';
import type { Cut } from './cuts.ts';
import { pathEdits } from './path-edits.ts';

/** Builds the text of a part from cuts, so that every character of a cut is used once. */
export interface PartWriter {
  readonly parts: readonly TextPart[];
  readonly say: (text: string, reason: 'import' | 'impl-header' | 'format' | 'header') => void;
  readonly take: (range: Range, edits: readonly Edit[]) => void;
  /** Takes the blank lines at the end of what was taken last away. */
  readonly trim: () => void;
}

export function writeParts(source: Source): PartWriter {
  const parts: TextPart[] = [];
  return {
    parts,
    say: (text, reason) => {
      parts.push({ text, reason });
    },
    take: ({ start, end }, edits) => {
      const from = { path: source.path, start, end };
      const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
      parts.push(sorted.length > 0 ? { from, edits: sorted } : { from });
    },
    trim: () => {
      const last = parts[parts.length - 1];
      if (!last || !('from' in last)) return;
      parts.pop();
      const { start, end } = last.from;
      const blank = trailingBlank(source.text, start, end);
      const edits = [...(last.edits ?? [])];
      if (blank < end) edits.push({ start: blank, end, text: '', reason: 'format' });
      parts.push(edits.length > 0 ? { from: last.from, edits } : { from: last.from });
      if (source.text[blank - 1] !== '\n') parts.push({ text: source.newline, reason: 'format' });
    },
  };
}

export interface PartContext {
  readonly source: Source;
  readonly cuts: ReadonlyMap<Piece, Cut>;
  readonly editsOf: (piece: Piece) => readonly Edit[];
  /** True for the part whose share of a wholly moved block carries its docs, its opening and its end. */
  readonly carries: (block: Piece, part: Part) => boolean;
}

/** The body of a part, behind its imports. */
export function writePart(writer: PartWriter, part: Part, context: PartContext): void {
  const { source, cuts, editsOf } = context;
  const blocks = part.divided.map(({ block, members }) => ({ at: members[0]!.unit.start, block, members }));
  const entries = [...part.whole.map((piece) => ({ at: piece.unit.start, piece })), ...blocks].sort(
    (a, b) => a.at - b.at,
  );
  entries.forEach((entry, i) => {
    const last = i === entries.length - 1;
    if ('piece' in entry) writer.take(cuts.get(entry.piece)!, editsOf(entry.piece));
    else writeBlock(writer, entry.block, entry.members, part, context);
    const next = entries[i + 1];
    if (last) writer.trim();
    else if ('piece' in entry && next && 'piece' in next)
      separate(writer, source, cuts.get(entry.piece)!, cuts.get(next.piece)!);
    else {
      writer.trim();
      writer.say(source.newline, 'format');
    }
  });
}

// Neighbours keep the space that they had; others get a blank line.
function separate(writer: PartWriter, source: Source, cut: Range, next: Range): void {
  if (cut.end === next.start && source.text[cut.end - 1] === '\n') return;
  writer.trim();
  writer.say(source.newline, 'format');
}

function writeBlock(
  writer: PartWriter,
  block: Piece,
  members: readonly Piece[],
  part: Part,
  context: PartContext,
): void {
  const { source, cuts, editsOf } = context;
  const { newline } = source;
  const carried = context.carries(block, part) ? cuts.get(block)! : null;
  if (carried?.shell) writer.take(carried.shell.open, openingEdits(source, block));
  else writer.say(`${headerText(source, block)}{${newline}`, 'impl-header');
  members.forEach((member, i) => {
    const cut = cuts.get(member)!;
    writer.take(cut, editsOf(member));
    const next = members[i + 1];
    if (!next) writer.trim();
    else separate(writer, source, cut, cuts.get(next)!);
  });
  if (carried?.shell) writer.take(carried.shell.close, []);
  else writer.say(`}${newline}`, 'impl-header');
}

const openingEdits = (source: Source, block: Piece): Edit[] => {
  const body = childByField(source.syntax, block.item.node, 'body');
  return pathEdits(source.syntax, block.item.firstNode, body, () => false);
};

/** The block's attributes and header as they are read one module deeper; its docs stay with the first block. */
function headerText(source: Source, block: Piece): string {
  const { syntax, text, newline } = source;
  const body = childByField(syntax, block.item.node, 'body');
  const attributes = readAttributes(syntax, block.item.attributes).filter(({ path }) => path !== 'doc');
  const slices = [
    ...attributes.map(({ start, end }) => ({ start, end })),
    { start: syntax.start[block.item.node]!, end: syntax.start[body]! },
  ];
  const edits = pathEdits(syntax, block.item.firstNode, body, () => false);
  return slices
    .map(({ start, end }) => {
      const inner = edits.filter((edit) => edit.start >= start && edit.end <= end);
      return applyEdits(text, inner, start, end);
    })
    .join(newline);
}
