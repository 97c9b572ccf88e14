import type { Crate } from '../../../src/workspace/manifests.ts';
import type { View } from '../../../src/workspace/view.ts';
import { crateOf } from './crate-of.ts';

const TARGET = /^\s*\[+\s*(lib|bin|test|example|bench)\s*\]+[^\n]*\n((?!\s*\[)[^\n]*(?:\n|$))*/gm;

/**
 * The edition that a file is compiled under: its package's, but for a target that says another one. Null where targets of one package differ
 * and the file is no root of one: it may belong to either.
 */
export function editionOf(view: View, path: string): Crate['edition'] | null {
  const crate = crateOf(view, path);
  if (crate === null) return null;
  const text = view.file(crate.manifest)?.state === 'text' ? view.text(crate.manifest) : '';
  const targetEditions = [...text.matchAll(TARGET)].flatMap(([section, kind]) => {
    const edition = /^\s*edition\s*=\s*["'](\d+)["']/m.exec(section)?.[1] as Crate['edition'] | undefined;
    const root = /^\s*path\s*=\s*["']([^"']+)["']/m.exec(section)?.[1];
    return edition === undefined ? [] : [{ kind: kind!, root, edition }];
  });
  if (targetEditions.every(({ edition }) => edition === crate.edition)) return crate.edition;
  const target = crate.targets.find((one) => one.path === path);
  const own = targetEditions.find(
    ({ kind, root }) =>
      kind === (target?.kind ?? 'lib') && (root === undefined || target === undefined || path.endsWith(root)),
  );
  const isAlone = crate.targets.every(({ kind }) => kind === 'lib' || kind === 'build');
  if (target !== undefined || isAlone) return own?.edition ?? crate.edition;
  return null;
}
