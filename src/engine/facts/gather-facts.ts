import { hashOf } from '../../core/hash.ts';
import type { OnProgress } from '../../core/progress.ts';
import type { Fact, FactResult } from '../../languages/fact.ts';
import { type Grammar, grammarOf, languageOf } from '../../languages/language.ts';
import type { FoundFile } from '../../workspace/discover-files.ts';
import {
  type FileState,
  isKeyOf,
  keyOfLink,
  readBytes,
  stateOfBytes,
  stateWithoutReading,
} from '../../workspace/read-content.ts';
import type { FileEntry } from '../../workspace/view.ts';
import { type FactCache, factKind, openFactCache } from './fact-cache.ts';
import type { TextFacts } from './facts-of-text.ts';
import type { FileJob } from './job-queue.ts';
import { type KnownFiles, knownFiles } from './known-files.ts';
import { mapFiles } from './map-files.ts';
import type { PackEntry } from './pack.ts';

export interface GatherOptions {
  readonly root: string;
  readonly found: readonly FoundFile[];
  readonly facts: readonly Fact[];
  readonly workers: number;
  readonly cacheDir: string | null;
  readonly onProgress: OnProgress;
  /** Called with each file once its facts are there, in any order: for faces that show results while the rest is read. */
  readonly onFile?: (path: string, known: GatheredFacts['known']) => void;
  readonly signal?: AbortSignal;
  /** Facts that another machine computed, by content: they count as cached. */
  readonly given?: readonly PackEntry[];
}

export interface GatheredFacts {
  /** Has more facts of some of the files at hand: they are in `known` then. A file whose bytes are others by now gets none. */
  readonly gather: (paths: readonly string[], facts: readonly Fact[]) => Promise<void>;
  /** The facts of all these files, as another run can be given them. */
  readonly entries: () => PackEntry[];
  /** One entry for each file that was found. */
  readonly files: readonly FileEntry[];
  readonly known: (path: string, factId: string) => FactResult<unknown> | null;
  readonly timings: { readonly read: number; readonly parse: number; readonly facts: number; readonly cache: number };
  readonly counts: {
    readonly sources: number;
    readonly fromCache: number;
    readonly read: number;
    readonly nodes: number;
  };
}

interface Content {
  readonly state: FileState;
  readonly key: string;
  readonly bytes: Buffer | null;
}

/** The length of a blob and the state of its bytes: `1234 text`. */
const STATE_KIND = 'state@2';

/** Looks at every file: its state, its key, and the facts of its content, from the cache or computed now. */
export async function gatherFacts(options: GatherOptions): Promise<GatheredFacts> {
  const { root, found, facts, onProgress, signal } = options;
  const timings = { read: 0, parse: 0, facts: 0, cache: 0 };
  const counts = { sources: 0, fromCache: 0, read: 0, nodes: 0 };
  const timed = <T>(phase: 'read' | 'cache', work: () => T): T => {
    const began = performance.now();
    const result = work();
    timings[phase] += performance.now() - began;
    return result;
  };
  const cache = timed('cache', () => openFactCache(options.cacheDir, root));
  for (const { key, kind, bytes } of options.given ?? []) cache.put(key, kind, bytes);
  const files: FileEntry[] = [];
  const byPath = new Map<string, FileEntry>();
  const kinds = new Map(facts.map((fact) => [fact.id, factKind(fact)]));
  const known = reviveFrom(cache, kinds, byPath);
  const before = timed('cache', () => knownFiles(options.cacheDir, root, [...kinds.values()], cache));
  let done = 0;
  const step = (path: string): void => {
    onProgress({ type: 'step', phase: 'facts', done: ++done, total: found.length, path });
    options.onFile?.(path, known);
  };

  const read = (path: string): Buffer | null => {
    counts.read += 1;
    return readBytes(root, path);
  };

  /** The files whose facts must be computed; the others are completed on the way. */
  function* jobs(): Generator<FileJob> {
    for (const file of found) {
      const grammar = grammarOf(file.path);
      const { content, missing } = knownContent(before, file, grammar) ?? lookInto(file, grammar);
      const { state, key, bytes } = content;
      const entry = { path: file.path, grammar, bytes: bytes?.length ?? file.bytes, mode: file.mode, state, key };
      files.push(entry);
      byPath.set(entry.path, entry);
      if (grammar && state === 'text') counts.sources += 1;
      if (!grammar || state !== 'text' || bytes === null || missing.length === 0) {
        if (grammar && state === 'text') counts.fromCache += 1;
        step(file.path);
      } else yield { path: file.path, key, grammar, bytes, facts: missing };
    }
  }
  const lookInto = (file: FoundFile, grammar: Grammar | null): Looked => {
    const content = timed('read', () => lookAt(file, root, cache, read));
    const missing = grammar && content.state === 'text' ? missingFacts(content.key, grammar) : [];
    const unread = missing.length > 0 && content.bytes === null;
    return { content: unread ? timed('read', () => reread(file, content, read)) : content, missing };
  };
  const missingFacts = (key: string, grammar: Grammar, among = facts): Fact[] =>
    timed('cache', () =>
      among.filter(
        (fact) => fact.languages.includes(languageOf(grammar)) && !cache.get(`${key} ${grammar}`, factKind(fact)),
      ),
    );
  const take = (job: FileJob, result: TextFacts): void => {
    timings.parse += result.parseMs;
    timings.facts += result.factsMs;
    counts.nodes += result.nodes;
    for (const fact of job.facts) {
      const json = result.results.get(fact.id);
      if (json !== undefined) cache.put(`${job.key} ${job.grammar}`, factKind(fact), Buffer.from(json));
    }
  };

  onProgress({ type: 'phase', phase: 'facts', total: found.length });
  await mapFiles(jobs(), { workers: options.workers, signal }, (job, result) => {
    take(job, result);
    step(job.path);
  });
  /** What is saved beside the new is what this run has asked for; files that were known have asked for nothing. */
  const askForAll = (): void => {
    for (const { key } of files) if (key.startsWith('git:')) cache.get(key, STATE_KIND);
    entriesOf(files, kinds, cache);
  };
  timed('cache', () => {
    cache.save(askForAll);
    before.keep(files);
  });
  onProgress({ type: 'done', phase: 'facts' });

  /** The files among some whose facts must be computed. */
  function* moreJobs(paths: readonly string[], more: readonly Fact[]): Generator<FileJob> {
    for (const path of paths) {
      const { key, grammar, state } = byPath.get(path)!;
      const missing = grammar && state === 'text' ? missingFacts(key, grammar, more) : [];
      const bytes = missing.length === 0 ? null : readBytes(root, path);
      if (grammar && bytes !== null && isKeyOf(key, bytes)) yield { path, key, grammar, bytes, facts: missing };
    }
  }
  const gather: GatheredFacts['gather'] = async (paths, more) => {
    for (const fact of more) kinds.set(fact.id, factKind(fact));
    await mapFiles(moreJobs(paths, more), { workers: options.workers, signal }, take);
    timed('cache', () => {
      cache.save(askForAll);
      // The list names the cache that it was made of.
      before.keep(files);
    });
  };

  return { files, timings, counts, known, gather, entries: () => entriesOf(files, kinds, cache) };
}

