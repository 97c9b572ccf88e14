import type { FactResult } from '../../languages/fact.ts';
import type { FileEntry } from '../../workspace/view.ts';
import type { FactCache } from './fact-cache.ts';

type Known = (path: string, factId: string) => FactResult<unknown> | null;

/** Stands out here: a function that is made among the maps of a run keeps them all, and this one gets as old as the view. */
const NOTHING_KNOWN = (): null => null;

/** Facts as they are asked for: each is read from the cache once. Where none were asked for, nothing of the cache is kept. */
export function reviveFrom(
  cache: FactCache,
  kinds: ReadonlyMap<string, string>,
  byPath: ReadonlyMap<string, FileEntry>,
): Known {
  return kinds.size === 0 ? NOTHING_KNOWN : revivedFrom(cache, kinds, byPath);
}

function revivedFrom(
  cache: FactCache,
  kinds: ReadonlyMap<string, string>,
  byPath: ReadonlyMap<string, FileEntry>,
): Known {
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
