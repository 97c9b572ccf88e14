import type { ChangeSet, Edit, EditReason, Part } from './change-set.ts';

/** A change to what a file holds after a change set; offsets into that text. */
export interface AfterEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: EditReason;
}

/** A run of a rendered text: characters of a base file, or text that the change set wrote. */
type Run =
  | { readonly kind: 'base'; readonly path: string; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string; readonly reason: EditReason; readonly replaces: Range | null };
interface Range {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The same change set with further edits to one of the files it writes. What hits characters of a base file becomes an edit of them,
 * what hits text that the change set wrote changes that text: every character keeps its provenance.
 * @param edits sorted, not overlapping
 */
export function editAfter(
  set: ChangeSet,
  readBase: (path: string) => string,
  path: string,
  edits: readonly AfterEdit[],
): ChangeSet {
  if (edits.length === 0) return set;
  const edited = set.edit.find((one) => one.path === path);
  if (edited) {
    const runs = splice(runsOfEdits(path, 0, readBase(path).length, edited.edits), edits, 0);
    return { ...set, edit: set.edit.map((one) => (one === edited ? { path, edits: editsOfRuns(runs.runs) } : one)) };
  }
  const created = set.create.find((one) => one.path === path);
  if (!created) return set;
  const parts: Part[] = [];
  let offset = 0;
  for (const part of created.parts) {
    const runs = runsOfPart(part);
    const length = lengthOf(runs);
    const last = part === created.parts[created.parts.length - 1];
    const fileEdits = edits.flatMap((edit) => {
      const start = Math.max(edit.start, offset);
      const end = Math.min(edit.end, offset + length);
      const touches =
        edit.start === edit.end
          ? edit.start >= offset && (edit.start < offset + length || (last && edit.start === offset + length))
          : start < end;
      if (!touches) return [];
      return [{ ...edit, start, end, text: edit.start >= offset ? edit.text : '' }];
    });
    const spliced = splice(runs, fileEdits, offset).runs;
    parts.push(...partsOfRuns(part, spliced));
    offset += length;
  }
  return { ...set, create: set.create.map((one) => (one === created ? { ...created, parts } : one)) };
}

const sizeOf = (run: Run): number => (run.kind === 'base' ? run.end - run.start : run.text.length);
const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + sizeOf(run), 0);

function runsOfPart(part: Part): Run[] {
  if ('text' in part) return [{ kind: 'new', text: part.text, reason: part.reason, replaces: null }];
  return runsOfEdits(part.from.path, part.from.start, part.from.end, part.edits ?? []);
}

function runsOfEdits(path: string, start: number, end: number, edits: readonly Edit[]): Run[] {
  const runs: Run[] = [];
  let position = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start > position) runs.push({ kind: 'base', path, start: position, end: edit.start });
    runs.push({
      kind: 'new',
      text: edit.text,
      reason: edit.reason,
      replaces: { path, start: edit.start, end: edit.end },
    });
    position = edit.end;
  }
  if (position < end) runs.push({ kind: 'base', path, start: position, end });
  return runs;
}

/** An insertion at the very end belongs to the last run; anywhere else it belongs to the run behind. */
const liesBehind = ({ start, end }: AfterEdit, runEnd: number, isLast: boolean): boolean =>
  start > runEnd || (start === runEnd && !(start === end && isLast));

function splice(runs: readonly Run[], edits: readonly AfterEdit[], offset: number): { runs: Run[] } {
  const result: Run[] = [];
  let position = offset;
  let next = 0;
  let carried = 0; // edits[next] has given its text already
  for (const [index, run] of runs.entries()) {
    const size = sizeOf(run);
    const pieces: Run[] = [];
    let from = 0;
    const last = index === runs.length - 1;
    while (next < edits.length) {
      const edit = edits[next]!;
      if (liesBehind(edit, position + size, last)) break;
      const start = Math.max(edit.start - position, from);
      const end = Math.min(edit.end - position, size);
      pieces.push(...slice(run, from, start));
      pieces.push(...replaced(run, start, end, carried === next + 1 ? '' : edit.text, edit.reason));
      from = end;
      if (edit.end > position + size) {
        carried = next + 1;
        break;
      }
      next += 1;
    }
    pieces.push(...slice(run, from, size));
    result.push(...joined(run, pieces));
    position += size;
  }
  return { runs: result };
}

function slice(run: Run, from: number, to: number): Run[] {
  if (from >= to) return [];
  if (run.kind === 'base') return [{ ...run, start: run.start + from, end: run.start + to }];
  return [{ ...run, text: run.text.slice(from, to) }];
}

function replaced(run: Run, from: number, to: number, text: string, reason: EditReason): Run[] {
  if (run.kind === 'new') return [{ ...run, text }];
  if (from === to && text === '') return [];
  return [{ kind: 'new', text, reason, replaces: { path: run.path, start: run.start + from, end: run.start + to } }];
}

// Pieces of one written text stay one text, so that what it replaces is replaced once.
function joined(run: Run, pieces: readonly Run[]): Run[] {
  if (run.kind === 'base') return [...pieces];
  const text = pieces.map((piece) => (piece.kind === 'new' ? piece.text : '')).join('');
  // A cut inserts nothing: new text stands behind it.
  if (run.reason === 'moved' && text !== '' && run.replaces) {
    const { path, end } = run.replaces;
    return [run, { kind: 'new', text, reason: 'format', replaces: { path, start: end, end } }];
  }
  return [{ ...run, text }];
}

const editsOfRuns = (runs: readonly Run[]): Edit[] =>
  runs.flatMap((run) =>
    run.kind === 'new' && run.replaces && (run.text !== '' || run.replaces.start < run.replaces.end)
      ? [{ start: run.replaces.start, end: run.replaces.end, text: run.text, reason: run.reason }]
      : [],
  );

function partsOfRuns(part: Part, runs: readonly Run[]): Part[] {
  if ('text' in part) {
    const text = runs.map((run) => (run.kind === 'new' ? run.text : '')).join('');
    return text === '' ? [] : [{ text, reason: part.reason }];
  }
  const edits = editsOfRuns(runs);
  return [edits.length > 0 ? { from: part.from, edits } : { from: part.from }];
}
