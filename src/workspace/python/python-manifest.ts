import type { Table } from '../manifest-files.ts';
import type { SetupCfg } from './read-setup-cfg.ts';

/** What the three files of one folder say. */
export interface PythonManifest {
  readonly dir: string;
  readonly pyproject: Table | null;
  readonly setupCfg: SetupCfg | null;
  readonly setupPy: string | null;
}
