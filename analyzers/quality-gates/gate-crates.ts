import type { Crate } from '../../src/workspace/manifests.ts';
import type { View } from '../../src/workspace/view.ts';
import { isFixture } from '../gate/is-fixture.ts';

/** Workspaces of their own below tests and examples are input of tests; fuzz targets want a compiler of their own. */
const APART = /(?:^|\/)(?:(?:tests?|examples?)\/.+|fuzz)$/;

/** The crates that pull requests can be held to. */
export const gateCrates = (view: View): Crate[] =>
  view.manifests.crates.filter(
    ({ dir, cargoRoot }) => !isFixture(dir) && !isFixture(cargoRoot) && !APART.test(cargoRoot),
  );
