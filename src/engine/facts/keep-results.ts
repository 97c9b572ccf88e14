import type { BlobStore } from '../../core/blob-store.ts';
import { hashOf } from '../../core/hash.ts';
import type { View } from '../../workspace/view.ts';
import { listReads, markOf, type ReadList, watchView } from '../../workspace/watch-view.ts';
import { gateFingerprint } from './extractor-fingerprint.ts';

interface Kept {
  /** Of this tool's code and of the configuration. */
  readonly tool: string;
  readonly reads: ReadList;
  /** Of what was read, as it stood then. */
  readonly mark: string;
  readonly result: unknown;
}

interface Keeper {
  make<Result>(view: View, name: string, make: (view: View) => Result): Result;
  /** What is kept and still holds, or null. */
  recall<Result>(view: View, name: string): Result | null;
}

/**
 * Keeps results of pure functions of a view between runs, one a name, with a list of what each has read. A result is taken again only where
 * all of that stands as it did, for the same code and configuration.
 */
export function resultKeeper(store: BlobStore): Keeper {
  const tools = new WeakMap<View, string>();
  const toolOf = (view: View): string => {
    const tool = tools.get(view) ?? hashOf(`${gateFingerprint()}\n${JSON.stringify(view.config)}`);
    tools.set(view, tool);
    return tool;
  };
  const manifests = manifestMarks(store, toolOf);
  const stillHolds = (view: View, name: string): Kept | null => {
    const kept = readKept(store, fileOf(name));
    const holds = kept !== null && kept.tool === toolOf(view) && markOf(view, kept.reads, manifests) === kept.mark;
    return holds ? kept : null;
  };
  return {
    recall: (view, name) => (stillHolds(view, name)?.result ?? null) as never,
    make(view, name, make) {
      const kept = stillHolds(view, name);
      if (kept !== null) return kept.result as never;
      const watching = watchView(view);
      const result = make(watching.view);
      const reads = listReads(watching.reads);
      if (reads === null) return result;
      write(store, fileOf(name), { tool: toolOf(view), reads, mark: markOf(view, reads, manifests), result });
      return result;
    },
  };
}

const fileOf = (name: string): string => `${name.replaceAll(/[^\w-]+/g, '-')}.json`;

const MANIFESTS = 'manifests.json';

/** The mark of what manifests say is kept too: by it they need not be read where the files that say it stand as they did. */
function manifestMarks(store: BlobStore, toolOf: (view: View) => string): (view: View) => string {
  const known = new WeakMap<View, string>();
  return (view) => {
    const mark = known.get(view) ?? manifestMark(store, view, toolOf(view));
    known.set(view, mark);
    return mark;
  };
}

function manifestMark(store: BlobStore, view: View, tool: string): string {
  const kept = readKept(store, MANIFESTS);
  if (kept !== null && kept.tool === tool && markOf(view, kept.reads, noneReadThem) === kept.mark)
    return String(kept.result);
  const result = hashOf(JSON.stringify(view.manifests));
  const reads: ReadList = { paths: view.manifestFiles, stands: [], whole: ['files'] };
  write(store, MANIFESTS, { tool, reads, mark: markOf(view, reads, noneReadThem), result });
  return result;
}

const noneReadThem = (): never => {
  throw new Error('manifests are not made of manifests');
};

/** The store has checked the bytes; what another version of the tool wrote differs in `tool`. */
function readKept(store: BlobStore, file: string): Kept | null {
  const bytes = store.read(file);
  return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as Kept);
}

const write = (store: BlobStore, file: string, kept: Kept): void =>
  store.write(file, Buffer.from(JSON.stringify(kept)));
