import { byText } from '../core/compare.ts';
import { hashOf } from '../core/hash.ts';
import type { FileEntry, View } from './view.ts';

/** What a function of a view has looked at. It goes on growing while results that read late are used. */
export interface Reads {
  /** Files whose entry, text, tree or facts were asked for, those that are not there among them. */
  readonly paths: Set<string>;
  readonly stands: Set<string>;
  readonly whole: Set<Whole>;
  /** Of results that were made once and used by several. */
  readonly parts: Set<Reads>;
}

/** What is compared as a whole. `unknown`: something that no mark is made of, such as an overlay. */
type Whole = 'files' | 'manifests' | 'history' | 'tags' | 'today' | 'unknown';

/** All reads by name, without doubles; null where a mark cannot cover them. */
export interface ReadList {
  readonly paths: readonly string[];
  readonly stands: readonly string[];
  readonly whole: readonly Exclude<Whole, 'unknown'>[];
}

interface Watched {
  readonly base: View;
  readonly reads: Reads;
}

const watched = new WeakMap<View, Watched>();

/** The same view, which notes what is asked of it. The configuration is not noted: whoever keeps results compares it anyway. */
export function watchView(view: View): { readonly view: View; readonly reads: Reads } {
  const base = unwatched(view);
  const reads: Reads = { paths: new Set(), stands: new Set(), whole: new Set(), parts: new Set() };
  const noted = <T, Answer>(set: Set<T>, one: T, answer: () => Answer): Answer => {
    set.add(one);
    return answer();
  };
  let files: readonly FileEntry[] | null = null;
  const watching: View = {
    get files() {
      reads.whole.add('files');
      files ??= base.files.map((entry) => watchedEntry(entry, reads));
      return files;
    },
    file: (path) => noted(reads.paths, path, () => base.file(path)),
    stands: (path) => noted(reads.stands, path, () => base.stands(path)),
    text: (path) => noted(reads.paths, path, () => base.text(path)),
    textOnce: (path) => noted(reads.paths, path, () => base.textOnce(path)),
    syntax: (path, grammar) => noted(reads.paths, path, () => base.syntax(path, grammar)),
    facts: (path, fact, grammar) => noted(reads.paths, path, () => base.facts(path, fact, grammar)),
    get manifests() {
      return noted(reads.whole, 'manifests', () => base.manifests);
    },
    get manifestFiles() {
      return noted(reads.whole, 'manifests', () => base.manifestFiles);
    },
    get history() {
      return noted(reads.whole, base.historyMark === null ? 'unknown' : 'history', () => base.history);
    },
    get historyMark() {
      return noted(reads.whole, base.historyMark === null ? 'unknown' : 'history', () => base.historyMark);
    },
    get tags() {
      return noted(reads.whole, 'tags', () => base.tags);
    },
    config: base.config,
    get today() {
      return noted(reads.whole, 'today', () => base.today);
    },
    overlay: (changeSet) => noted(reads.whole, 'unknown', () => base.overlay(changeSet)),
    remembered: (_name, make) => make(watching),
    recalled: () => null,
  };
  watched.set(watching, { base, reads });
  return { view: watching, reads };
}

/** The list of files says which there are; how long one is and what it holds is a read of that file. */
function watchedEntry(entry: FileEntry, { paths }: Reads): FileEntry {
  const { path, grammar, mode, state } = entry;
  return {
    path,
    grammar,
    mode,
    state,
    get bytes() {
      paths.add(path);
      return entry.bytes;
    },
    get key() {
      paths.add(path);
      return entry.key;
    },
  };
}

/** The view that is watched, or the view itself. */
export const unwatched = (view: View): View => watched.get(view)?.base ?? view;

/** Notes that what was made with these reads is used for what a view is watched for. */
export function noteReads(view: View, reads: Reads): void {
  watched.get(view)?.reads.parts.add(reads);
}

export function listReads(reads: Reads): ReadList | null {
  const all = new Set<Reads>();
  const follow = (one: Reads): void => {
    if (all.has(one)) return;
    all.add(one);
    one.parts.forEach(follow);
  };
  follow(reads);
  const joined = <T extends string>(pick: (one: Reads) => ReadonlySet<T>): T[] =>
    [...new Set([...all].flatMap((one) => [...pick(one)]))].sort(byText);
  const whole = joined((one) => one.whole);
  if (whole.includes('unknown')) return null;
  return {
    paths: joined((one) => one.paths),
    stands: joined((one) => one.stands),
    whole: whole as ReadList['whole'],
  };
}

/**
 * Equal for two views where all that the list names is equal.
 * @param manifests the mark of what the manifests say
 */
export function markOf(view: View, { paths, stands, whole }: ReadList, manifests: (view: View) => string): string {
  const marks = [
    ...paths.map((path) => markOfEntry(view.file(path))),
    ...stands.map((path) => view.stands(path) ?? '-'),
    ...whole.map((one) => (one === 'manifests' ? manifests(view) : WHOLE[one](view))),
  ];
  return hashOf(marks.join('\n'));
}

const markOfEntry = (entry: FileEntry | undefined): string =>
  entry === undefined ? '-' : `${entry.state} ${entry.mode} ${entry.bytes} ${entry.key}`;

const listed = new WeakMap<View, string>();

/** Which files there are; taken once of a view, since nearly every list asks for it. */
function markOfFiles(view: View): string {
  const mark =
    listed.get(view) ?? hashOf(view.files.map(({ path, state, mode }) => `${state} ${mode} ${path}`).join('\n'));
  listed.set(view, mark);
  return mark;
}

const WHOLE: Readonly<Record<Exclude<Whole, 'unknown' | 'manifests'>, (view: View) => string>> = {
  files: markOfFiles,
  history: ({ historyMark }) => `${historyMark}`,
  tags: ({ tags }) => JSON.stringify(tags),
  today: ({ today }) => today,
};
