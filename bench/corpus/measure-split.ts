import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLines } from '../../src/core/lines.ts';
import type { Sizes } from './row.ts';

/** What `outline --json` says of a unit, as far as it is needed here. */
export interface OutlinedUnit {
  readonly id: string;
  readonly kind: string;
  readonly lines: number;
  readonly uses: readonly { readonly name: string; readonly eager: boolean }[];
}

/** Kinds that no split moves: a facade keeps its imports, macros by textual scope, docs and lists of exports. */
const STAYING = new Set(['use', 'extern-crate', 'macro', 'macro-call', 'import', 'export', 'docstring', 'main']);

/** Names that build tools, star imports or the interpreter look for in the file itself. */
const ANCHORED = new Set(['__all__', '__getattr__', '__dir__', '__version__', '__author__']);

/** A file of this name stands for the module when the split made a folder of it. */
const FACADES = [
  [/^(.*)\.py$/, '$1/__init__.py'],
  [/^(.*)\.rs$/, '$1/mod.rs'],
  [/^(.*)\.(ts|tsx|js|jsx|mjs|mts)$/, '$1/index.$2'],
] as const;

/** Where the facade lies now: the file itself, or `foo/__init__.py`, `foo/mod.rs`, `foo/index.ts`. */
export function facadeOf(root: string, file: string): string {
  if (existsSync(join(root, file))) return file;
  const candidates = FACADES.filter(([of]) => of.test(file)).map(([of, facade]) => file.replace(of, facade));
  const found = candidates.find((path) => existsSync(join(root, path)));
  if (found === undefined) throw new Error(`${file} is gone, and none of ${candidates.join(', ')} is there`);
  return found;
}

/**
 * Measures what the split left on the disk.
 * @param before units of the file, `after` those of the facade
 * @param setBy ids of the units that set the bound
 * @param created the new files, relative to the root
 */
export function measureSplit(
  root: string,
  facade: string,
  { before, after }: { readonly before: readonly OutlinedUnit[]; readonly after: readonly OutlinedUnit[] },
  setBy: readonly string[],
  created: readonly string[],
): Sizes {
  const files = [...new Set([facade, ...created])].map((path) => countLines(readFileSync(join(root, path), 'utf8')));
  const aside = new Set(setBy);
  const movable = before.filter(
    ({ id, kind, lines, uses }) =>
      !aside.has(id) &&
      !STAYING.has(kind) &&
      !isDeclared(kind, lines) &&
      !ANCHORED.has(id.replace(/^\w+ /, '')) &&
      // `if have_ssl: class Secure: …; __all__.append("Secure")`: the list is the facade's.
      !uses.some(({ name, eager }) => eager && name === '__all__'),
  );
  const ids = new Set(movable.map(({ id }) => id));
  const sum = (units: readonly OutlinedUnit[]): number => units.reduce((total, { lines }) => total + lines, 0);
  const total = sum(movable);
  return {
    largest: Math.max(...files),
    files: files.length,
    underForty: files.filter((lines) => lines < 40).length,
    left:
      total === 0 ? 1 : 1 - sum(after.filter(({ id, kind, lines }) => ids.has(id) && !isDeclared(kind, lines))) / total,
  };
}

/** `mod a;` has nothing to move; an inline module has. */
const isDeclared = (kind: string, lines: number): boolean => kind === 'mod' && lines < 4;
