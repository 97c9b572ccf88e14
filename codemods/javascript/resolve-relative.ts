import { dirname, join } from 'node:path/posix';
import type { CodemodFile } from '../define-file-codemod.ts';

/** In the order in which TypeScript and bundlers look. */
const EXTENSIONS = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

export interface Resolved {
  /** From the workspace's root. */
  readonly path: string;
  /** It was named without its extension, as a folder, or as it is. */
  readonly how: 'bare' | 'folder' | 'whole';
}

/** The file that a relative specifier names; a reason where that is not certain. */
export function resolveRelative(file: CodemodFile, specifier: string): Resolved | string {
  const target = join(dirname(file.path), specifier);
  const ending = specifier === '.' || specifier === '..' || specifier.endsWith('/') || specifier.endsWith('/..');
  if (!ending && file.exists(target) === 'file') return { path: target, how: 'whole' };
  const source = sourceOfWritten(file, target);
  if (source !== null) return { path: source, how: 'whole' };
  const found = ending ? [] : EXTENSIONS.filter((extension) => file.exists(`${target}${extension}`) === 'file');
  if (found.length > 0) return one(found, (extension) => ({ path: `${target}${extension}`, how: 'bare' }), specifier);
  if (file.exists(target) !== 'folder') return `${specifier} names no file`;
  if (file.exists(join(target, 'package.json')) !== null) return `${specifier} is a package of its own`;
  const index = EXTENSIONS.filter((extension) => file.exists(join(target, `index${extension}`)) === 'file');
  if (index.length === 0) return `${specifier} names no file`;
  return one(index, (extension) => ({ path: join(target, `index${extension}`), how: 'folder' }), specifier);
}

/** `./a.js` may be written for a file `./a.ts`. */
function sourceOfWritten(file: CodemodFile, target: string): string | null {
  const written = /^(.*)\.([mc]?)jsx?$/.exec(target);
  if (written === null) return null;
  const [, stem, kind] = written;
  const found = [`.${kind}ts`, ...(kind === '' ? ['.tsx'] : [])].map((extension) => `${stem}${extension}`);
  return found.find((path) => file.exists(path) === 'file') ?? null;
}

/** A declaration beside its own source is no second meaning. */
function one(found: readonly string[], make: (extension: string) => Resolved, specifier: string): Resolved | string {
  const sources = found.filter((extension) => extension !== '.d.ts');
  if (sources.length > 1) return `${specifier} names several files: ${sources.join(', ')}`;
  return make(sources[0] ?? found[0]!);
}
