import type { CommitLines, FileChange, SideChange } from './line-changes.ts';
import { unquotePath } from './unquote-path.ts';

/** What `git diff-tree` must be told for `patchReader` to read it. */
export const PATCH_ARGUMENTS: readonly string[] = [
  '-p',
  '-U0',
  '-c',
  '--combined-all-paths',
  '--irreversible-delete',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-indent-heuristic',
  '--diff-algorithm=myers',
  '--inter-hunk-context=0',
  '--submodule=short',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

interface OpenFile {
  path: string;
  kind: FileChange['kind'];
  /** Of a merge, one for each parent. */
  readonly from: string[];
  readonly hunks: number[][];
  readonly isMerge: boolean;
}

interface Reading {
  readonly onCommit: (commit: CommitLines) => void;
  commit: { readonly id: string; readonly files: FileChange[] } | null;
  file: OpenFile | null;
  /** Of an open hunk the next line in each parent, and in the result last; null between hunks. */
  next: number[] | null;
}

/**
 * Reads patches as they come, in pieces of any size, and hands on each commit once it is whole. Of the content only the column of signs is
 * looked at. Patches without a commit's id before them belong to the commit `''`.
 */
export function patchReader(onCommit: (commit: CommitLines) => void): { feed(chunk: Buffer): void; end(): void } {
  const reading: Reading = { onCommit, commit: null, file: null, next: null };
  let rest: Buffer = Buffer.alloc(0);
  return {
    feed(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
        readLine(reading, bytes, start, end);
        start = end + 1;
      }
      rest = bytes.subarray(start);
    },
    end() {
      if (rest.length > 0) readLine(reading, rest, 0, rest.length);
      closeCommit(reading);
    },
  };
}

const MINUS = 45;
const PLUS = 43;
const AT = 64;
/** Signs, and `\\ No newline at end of file`. */
const CONTENT = new Set([MINUS, PLUS, 32, 92]);

function readLine(reading: Reading, bytes: Buffer, start: number, end: number): void {
  const first = bytes[start]!;
  // No header of a file stands between its hunks, and no other line begins so. Counts are not to be trusted: git 2.39 writes
  // `-265,18446744073709551615` where a merge takes the end of a file away.
  if (reading.next && CONTENT.has(first)) {
    readContent(reading, reading.next, bytes, start);
    return;
  }
  reading.next = null;
  const line = bytes.toString('latin1', start, end);
  if (first === AT) openHunk(reading, line);
  else if (/^[0-9a-f]{40,64}$/.test(line)) {
    closeCommit(reading);
    reading.commit = { id: line, files: [] };
  } else if (line.startsWith('diff --')) openFile(reading, line);
  else if (reading.file) readHeader(reading.file, line);
}

function openFile(reading: Reading, line: string): void {
  closeFile(reading);
  const isMerge = line.startsWith('diff --combined ');
  reading.file = { path: pathOf(line), kind: 'edited', from: [], hunks: [], isMerge };
}

/** `diff --combined P`, or `diff --git a/P b/P`: of a rename, whose names differ, the lines below tell them. */
function pathOf(line: string): string {
  if (line.startsWith('diff --combined ')) return unquotePath(line.slice(16));
  const both = line.slice(11);
  const quoted = /^"(?:[^"\\]|\\.)*" "?(.*?)"?$/.exec(both);
  if (quoted) return unquotePath(`"${quoted[1]}"`).slice(2);
  return both.slice((both.length + 1) / 2 + 2);
}

function readHeader(file: OpenFile, line: string): void {
  if (line.startsWith('rename from ')) file.from.push(unquotePath(line.slice(12)));
  else if (line.startsWith('rename to ')) file.path = unquotePath(line.slice(10));
  else if (line.startsWith('new file')) file.kind = 'added';
  else if (line.startsWith('deleted file')) file.kind = 'deleted';
  // A merge names each parent's file on a line of its own.
  else if (line.startsWith('--- ') && file.isMerge) file.from.push(nameOf(line.slice(4)) ?? file.path);
  else if (line.startsWith('+++ ') && file.kind !== 'deleted') file.path = nameOf(line.slice(4)) ?? file.path;
}

/** `a/some name`, with a tab behind it where it holds a space. Null for `/dev/null`. */
function nameOf(text: string): string | null {
  const name = unquotePath(text.endsWith('\t') ? text.slice(0, -1) : text);
  return name === '/dev/null' ? null : name.slice(2);
}

const HEADER = /^@@+ ((?:-\d+(?:,\d+)? )+\+\d+(?:,\d+)?) @@/;
const RANGE = /[-+](\d+)(?:,(\d+))?/g;

function openHunk(reading: Reading, line: string): void {
  const { file } = reading;
  const header = HEADER.exec(line);
  if (!file || !header) return;
  const ranges = [...header[1]!.matchAll(RANGE)];
  const parents = ranges.length - 1;
  while (file.hunks.length < parents) file.hunks.push([]);
  const counts = ranges.map(([, , count]) => (count === undefined ? 1 : Number(count)));
  // An empty side of a plain hunk names the line before it, that of a merge's the line behind it.
  const shift = parents === 1 ? 1 : 0;
  reading.next = ranges.map(([, start], i) => Number(start) + (counts[i] === 0 ? shift : 0));
  if (parents > 1) return;
  file.hunks[0]!.push(reading.next[0]!, counts[0]!, reading.next[1]!, counts[1]!);
}

function readContent({ file }: Reading, next: number[], bytes: Buffer, start: number): void {
  const parents = next.length - 1;
  // Of a plain hunk its header has told all.
  if (parents === 1 || bytes[start] === 92) return;
  let removed = false;
  for (let i = 0; i < parents; i++) if (bytes[start + i] === MINUS) removed = true;
  for (let i = 0; i < parents; i++) {
    const sign = bytes[start + i];
    if (removed ? sign === MINUS : sign === PLUS) addLine(file!.hunks[i]!, removed, next[i]!, next[parents]!);
    if (removed ? sign === MINUS : sign !== PLUS) next[i]! += 1;
  }
  if (!removed) next[parents]! += 1;
}

/** One more line that only the parent has, or only the result. */
function addLine(hunks: number[], removed: boolean, before: number, after: number): void {
  const last = hunks.length - 4;
  if (last >= 0 && hunks[last]! + hunks[last + 1]! === before && hunks[last + 2]! + hunks[last + 3]! === after)
    hunks[last + (removed ? 1 : 3)]! += 1;
  else hunks.push(before, removed ? 1 : 0, after, removed ? 0 : 1);
}

function closeFile(reading: Reading): void {
  const { file } = reading;
  reading.file = null;
  if (!file) return;
  const { path, kind, from, hunks } = file;
  reading.commit ??= { id: '', files: [] };
  const sides = Math.max(1, hunks.length);
  const nameIn = (i: number): string | null => {
    const name = from[i] ?? path;
    return name === path ? null : name;
  };
  reading.commit.files.push({
    path,
    kind,
    sides: Array.from({ length: sides }, (_, i): SideChange => ({ from: nameIn(i), hunks: hunks[i] ?? [] })),
  });
}

function closeCommit(reading: Reading): void {
  closeFile(reading);
  if (reading.commit) reading.onCommit(reading.commit);
  reading.commit = null;
}
