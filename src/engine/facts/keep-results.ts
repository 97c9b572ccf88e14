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

type Remember = <Result>(view: View, name: string, make: (view: View) => Result) => Result;

/**
 * Keeps results of pure functions of a view between runs, one a name, with a list of what each has read. A result is taken again only where
 * all of that stands as it did, for the same code and configuration.
 */
export function resultKeeper(store: BlobStore): Remember {
  return (view, name, make) => {
    const tool = hashOf(`${gateFingerprint()}\n${JSON.stringify(view.config)}`);
    const file = `${name.replaceAll(/[^\w-]+/g, '-')}.json`;
    const kept = readKept(store, file);
    if (kept !== null && kept.tool === tool && markOf(view, kept.reads) === kept.mark) return kept.result as never;
    const watching = watchView(view);
    const result = make(watching.view);
    const reads = listReads(watching.reads);
    if (reads === null) return result;
    const entry: Kept = { tool, reads, mark: markOf(view, reads), result };
    store.write(file, Buffer.from(JSON.stringify(entry)));
    return result;
  };
}

/** The store has checked the bytes; what another version of the tool wrote differs in `tool`. */
function readKept(store: BlobStore, file: string): Kept | null {
  const bytes = store.read(file);
  return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as Kept);
}
