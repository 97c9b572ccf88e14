import { dirname } from 'node:path/posix';
import { grammarOf, languageOf } from '../../../src/languages/language.ts';
import { countLines, takeLines, tellingLines } from './match-lines.ts';
import { readBlobs, readSizes } from './read-blobs.ts';
import type { ChangedFile, ReadCommit } from './read-commits.ts';

/** One file whose text went to new files, by lines alone. */
export interface Division {
  readonly commit: ReadCommit;
  readonly oldPath: string;
  readonly oldText: string;
  /** The file that stands where the old one stood, or null. */
  readonly facade: { readonly path: string; readonly text: string } | null;
  readonly parts: readonly { readonly path: string; readonly text: string }[];
  /** Of the old file's telling lines, those that stand in parts. */
  readonly moved: number;
}

/** Fewer lines say nothing about subjects. */
const LEAST_LINES = 200;
/** Of a part, the share of lines that the old file had. */
const VERBATIM = 0.6;
/** Of the old file, the share of lines that left. */
const LEFT = 0.25;
const MOST_PARTS = 60;
/** A commit that touches more files moves whole trees. */
const MOST_FILES = 400;

/** Fewer bytes are no such lines. */
const LEAST_BYTES = 3000;
/** Of the old file, the share of bytes that its successor may have at most: what left must show. */
const MOST_BYTES_LEFT = 0.85;
const COMMITS_AT_ONCE = 400;

interface Candidate {
  readonly commit: ReadCommit;
  readonly file: ChangedFile;
  readonly near: readonly ChangedFile[];
}

/** All divisions of a history, in its order. Sizes are asked for first: few files become so much smaller that they need to be read. */
export function findDivisions(repository: string, commits: readonly ReadCommit[]): Division[] {
  const candidates = commits.flatMap(candidatesOf);
  const sizes = readSizes(repository, [
    ...new Set(candidates.flatMap(({ file }) => [file.before, file.after].filter((blob) => blob !== null))),
  ]);
  const smaller = candidates.filter(({ file }) => {
    const before = sizes.get(file.before!) ?? 0;
    return before >= LEAST_BYTES && (sizes.get(file.after ?? '') ?? 0) <= MOST_BYTES_LEFT * before;
  });
  const found: Division[] = [];
  for (let from = 0; from < smaller.length; from += COMMITS_AT_ONCE) {
    const some = smaller.slice(from, from + COMMITS_AT_ONCE);
    const blobs = some.flatMap(({ file, near }) => [file, ...near]).flatMap(({ before, after }) => [before, after]);
    const texts = readBlobs(repository, [...new Set(blobs.filter((blob) => blob !== null))]);
    found.push(...some.flatMap(({ commit, file, near }) => divisionOf(commit, file, near, texts) ?? []));
  }
  return found;
}

function candidatesOf(commit: ReadCommit): Candidate[] {
  if (commit.files.length > MOST_FILES) return [];
  const added = commit.files.filter(({ before }) => before === null);
  return commit.files
    .filter(({ before, path }) => before !== null && !isTest(path))
    .map((file) => ({ commit, file, near: added.filter((one) => isNear(file.path, one.path)) }))
    .filter(({ near }) => near.length > 0 && near.length <= MOST_PARTS);
}

const isTest = (path: string): boolean =>
  /(^|\/)(tests?|testing|__tests__|spec|benches|examples|vendor|node_modules)\/|(^|\/)(test_|conftest)|[._-](test|spec)\.\w+$|\.d\.ts$/.test(
    path,
  );

const stemOf = (path: string): string => path.replace(/\.\w+$/, '');
const rolePath = (path: string): string => path.replace(/(^|\/)(mod\.rs|__init__\.py|index\.tsx?)$/, '$1');

/** Below the folder of the old file, or beside that folder where the old file is the folder's own. */
function isNear(old: string, added: string): boolean {
  const [one, other] = [grammarOf(old), grammarOf(added)];
  if (!one || !other || languageOf(one) !== languageOf(other) || isTest(added)) return false;
  const folder = dirname(old);
  return folder === '.' || added.startsWith(`${folder}/`) || dirname(added) === dirname(folder);
}

/** Whether an added file stands where the old one stood: `a/mod.rs` for `a.rs`. */
const isFacade = (old: string, added: string): boolean =>
  rolePath(added) !== added && rolePath(added) === `${stemOf(old)}/`;

function divisionOf(
  commit: ReadCommit,
  file: ChangedFile,
  near: readonly ChangedFile[],
  texts: ReadonlyMap<string, string>,
): Division | null {
  const oldText = texts.get(file.before!);
  if (oldText === undefined || oldText.split('\n').length < LEAST_LINES) return null;
  const left = countLines(tellingLines(oldText));
  const total = [...left.values()].reduce((sum, count) => sum + count, 0);
  const { where, facade } = facadeOf(file, near, texts);
  const stayed = facade ? takeLines(tellingLines(facade.text), left) : 0;
  if (total === 0 || (total - stayed) / total < LEFT) return null;
  const others = near.filter((one) => one !== where);
  const { parts, moved } = takeParts(others, texts, left);
  const enough = moved / total >= LEFT && parts.length + (facade && stayed > 0.02 * total ? 1 : 0) >= 2;
  return enough ? { commit, oldPath: file.path, oldText, facade, parts, moved: moved / total } : null;
}

/** What stands where the old file stood, if this copy has its text. */
function facadeOf(
  file: ChangedFile,
  near: readonly ChangedFile[],
  texts: ReadonlyMap<string, string>,
): { where: ChangedFile | undefined; facade: Division['facade'] } {
  const where = file.after === null ? near.find((one) => isFacade(file.path, one.path)) : file;
  const text = where?.after ? texts.get(where.after) : undefined;
  return { where, facade: where && text !== undefined ? { path: where.path, text } : null };
}

/** The new files that hold mostly lines of the old one; these are taken from `left`. */
function takeParts(
  added: readonly ChangedFile[],
  texts: ReadonlyMap<string, string>,
  left: Map<string, number>,
): { parts: Division['parts']; moved: number } {
  const parts: { path: string; text: string }[] = [];
  let moved = 0;
  for (const { path, after } of added) {
    const text = texts.get(after!);
    if (text === undefined) continue;
    const lines = tellingLines(text);
    const trial = new Map(left);
    const found = takeLines(lines, trial);
    if (found < 10 || found < VERBATIM * lines.length) continue;
    for (const [line, count] of trial) left.set(line, count);
    moved += found;
    parts.push({ path, text });
  }
  return { parts, moved };
}