/** Stands out here: a function that is made among the maps of a run keeps them all, and this one gets as old as the view. */
const NOTHING_KNOWN = (): null => null;

/** Facts as they are asked for: each is read from the cache once. Where none were asked for, nothing of the cache is kept. */
function reviveFrom(
  cache: FactCache,
  kinds: ReadonlyMap<string, string>,
  byPath: ReadonlyMap<string, FileEntry>,
): GatheredFacts['known'] {
  return kinds.size === 0 ? NOTHING_KNOWN : revivedFrom(cache, kinds, byPath);
}

function revivedFrom(
  cache: FactCache,
  kinds: ReadonlyMap<string, string>,
  byPath: ReadonlyMap<string, FileEntry>,
): GatheredFacts['known'] {
  const revived = new Map<string, FactResult<unknown>>();
  return (path, factId) => {
    const cached = revived.get(`${factId} ${path}`);
    if (cached) return cached;
    const file = byPath.get(path);
    const kind = kinds.get(factId);
    const json = file && kind !== undefined ? cache.get(`${file.key} ${file.grammar}`, kind) : null;
    if (!json) return null;
    const result = JSON.parse(json.toString('utf8')) as FactResult<unknown>;
    revived.set(`${factId} ${path}`, result);
    return result;
  };
}

interface Looked {
  readonly content: Content;
  /** Facts that must be computed. */
  readonly missing: readonly Fact[];
}

function knownContent(before: KnownFiles, file: FoundFile, grammar: Grammar | null): Looked | null {
  const state = before.stateOf(file, grammar);
  return state && { content: { state, key: `git:${file.blob}`, bytes: null }, missing: [] };
}

type Read = (path: string) => Buffer | null;

function lookAt(file: FoundFile, root: string, cache: FactCache, read: Read): Content {
  const state = stateWithoutReading(file);
  if (state) return { state, key: state === 'symlink' ? keyOfLink(root, file.path) : '', bytes: null };
  const vouched = file.blob === null ? null : `git:${file.blob}`;
  const kept = vouched === null ? undefined : cache.get(vouched, STATE_KIND)?.toString('latin1');
  if (vouched !== null && kept?.startsWith(`${file.bytes} `))
    return { state: kept.slice(`${file.bytes} `.length) as FileState, key: vouched, bytes: null };
  const bytes = read(file.path);
  if (!bytes) return { state: 'unreadable', key: '', bytes: null };
  const seen = stateOfBytes(bytes);
  // Trusted only once its bytes were seen to be the blob; a file that was written a moment ago is known by its bytes.
  if (vouched === null || !isKeyOf(vouched, bytes)) return { state: seen, key: hashOf(bytes), bytes };
  cache.put(vouched, STATE_KIND, Buffer.from(`${bytes.length} ${seen}`));
  return { state: seen, key: vouched, bytes };
}

function reread(file: FoundFile, content: Content, read: Read): Content {
  const bytes = read(file.path);
  if (!bytes) return { state: 'unreadable', key: '', bytes: null };
  const key = isKeyOf(content.key, bytes) ? content.key : hashOf(bytes);
  return { state: stateOfBytes(bytes), key, bytes };
}

const entriesOf = (files: readonly FileEntry[], kinds: ReadonlyMap<string, string>, cache: FactCache): PackEntry[] =>
  files.flatMap(({ key, grammar }) =>
    [...kinds.values()].flatMap((kind) => {
      const bytes = grammar === null ? null : cache.get(`${key} ${grammar}`, kind);
      return bytes ? [{ key: `${key} ${grammar}`, kind, bytes }] : [];
    }),
  );
