import { splitRecords } from '../process/run-for-bytes.ts';
import type { ListedFile } from './list-files.ts';
import type { Repository } from './open-repository.ts';
import { runGit } from './run-git.ts';

/** Attributes under which the bytes on disk may differ from the blob, at the same length, although git calls the file clean. */
const CONVERTING = ['ident', 'filter', 'working-tree-encoding'];

const UNSET = [Buffer.from('unspecified'), Buffer.from('unset')];

/**
 * The files whose bytes on disk equal their blob if both are equally long, by git's own bookkeeping: latin1 path -> blob id. Nothing is read
 * but file times. The length matters where git converts ends of lines (`text`, `eol`, core.autocrlf): each that was converted adds or takes
 * away a byte. A file is left out where git may convert otherwise, where it is told not to look, and where it differs from the index.
 */
export async function vouchedBlobs(
  repository: Repository,
  files: readonly ListedFile[],
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  if (overlooksChanges(repository.settings)) return new Map();
  const options = { cwd: repository.root, signal };
  const blobs = new Map<string, string>();
  for (const { path, blob, watched } of files) if (blob !== null && watched) blobs.set(path.toString('latin1'), blob);
  const input = Buffer.from([...blobs.keys()].map((path) => `${path}\0`).join(''), 'latin1');
  const attributes = await runGit(['check-attr', '-z', '--stdin', ...CONVERTING], { ...options, input });
  dropConverted(blobs, attributes);
  if (blobs.size === 0) return blobs;
  // Names are relative to the top folder here, and only here.
  const differing = await runGit(['diff-files', '-z', '--name-only', '--ignore-submodules'], {
    ...options,
    settings: repository.withoutFilters,
  });
  const prefix = Buffer.from(repository.prefix).toString('latin1');
  for (const record of splitRecords(differing)) {
    const path = record.toString('latin1');
    if (path.startsWith(prefix)) blobs.delete(path.slice(prefix.length));
  }
  return blobs;
}

/** @param attributes path, attribute and value of each, NUL behind each of the three */
function dropConverted(blobs: Map<string, string>, attributes: Buffer): void {
  let at = 0;
  const next = (): Buffer => {
    const end = attributes.indexOf(0, at);
    const field = attributes.subarray(at, end === -1 ? attributes.length : end);
    at += field.length + 1;
    return field;
  };
  while (at < attributes.length) {
    const path = next();
    next();
    const value = next();
    if (!isUnset(value)) blobs.delete(path.toString('latin1'));
  }
}

/** Nearly all are: compared as bytes, no string is made of each. */
const isUnset = (value: Buffer): boolean => UNSET.some((word) => word.equals(value));

function overlooksChanges(settings: ReadonlyMap<string, string>): boolean {
  const isOn = (name: string): boolean =>
    !['false', 'no', 'off', '0', ''].includes((settings.get(name) ?? 'false').toLowerCase());
  // checkStat=minimal and trustctime=false make git overlook changes that keep size and time.
  return (
    isOn('core.ignorestat') ||
    settings.get('core.checkstat') === 'minimal' ||
    (settings.has('core.trustctime') && !isOn('core.trustctime'))
  );
}
