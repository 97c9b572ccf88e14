import type { DistributionFiles, Sieve } from './distribution-files.ts';
import { matchesPath } from './name-patterns.ts';

/** What a line of MANIFEST.in says of the files that it names. */
interface Line {
  readonly takes: boolean;
  readonly names: (path: string) => boolean;
}

/**
 * The lines of MANIFEST.in in their order, on files that setuptools takes by itself: its exclusions hold modules back from the source
 * distribution too.
 */
export function manifestIn({ view, dir }: DistributionFiles): Sieve[] {
  const path = dir === '' ? 'MANIFEST.in' : `${dir}/MANIFEST.in`;
  if (view.file(path)?.state !== 'text') return [];
  const lines = view
    .text(path)
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => lineOf(line) ?? []);
  return [{ by: path, lets: (one) => lines.findLast(({ names }) => names(one))?.takes ?? true }];
}

function lineOf(text: string): Line | null {
  const [command = '', ...words] = text
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .split(/\s+/);
  const found = /^(global-|recursive-)?(include|exclude)$|^(graft|prune)$/.exec(command);
  if (!found || words.length === 0) return null;
  const takes = found[2] === 'include' || found[3] === 'graft';
  const [folder, ...below] = words;
  const patterns =
    found[1] === 'recursive-'
      ? below.map((one) => `/${folder}/**/${one}`)
      : words.map((one) => (found[1] === 'global-' ? `/**/${one}` : `/${one}`));
  const isFolder = found[3] !== undefined;
  return {
    takes,
    // A pattern of files does not name what lies in a folder of that name.
    names: (path) => patterns.some((one) => matchesPath(isFolder ? `${one}/**` : one, path)),
  };
}
