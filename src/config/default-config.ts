import type { Config } from './config.ts';

/** What holds where no `omni-refactor.toml` says otherwise: the rules of `check` are off until a team sets a ceiling. */
export const DEFAULT_CONFIG: Config = {
  path: null,
  budget: { fileLines: null, functionCognitive: null, moduleLines: null, exceptions: [] },
  exceptions: [],
  qualityGates: { lanes: null },
  readmes: { sections: null, headings: {} },
  boundary: null,
  bridges: [],
  clients: [],
  contracts: [],
  sharedConstants: [],
  ownership: null,
  owners: { paths: [], history: 'off', months: 12, hasMail: false },
  exclude: [],
  screen: { keys: {}, theme: {} },
  python: { interpreter: null },
  rust: { testRunner: null },
};
