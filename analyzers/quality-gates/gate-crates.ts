import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';
import { manifestTable } from '../workspace-lints/read-lints.ts';
import type { Lane } from './lanes.ts';

/** Workspaces of their own below tests, examples and documentation are input of those; fuzz targets want a compiler of their own. */
const APART = /(?:^|\/)(?:(?:tests?|examples?|docs?)\/.+|fuzz)$/;

/** The crates that pull requests can be held to. */
export const gateCrates = (view: View): Crate[] =>
  view.manifests.crates.filter(
    ({ dir, cargoRoot }) => !isFixture(dir) && !isFixture(cargoRoot) && !APART.test(cargoRoot),
  );

/** The crates that a lane can hold: doctests are only in libraries that others can link. */
export const laneCrates = (view: View, lane: Lane): Crate[] =>
  gateCrates(view).filter((crate) => lane !== 'doctest' || hasDoctests(view, crate));

function hasDoctests(view: View, { manifest, targets }: Crate): boolean {
  if (!targets.some(({ kind }) => kind === 'lib')) return false;
  const lib = manifestTable(view, manifest)?.lib;
  if (typeof lib !== 'object' || lib === null) return true;
  const { 'crate-type': types, doctest } = lib as { readonly 'crate-type'?: unknown; readonly doctest?: unknown };
  const isLinked = (type: unknown): boolean => type === 'lib' || type === 'rlib' || type === 'proc-macro';
  return doctest !== false && (!Array.isArray(types) || types.some(isLinked));
}
