import type { Config } from '../config/config.ts';
import type { ChangeSet } from '../core/change-set.ts';
import { byText } from '../core/compare.ts';
import { RefactorError } from '../core/errors.ts';
import { hashOf } from '../core/hash.ts';
import { renderChangeSet } from '../core/render-change-set.ts';
import { type History, type HistorySource, historyAtHand } from '../git/history.ts';
import type { Tag } from '../git/read-tags.ts';
import { extractFacts, extractFactsFrom } from '../languages/extract-facts.ts';
import type { Fact, FactResult } from '../languages/fact.ts';
import { type Grammar, grammarOf } from '../languages/language.ts';
import { parse } from '../languages/parse.ts';
import type { Syntax } from '../languages/syntax.ts';
import type { Manifests } from './manifests.ts';
import { reasonInWords } from './state-words.ts';
import { createSyntaxCache, type SyntaxCache } from './syntax-cache.ts';
import type { FileEntry, View } from './view.ts';

/** Where a view's content comes from: the disk, a git tree, memory, or another view with a change set on top. */
export interface ViewSource {
  readonly files: readonly FileEntry[];
  /** The text behind an entry; throws RefactorError `file-changed` when the bytes are no longer those of `entry.key`. */
  readonly read: (entry: FileEntry) => string;
  /** What the disk has at a path, whether or not it is an entry; absent where there is no disk. */
  readonly stands?: View['stands'];
  /** Facts that were computed before (workers, cache), by path and fact id; null where there is none. */
  readonly known: (path: string, factId: string) => FactResult<unknown> | null;
  /** Reads the manifests of a set of files; called again for an overlay that touches a manifest. */
  readonly readManifests: (files: readonly FileEntry[], read: (path: string) => string) => Manifests;
  readonly history: History | HistorySource;
  readonly tags?: readonly Tag[] | null;
  readonly config: Config;
  readonly today: string;
  /** Takes results from an earlier run; absent where there is none. */
  readonly kept?: { readonly make: View['remembered']; readonly recall: View['recalled'] };
  /** Shared with the views on top of this one. */
  readonly trees?: SyntaxCache;
}

/** The one implementation of `View`. Texts are kept once read, but for `textOnce`; of syntax trees those that were asked for last. */
export function createView(given: ViewSource): View {
  const source = { ...given, trees: given.trees ?? createSyntaxCache() };
  const { trees } = source;
  const files = [...source.files].sort((a, b) => byText(a.path, b.path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  const computed = new Map<string, FactResult<unknown>>();
  let manifests: Manifests | null = null;
  const manifestFiles = new Set<string>();
  const history = lateHistory(source.history);

  const textOnce = (path: string): string => {
    const kept = texts.get(path);
    if (kept !== undefined) return kept;
    const entry = byPath.get(path);
    if (entry?.state !== 'text') throw unreadable(path, entry);
    return source.read(entry);
  };
  const text = (path: string): string => {
    const content = textOnce(path);
    texts.set(path, content);
    return content;
  };

  const syntax = (path: string, grammar: Grammar = grammarFor(path)): Syntax => trees.get(text(path), grammar, parse);

  const facts = <Value, State>(
    path: string,
    fact: Fact<Value, State>,
    grammar: Grammar = grammarFor(path),
  ): FactResult<Value> => {
    const key = `${fact.id} ${grammar} ${path}`;
    const known = computed.get(key) ?? (grammar === grammarOf(path) ? source.known(path, fact.id) : null);
    if (known) return known as FactResult<Value>;
    const entry = byPath.get(path);
    if (entry?.state !== 'text') return { status: 'failed', reason: entry ? entry.state : 'no such file' };
    const kept = trees.peek(text(path), grammar);
    const wanted = [fact];
    const results = kept ? extractFactsFrom(kept, wanted) : extractFacts(text(path), grammar, wanted);
    const result = results.get(fact.id) ?? {
      status: 'failed' as const,
      reason: `the fact ${fact.id} does not read ${grammar}`,
    };
    computed.set(key, result);
    return result as FactResult<Value>;
  };

  const view: View = {
    files,
    file: (path) => byPath.get(path),
    stands: standsIn(source, byPath),
    text,
    textOnce,
    syntax,
    facts,
    get manifests() {
      manifests ??= source.readManifests(files, (path) => {
        manifestFiles.add(path);
        return text(path);
      });
      return manifests;
    },
    get manifestFiles() {
      void view.manifests;
      return [...manifestFiles];
    },
    get history() {
      return history.read();
    },
    historyMark: history.mark,
    tags: source.tags ?? null,
    config: source.config,
    today: source.today,
    remembered: (name, make) => source.kept?.make(name, make) ?? make(view),
    recalled: (name) => source.kept?.recall(name) ?? null,
    overlay: (changeSet) => overlayView(source, view, changeSet),
  };
  return view;
}

const lateHistory = (history: History | HistorySource): HistorySource =>
  'read' in history ? history : historyAtHand(history);

function standsIn(source: ViewSource, byPath: ReadonlyMap<string, FileEntry>): View['stands'] {
  let folders: ReadonlySet<string> | null = null;
  return (path) => {
    if (byPath.has(path)) return 'file';
    folders ??= foldersOf(source.files);
    return folders.has(path) ? 'folder' : (source.stands?.(path) ?? null);
  };
}

function foldersOf(files: readonly FileEntry[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path } of files)
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (found.has(folder)) break;
      found.add(folder);
    }
  return found;
}

