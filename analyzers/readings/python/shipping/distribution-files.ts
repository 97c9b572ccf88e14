import type { Table } from '../../../../src/workspace/manifest-files.ts';
import type { SetupCfg } from '../../../../src/workspace/python/read-setup-cfg.ts';
import type { View } from '../../../../src/workspace/view.ts';

/** What the manifests of one distribution say, read from a view. */
export interface DistributionFiles {
  readonly view: View;
  /** Its folder, '' for the workspace itself. */
  readonly dir: string;
  readonly pyproject: Table | null;
  /** Its pyproject.toml cannot be read. */
  readonly broken: boolean;
  readonly setupCfg: SetupCfg | null;
  /** Path of its setup.py, or null. */
  readonly setupPy: string | null;
}

/** Whether a file of the distribution's folder (a path from there) is in its wheel; null where the manifests do not tell. */
export type Ships = (path: string) => boolean | null;

/** A setting that lets some files of a distribution through and holds others back, from its wheel or its source distribution. */
export interface Sieve {
  /** The setting, as its manifest calls it. */
  readonly by: string;
  /** By paths from the distribution. */
  readonly lets: (path: string) => boolean;
}
