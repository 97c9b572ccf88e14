import type { Edit } from '../../../src/core/change-set.ts';
import { align, type Gap } from './align.ts';
import type { Compared } from './compared.ts';
import { lineEndAfter, lineStartOf } from './line-bounds.ts';
import type { Tree } from './read-tree.ts';

/** A list of children: of what, and by which name. */
export interface Lists {
  readonly type: string;
  readonly key: string;
  readonly before: readonly (Tree | null)[];
  readonly after: readonly (Tree | null)[];
}

/** Lists whose items stand on lines of their own, with nothing between them. */
const LINES = new Set([
  'Program.body',
  'Program.directives',
  'BlockStatement.body',
  'BlockStatement.directives',
  'StaticBlock.body',
  'ClassBody.body',
  'SwitchStatement.cases',
  'SwitchCase.consequent',
  'TSInterfaceBody.body',
  'TSModuleBlock.body',
  'TSTypeLiteral.members',
]);
/** Lists with a comma between their items. */
const COMMAS = new Set([
  'ArrayExpression.elements',
  'ArrayPattern.elements',
  'ObjectExpression.properties',
  'ObjectPattern.properties',
  'CallExpression.arguments',
  'OptionalCallExpression.arguments',
  'NewExpression.arguments',
  'FunctionDeclaration.params',
  'FunctionExpression.params',
  'ObjectMethod.params',
  'ClassMethod.params',
  'TSEnumDeclaration.members',
  'TSEnumBody.members',
]);

/** Null where the node around the list has to be written anew. */
export function editLists(lists: Lists, compared: Compared): Edit[] | null {
  const { before: old, after: now } = lists;
  if (old.length === now.length) {
    const paired = inPairs(old, now, compared);
    if (paired !== null) return paired;
  }
  if (old.some((item) => item === null) || now.some((item) => item === null)) return null;
  const name = `${lists.type}.${lists.key}`;
  const [before, after] = [old as readonly Tree[], now as readonly Tree[]];
  if (LINES.has(name)) return collect(align(before, after), (gap) => editLines(gap, before, after, compared));
  if (COMMAS.has(name) && before.length > 0 && after.length > 0)
    return collect(align(before, after), (gap) => editCommas(gap, before, after, compared));
  return null;
}

function collect(gaps: readonly Gap[], edit: (gap: Gap) => Edit[] | null): Edit[] | null {
  const all: Edit[] = [];
  for (const gap of gaps) {
    const found = edit(gap);
    if (found === null) return null;
    all.push(...found);
  }
  return all;
}

/** Item by item; null where one of them cannot be changed where it stands, or where most of them are others. */
function inPairs(old: readonly (Tree | null)[], now: readonly (Tree | null)[], compared: Compared): Edit[] | null {
  const edits: Edit[] = [];
  for (const [i, before] of old.entries()) {
    const after = now[i]!;
    if (before === null || after === null) {
      if (before !== after) return null;
      continue;
    }
    if (before.type !== after.type && old.length > 1) return null;
    const found = compared.changes(before, after);
    if (found === null) return null;
    edits.push(...found);
  }
  return edits;
}

/** Statements and members: those that are of one kind are changed where they stand, the others go or come with their lines. */
function editLines(gap: Gap, before: readonly Tree[], after: readonly Tree[], compared: Compared): Edit[] | null {
  const edits: Edit[] = [];
  const came = [...gap.after];
  const left: number[] = [];
  for (const i of gap.before) {
    const index = came.findIndex(
      (j) => after[j]!.type === before[i]!.type && after[j]!.comments === before[i]!.comments,
    );
    // What came before the partner has to stay before it.
    const found = index === 0 ? compared.changes(before[i]!, after[came[0]!]!) : null;
    if (found === null) left.push(i);
    else {
      came.shift();
      edits.push(...found);
    }
  }
  if (left.length > 0 && came.length > 0) {
    const [first, last] = [before[left[0]!]!, before[left.at(-1)!]!];
    if (left.at(-1)! - left[0]! !== left.length - 1) return null;
    const text = compared.after.slice(after[came[0]!]!.from, after[came.at(-1)!]!.end);
    return [...edits, { start: first.from, end: last.end, text, reason: 'free' }];
  }
  for (const i of left) edits.push(withoutLines(before[i]!, compared.before));
  if (came.length === 0) return edits;
  const inserted = insertLines(
    came.map((j) => after[j]!),
    gap,
    before,
    compared,
  );
  return inserted === null ? null : [...edits, inserted];
}

