import type { OnProgress } from '../../core/progress.ts';
import type { Fact, FactResult } from '../../languages/fact.ts';
import { type Grammar, grammarOf, languageOf } from '../../languages/language.ts';
import type { FoundFile } from '../../workspace/discover-files.ts';
import { isKeyOf, readBytes } from '../../workspace/read-content.ts';
import type { FileEntry } from '../../workspace/view.ts';
import { type FactCache, factKind, openFactCache } from './fact-cache.ts';
import type { TextFacts } from './facts-of-text.ts';
import type { FileJob } from './job-queue.ts';
import { type KnownFiles, knownFiles } from './known-files.ts';
import { type Content, lookAt, reread, STATE_KIND } from './look-at-file.ts';
import { mapFiles } from './map-files.ts';
import type { PackEntry } from './pack.ts';
import { reviveFrom } from './revive-facts.ts';

export interface GatherOptions {
  readonly root: string;
  readonly found: readonly FoundFile[];
  readonly facts: readonly Fact[];
  readonly workers: number;
  readonly cacheDir: string | null;
  /** The workspace whose cache is used, which keeps its own list of files; absent: this one. */
  readonly cacheOf?: string;
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

/** A run under way. */
interface Gathering {
  readonly options: GatherOptions;
  readonly cache: FactCache;
  readonly before: KnownFiles;
  readonly files: FileEntry[];
  readonly byPath: Map<string, FileEntry>;
  /** The kind that each fact is kept as, by the fact's id. */
  readonly kinds: Map<string, string>;
  readonly timings: { read: number; parse: number; facts: number; cache: number };
  readonly counts: { sources: number; fromCache: number; read: number; nodes: number };
}

/** Looks at every file: its state, its key, and the facts of its content, from the cache or computed now. */
export async function gatherFacts(options: GatherOptions): Promise<GatheredFacts> {
  const { found, onProgress, workers, signal } = options;
  const run = begun(options);
  const { cache, kinds, files, timings, counts } = run;
  const known = reviveFrom(cache, kinds, run.byPath);
  let done = 0;
  const step = (path: string): void => {
    onProgress({ type: 'step', phase: 'facts', done: ++done, total: found.length, path });
    options.onFile?.(path, known);
  };
  onProgress({ type: 'phase', phase: 'facts', total: found.length });
  await mapFiles(jobsOf(run, step), { workers, signal }, (job, result) => {
    take(run, job, result);
    step(job.path);
  });
  save(run);
  onProgress({ type: 'done', phase: 'facts' });
  const gather: GatheredFacts['gather'] = async (paths, more) => {
    for (const fact of more) kinds.set(fact.id, factKind(fact));
    await mapFiles(moreJobs(run, paths, more), { workers, signal }, (job, result) => take(run, job, result));
    save(run);
  };
  return { files, timings, counts, known, gather, entries: () => entriesOf(files, kinds, cache) };
}

function begun(options: GatherOptions): Gathering {
  const { root, cacheDir, cacheOf = root } = options;
  const timings = { read: 0, parse: 0, facts: 0, cache: 0 };
  const cache = timed(timings, 'cache', () => openFactCache(cacheDir, cacheOf));
  for (const { key, kind, bytes } of options.given ?? []) cache.put(key, kind, bytes);
  const kinds = new Map(options.facts.map((fact) => [fact.id, factKind(fact)]));
  const before = timed(timings, 'cache', () => knownFiles(cacheDir, cacheOf, [...kinds.values()], cache));
  const counts = { sources: 0, fromCache: 0, read: 0, nodes: 0 };
  return { options, cache, before, files: [], byPath: new Map(), kinds, timings, counts };
}

function timed<T>(timings: Gathering['timings'], phase: 'read' | 'cache', work: () => T): T {
  const began = performance.now();
  const result = work();
  timings[phase] += performance.now() - began;
  return result;
}

/** The files whose facts must be computed; the others are completed on the way. */
function* jobsOf(run: Gathering, complete: (path: string) => void): Generator<FileJob> {
  const { files, byPath, counts } = run;
  for (const file of run.options.found) {
    const grammar = grammarOf(file.path);
    const { content, missing } = knownContent(run.before, file, grammar) ?? lookInto(run, file, grammar);
    const { state, key, bytes } = content;
    const entry = { path: file.path, grammar, bytes: bytes?.length ?? file.bytes, mode: file.mode, state, key };
    files.push(entry);
    byPath.set(entry.path, entry);
    const isSource = grammar !== null && state === 'text';
    if (isSource) counts.sources += 1;
    if (isSource && bytes !== null && missing.length > 0) {
      yield { path: file.path, key, grammar, bytes, facts: missing };
      continue;
    }
    if (isSource) counts.fromCache += 1;
    complete(file.path);
  }
}

/** The files among some whose facts must be computed. */
function* moreJobs(run: Gathering, paths: readonly string[], more: readonly Fact[]): Generator<FileJob> {
  for (const path of paths) {
    const { key, grammar, state } = run.byPath.get(path)!;
    const missing = grammar && state === 'text' ? missingFacts(run, key, grammar, more) : [];
    const bytes = missing.length === 0 ? null : readBytes(run.options.root, path);
    if (grammar && bytes !== null && isKeyOf(key, bytes)) yield { path, key, grammar, bytes, facts: missing };
  }
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

function lookInto(run: Gathering, file: FoundFile, grammar: Grammar | null): Looked {
  const { root, facts } = run.options;
  const read = (path: string): Buffer | null => {
    run.counts.read += 1;
    return readBytes(root, path);
  };
  const content = timed(run.timings, 'read', () => lookAt(file, root, run.cache, read));
  const missing = grammar && content.state === 'text' ? missingFacts(run, content.key, grammar, facts) : [];
  const isUnread = missing.length > 0 && content.bytes === null;
  return { content: isUnread ? timed(run.timings, 'read', () => reread(file, content, read)) : content, missing };
}

const missingFacts = ({ cache, timings }: Gathering, key: string, grammar: Grammar, among: readonly Fact[]): Fact[] =>
  timed(timings, 'cache', () =>
    among.filter(
      (fact) => fact.languages.includes(languageOf(grammar)) && !cache.get(`${key} ${grammar}`, factKind(fact)),
    ),
  );

function take({ cache, timings, counts }: Gathering, job: FileJob, result: TextFacts): void {
  timings.parse += result.parseMs;
  timings.facts += result.factsMs;
  counts.nodes += result.nodes;
  for (const fact of job.facts) {
    const json = result.results.get(fact.id);
    if (json !== undefined) cache.put(`${job.key} ${job.grammar}`, factKind(fact), Buffer.from(json));
  }
}

function save({ options, files, kinds, cache, before, timings }: Gathering): void {
  /** What is saved beside the new is what this run has asked for; files that were known have asked for nothing. */
  const askForAll = (): void => {
    for (const { key } of files) if (key.startsWith('git:')) cache.get(key, STATE_KIND);
    entriesOf(files, kinds, cache);
  };
  timed(timings, 'cache', () => {
    cache.save(askForAll);
    // The list names the cache that it was made of: it is kept after it.
    if (options.cacheOf === undefined) before.keep(files);
  });
}

const entriesOf = (files: readonly FileEntry[], kinds: ReadonlyMap<string, string>, cache: FactCache): PackEntry[] =>
  files.flatMap(({ key, grammar }) =>
    [...kinds.values()].flatMap((kind) => {
      const bytes = grammar === null ? null : cache.get(`${key} ${grammar}`, kind);
      return bytes ? [{ key: `${key} ${grammar}`, kind, bytes }] : [];
    }),
  );
