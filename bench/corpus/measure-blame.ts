import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet } from '../../src/core/change-set.ts';
import { type LineStarts, lineAt, lineStartsOf } from '../../src/core/lines.ts';
import { mustRun } from './run-command.ts';

export interface Blame {
  /** Lines of new files that come from the old one and that the glue commit leaves alone. */
  readonly moved: number;
  /** Those of them for which `git blame -C5` names the author who wrote them. */
  readonly found: number;
  /** Those for which it names an author from before the split: among equal lines, such as `}`, git may take another one. */
  readonly old: number;
  /** Those of the moved lines whose text stands only once in the old file, and for how many of these the author is named. */
  readonly unique: number;
  readonly uniqueFound: number;
}

/** Blocks of lines that two people wrote by turns; neither may be who commits the split. */
const BLOCK = 17;
export const AUTHORS = ['Barbara', 'Grace'] as const;
const authorOf = (line: number): string => AUTHORS[Math.floor(line / BLOCK) % 2]!;

/**
 * Gives a file of a repository a history: Barbara writes every second block of lines, Grace the blocks between. The rest of the tree is
 * committed as it is; the last commit holds the file's bytes as they were.
 */
export function writeHistory(root: string, file: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  const lines = text.split(/(?<=\n)/);
  // Whoever committed the file before shall have written nothing of it.
  rmSync(join(root, file));
  commitAs(root, AUTHORS[1]);
  writeFileSync(join(root, file), lines.filter((_, line) => authorOf(line) === AUTHORS[0]).join(''));
  commitAs(root, AUTHORS[0]);
  writeFileSync(join(root, file), text);
  commitAs(root, AUTHORS[1]);
}

function commitAs(root: string, author: string): void {
  mustRun(['git', 'add', '--all'], root);
  mustRun(
    ['git', 'commit', '--quiet', '--allow-empty', '--author', `${author} <${author}@example.org>`, '--message', author],
    root,
  );
}

/** After `split --commit` on a file with `writeHistory`: HEAD is the glue, HEAD~1 the move, HEAD~2 the old state. */
export function measureBlame(root: string, file: string, changeSets: readonly ChangeSet[]): Blame {
  const text = mustRun(['git', 'show', `HEAD~2:${file}`], root);
  const starts = lineStartsOf(text);
  const once = linesStandingOnce(text);
  const created = changeSets.flatMap(({ create }) => create);
  const counts = created.map(({ path, parts }) => {
    const origins = parts.flatMap((part) => ('from' in part ? linesOf(starts, part.from) : []));
    return origins.length === 0 ? NOTHING : blameOf(root, path, origins, once);
  });
  const sum = (key: keyof Blame): number => counts.reduce((total, count) => total + count[key], 0);
  return {
    moved: sum('moved'),
    found: sum('found'),
    old: sum('old'),
    unique: sum('unique'),
    uniqueFound: sum('uniqueFound'),
  };
}

const NOTHING: Blame = { moved: 0, found: 0, old: 0, unique: 0, uniqueFound: 0 };

/** Indexes of the lines that no other line equals: among equal ones no diff can know which it was. */
function linesStandingOnce(text: string): ReadonlySet<number> {
  const lines = text.split('\n');
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return new Set(lines.flatMap((line, index) => (counts.get(line) === 1 ? [index] : [])));
}

/** @param origins the line of the old file behind each line of the new one as the move commit left it */
function blameOf(root: string, path: string, origins: readonly number[], once: ReadonlySet<number>): Blame {
  const { kept } = editedByGlue(root, path, origins.length);
  const authors = blamed(root, path);
  const isFound = ([index, line]: readonly [number, number]): boolean => authors[line] === authorOf(origins[index]!);
  const unique = kept.filter(([index]) => once.has(origins[index]!));
  return {
    moved: kept.length,
    found: kept.filter(isFound).length,
    unique: unique.length,
    uniqueFound: unique.filter(isFound).length,
    old: kept.filter(([, line]) => AUTHORS.some((author) => author === authors[line])).length,
  };
}

function linesOf(starts: LineStarts, { start, end }: { readonly start: number; readonly end: number }): number[] {
  const first = lineAt(starts, start) - 1;
  const last = lineAt(starts, Math.max(start, end - 1)) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Lines of the move commit that still stand in HEAD, as [line there, line here]. */
function editedByGlue(root: string, path: string, lines: number): { kept: [number, number][] } {
  const kept: [number, number][] = [];
  const diff = mustRun(['git', 'diff', '--unified=0', '--no-renames', 'HEAD~1', 'HEAD', '--', path], root);
  let old = 0;
  let shift = 0;
  const keepUntil = (end: number): void => {
    for (; old < end; old += 1) kept.push([old, old + shift]);
  };
  for (const [, at, gone = '1', plus] of diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/gm)) {
    // Without deleted lines git names the line before.
    keepUntil(gone === '0' ? Number(at) : Number(at) - 1);
    old += Number(gone);
    shift += Number(plus ?? '1') - Number(gone);
  }
  keepUntil(lines);
  return { kept };
}

function blamed(root: string, path: string): string[] {
  const said = mustRun(['git', 'blame', '-C5', '--line-porcelain', 'HEAD', '--', path], root);
  return [...said.matchAll(/^author (.*)$/gm)].map((match) => match[1]!);
}