/** The item with its comments and its lines; where others share them, without those. */
function withoutLines({ from, end }: Tree, text: string): Edit {
  const [start, stop] = [lineStartOf(text, from), lineEndAfter(text, end)];
  return start === null || stop === null
    ? { start: from, end, text: '', reason: 'free' }
    : { start, end: stop, text: '', reason: 'free' };
}

function insertLines(came: readonly Tree[], gap: Gap, before: readonly Tree[], compared: Compared): Edit | null {
  const [first, last] = [came[0]!, came.at(-1)!];
  const start = lineStartOf(compared.after, first.from);
  const stop = lineEndAfter(compared.after, last.end);
  if (start === null || stop === null) return null;
  const above = gap.before.length > 0 ? before[gap.before.at(-1)!]! : gap.above && before[gap.above[0]]!;
  const lines = compared.after.slice(start, stop);
  if (above) {
    const offset = lineEndAfter(compared.before, above.end);
    if (offset === null) return null;
    // A blank line that the result has above them comes along.
    const spaced = /\n[ \t]*\r?\n$/.test(compared.after.slice(0, start)) ? '\n' : '';
    return { start: offset, end: offset, text: `${spaced}${lines}`, reason: 'free' };
  }
  const below = before[(gap.before.at(-1) ?? -1) + 1];
  if (!below) return null;
  const lineStart = lineStartOf(compared.before, below.from);
  if (lineStart === null) return null;
  const spaced = /^[ \t]*\r?\n/.test(compared.after.slice(stop)) ? '\n' : '';
  return { start: lineStart, end: lineStart, text: `${lines}${spaced}`, reason: 'free' };
}

/** Arguments, properties, elements: one that goes takes a comma along, one that comes brings one. */
function editCommas(gap: Gap, before: readonly Tree[], after: readonly Tree[], compared: Compared): Edit[] | null {
  const { before: left, after: came } = gap;
  const edits: Edit[] = [];
  const pairs = Math.min(left.length, came.length);
  for (let n = 0; n < pairs; n++) {
    const found = compared.changes(before[left[n]!]!, after[came[n]!]!);
    if (found === null) return null;
    edits.push(...found);
  }
  const gone = left.slice(pairs);
  if (gone.length > 0) {
    const [first, last] = [gone[0]!, gone.at(-1)!];
    const next = before[last + 1];
    const previous = before[first - 1];
    if (next) edits.push({ start: before[first]!.from, end: next.from, text: '', reason: 'free' });
    else if (previous) edits.push({ start: previous.end, end: before[last]!.end, text: '', reason: 'free' });
    else return null;
  }
  const added = came.slice(pairs).map((j) => compared.after.slice(after[j]!.from, after[j]!.end));
  if (added.length === 0) return edits;
  const place = left.length > 0 ? left[pairs - 1]! : (gap.above?.[0] ?? -1);
  const anchor = before[place];
  const neighbour = before[place + 1] ?? before[0]!;
  const indent = indentBefore(compared.before, neighbour.from);
  const between = indent === null ? ', ' : `,\n${indent}`;
  return anchor
    ? [
        ...edits,
        { start: anchor.end, end: anchor.end, text: added.map((text) => `${between}${text}`).join(''), reason: 'free' },
      ]
    : [
        ...edits,
        {
          start: neighbour.from,
          end: neighbour.from,
          text: added.map((text) => `${text}${between}`).join(''),
          reason: 'free',
        },
      ];
}

/** The blanks before an item that stands first on its line; null for one that does not. */
function indentBefore(text: string, offset: number): string | null {
  const start = lineStartOf(text, offset);
  return start === null ? null : text.slice(start, offset);
}
