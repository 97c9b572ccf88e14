import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse } from '../../src/languages/parse.ts';
import { type Found, readTree } from './read-tree.ts';

/** What syn says of a file. */
type Told = Found | { readonly error: string; readonly line?: number };

export interface Compared {
  readonly path: string;
  /**
   * `equal`: both read the same. `partial`: ours met what it does not understand, and says so. `lost`: ours says that it understood all, and
   * reads something else. `rejected`: syn does not take the file, and neither do we. `accepted`: only syn does not take it.
   */
  readonly verdict: 'equal' | 'partial' | 'lost' | 'rejected' | 'accepted';
  /** The first thing that differs, or the first place that is not understood. */
  readonly why: string;
}

const BATCH = 200;

/** Reads files by both parsers. */
export function compareFiles(oracle: string, paths: readonly string[]): Compared[] {
  const compared: Compared[] = [];
  for (let at = 0; at < paths.length; at += BATCH) {
    const some = paths.slice(at, at + BATCH);
    const run = spawnSync(oracle, { input: `${some.join('\n')}\n`, encoding: 'utf8', maxBuffer: 2 ** 30 });
    if (run.status !== 0) throw new Error(`${oracle}: ${run.stderr || run.error}`);
    const lines = run.stdout.trimEnd().split('\n');
    compared.push(...some.map((path, i) => compareOne(path, JSON.parse(lines[i]!) as Told)));
  }
  return compared;
}

function compareOne(path: string, told: Told): Compared {
  const text = readFileSync(path, 'utf8');
  const syntax = parse(text, 'rust');
  const [error] = syntax.errors;
  const place = error === undefined ? '' : placeOf(text, syntax.start[error]!);
  if ('error' in told)
    return error === undefined
      ? { path, verdict: 'accepted', why: `${told.line ?? 0}: ${told.error}` }
      : { path, verdict: 'rejected', why: told.error };
  if (error !== undefined) return { path, verdict: 'partial', why: place };
  const difference = firstDifference(told, readTree(syntax));
  return difference === null ? { path, verdict: 'equal', why: '' } : { path, verdict: 'lost', why: difference };
}

const VERBATIM = 'verbatim ';

/** syn gives back some items as bare tokens: functions without a body outside of traits, above all. It keeps the `r#` of names. */
function isSame(said: string | undefined, ours: string | undefined): boolean {
  const theirs = said?.replace(/\br#/g, '');
  return (
    theirs === ours ||
    (theirs?.endsWith(VERBATIM) === true && ours?.startsWith(theirs.slice(0, -VERBATIM.length)) === true)
  );
}

function placeOf(text: string, offset: number): string {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return `${line}: ${(text.split('\n')[line - 1] ?? '').trim().slice(0, 100)}`;
}

function firstDifference(theirs: Found, ours: Found): string | null {
  const items = Math.max(theirs.items.length, ours.items.length);
  for (let i = 0; i < items; i++)
    if (!isSame(theirs.items[i], ours.items[i]))
      return `item ${i + 1}: ${ours.items[i] ?? 'nothing'}, by syn ${theirs.items[i] ?? 'nothing'}`;
  // What stands in bare tokens is counted by us alone.
  const bare = theirs.items.filter((item) => item.endsWith(VERBATIM)).length;
  for (const what of Object.keys({ ...theirs.counts, ...ours.counts }).sort())
    if (
      theirs.counts[what] !== ours.counts[what] &&
      !(what === 'fn' && (ours.counts.fn ?? 0) - (theirs.counts.fn ?? 0) <= bare)
    )
      return `${ours.counts[what] ?? 0} times ${what}, by syn ${theirs.counts[what] ?? 0}`;
  return null;
}
