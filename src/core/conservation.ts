import { type ChangeSet, EDIT_REASONS, type Edit } from './change-set.ts';
import { by, byText } from './compare.ts';
import type { Range } from './range.ts';

/** One place where a split's arithmetic does not add up; offsets are into the base file, or 0..0 for new text of a created file. */
export interface Violation {
  readonly code:
    | 'dropped' // a base range that no file holds after the change
    | 'duplicated' // a base range that more than one place holds
    | 'open-reason' // an edit or new text whose reason splits do not know
    | 'moved-text' // a `moved` cut that also inserts, or new text called `moved`
    | 'invented-header' // a header line that stands in no base file
    | 'bad-range'; // offsets outside the file, or overlapping edits
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

const CLOSED: ReadonlySet<string> = new Set(EDIT_REASONS.filter((reason) => reason !== 'free'));

interface Ledger {
  readonly length: number;
  /** Offset -> change of the number of uses. */
  readonly steps: Map<number, number>;
}

/**
 * The arithmetic of the S rung: every range of every base file that takes part is used exactly once - it stays, is edited for a closed
 * reason, or is cut as `moved` and returns in exactly one `from`. [] means that no byte was lost, doubled or invented.
 * @param read the text of a base file
 */
export function conservation(set: ChangeSet, read: (path: string) => string): Violation[] {
  const violations: Violation[] = [];
  const ledgers = new Map<string, Ledger>();
  const ledger = (path: string): Ledger => {
    const found = ledgers.get(path) ?? { length: read(path).length, steps: new Map() };
    ledgers.set(path, found);
    return found;
  };
  const deleted = new Set(set.delete.map(({ path }) => path));
  for (const { path } of set.delete) ledger(path);
  for (const { path, edits } of set.edit)
    bookRange(path, { start: 0, end: ledger(path).length }, edits, ledger(path), violations);
  const booked = new Set(set.edit.map(({ path }) => path));
  const lines = headerLines(set, read);
  for (const { path: created, parts } of set.create)
    for (const part of parts) {
      if ('from' in part) {
        const { path, start, end } = part.from;
        const whole = ledger(path);
        // A file that is not edited, moved or deleted stays as it is: taking from it doubles.
        if (!booked.has(path) && !deleted.has(path))
          bookRange(path, { start: 0, end: whole.length }, [], whole, violations);
        booked.add(path);
        bookRange(path, { start, end }, part.edits ?? [], whole, violations);
        continue;
      }
      violations.push(...newText(created, part, lines));
    }
  for (const [path, { length, steps }] of ledgers) violations.push(...unbalanced(path, length, steps));
  return violations.sort(
    (a, b) => byText(a.path, b.path) || a.start - b.start || a.end - b.end || byText(a.code, b.code),
  );
}

/** Books [start, end) as used, less the cuts that must return elsewhere. */
function bookRange(
  path: string,
  { start, end }: Range,
  edits: readonly Edit[],
  { length, steps }: Ledger,
  violations: Violation[],
): void {
  const bad = (range: { readonly start: number; readonly end: number }, why: string): unknown =>
    violations.push({ code: 'bad-range', path, start: range.start, end: range.end, why });
  if (!(start >= 0 && start <= end && end <= length)) return void bad({ start, end }, 'it is outside the file');
  const step = (offset: number, by: number): unknown => steps.set(offset, (steps.get(offset) ?? 0) + by);
  step(start, 1);
  step(end, -1);
  let last = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const range = { path, start: edit.start, end: edit.end };
    if (!(edit.start >= last && edit.start <= edit.end && edit.end <= end)) {
      bad(edit, 'edits overlap, or leave the range they belong to');
      continue;
    }
    last = edit.end;
    if (!CLOSED.has(edit.reason))
      violations.push({ code: 'open-reason', ...range, why: `an edit with the reason '${edit.reason}'` });
    if (edit.reason !== 'moved') continue;
    if (edit.text !== '') violations.push({ code: 'moved-text', ...range, why: 'a cut that also inserts text' });
    step(edit.start, -1);
    step(edit.end, 1);
  }
}

function unbalanced(path: string, length: number, steps: ReadonlyMap<number, number>): Violation[] {
  const found: Violation[] = [];
  let uses = 0;
  let from = 0;
  for (const [position, change] of [...steps, [length, 0] as const].sort(by(([offset]) => offset))) {
    if (change === 0 && position < length) continue;
    if (position > from && uses !== 1)
      found.push({
        code: uses < 1 ? 'dropped' : 'duplicated',
        path,
        start: from,
        end: position,
        why: uses < 1 ? 'no file holds it after the change' : `${uses} places hold it after the change`,
      });
    uses += change;
    from = position;
  }
  return found;
}

function headerLines(set: ChangeSet, read: (path: string) => string): ReadonlySet<string> {
  const headers = set.create.some(({ parts }) => parts.some((part) => 'text' in part && part.reason === 'header'));
  if (!headers) return new Set();
  return new Set(
    set.base.flatMap(({ path }) =>
      read(path)
        .split(/\r?\n/)
        .map((line) => line.trimEnd()),
    ),
  );
}

/** What is wrong with text that comes from no base file. */
function newText(
  path: string,
  part: { readonly text: string; readonly reason: string },
  lines: ReadonlySet<string>,
): Violation[] {
  const start = { path, start: 0, end: 0 };
  if (part.reason === 'moved')
    return [{ code: 'moved-text', ...start, why: 'moved text must come from a base file by offsets' }];
  if (!CLOSED.has(part.reason))
    return [{ code: 'open-reason', ...start, why: `new text with the reason '${part.reason}'` }];
  if (part.reason !== 'header') return [];
  return part.text
    .split(/\r?\n/)
    .filter((line) => !lines.has(line.trimEnd()) && line.trim() !== '')
    .map((line) => ({ code: 'invented-header', ...start, why: `no base file has the line '${line}'` }));
}