function overlayView(source: ViewSource, below: View, changeSet: ChangeSet): View {
  const rendered = renderChangeSet(changeSet, below.text);
  const entries = new Map(below.files.map((file) => [file.path, file]));
  const texts = new Map<string, string>();
  const movedFrom = new Map<string, FileEntry>();
  for (const file of rendered) {
    if (file.kind === 'deleted') entries.delete(file.path);
    else if (file.kind === 'moved') {
      const from = below.file(file.from)!;
      movedFrom.set(file.path, from);
      entries.set(file.path, { ...from, path: file.path, grammar: grammarOf(file.path) });
    } else {
      const mode = file.mode ?? entries.get(file.path)?.mode ?? 0o644;
      texts.set(file.path, file.text);
      entries.set(file.path, textEntry(file.path, file.text, mode));
    }
  }
  const { kept: _ofTheDisk, ...rest } = source;
  return createView({
    ...rest,
    files: [...entries.values()],
    read: (entry) => texts.get(entry.path) ?? below.text(movedFrom.get(entry.path)?.path ?? entry.path),
    known: (path, factId) => (texts.has(path) || movedFrom.has(path) ? null : source.known(path, factId)),
  });
}

/** The entry of a text that is at hand. */
export const textEntry = (path: string, text: string, mode = 0o644): FileEntry => ({
  path,
  grammar: grammarOf(path),
  bytes: Buffer.byteLength(text),
  mode,
  state: 'text',
  key: hashOf(text),
});

function grammarFor(path: string): Grammar {
  const grammar = grammarOf(path);
  if (grammar) return grammar;
  throw new RefactorError({
    code: 'unknown-language',
    what: `${path} is not a Rust, Python, JavaScript or TypeScript file`,
    why: 'its extension names none of these languages',
    whatToDo: 'Name a file ending in .rs, .py, .ts, .tsx, .js or a relative of these.',
  });
}

const unreadable = (path: string, entry: FileEntry | undefined): RefactorError =>
  new RefactorError({
    code: entry && entry.state !== 'text' ? `file-${entry.state}` : 'file-not-found',
    what: entry ? `${path} cannot be read as text` : `${path} is not a file of this workspace`,
    why: entry ? reasonInWords(entry.state) : 'no such file was found, or git ignores it',
    whatToDo: entry
      ? 'Name another file, or convert this one to UTF-8 text.'
      : 'Check the path; it is relative to the workspace.',
  });
