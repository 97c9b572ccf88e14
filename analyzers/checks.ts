import { boundary } from './boundary/index.ts';
import { bridge } from './bridge/index.ts';
import { clientHardening } from './client-hardening/index.ts';
import { contracts } from './contracts/index.ts';
import { dependencyPolicy } from './dependency-policy/index.ts';
import type { Check } from './gate/check.ts';
import { ownership } from './ownership/index.ts';
import { qualityGates } from './quality-gates/index.ts';
import { readmes } from './readmes/index.ts';
import { release } from './release/index.ts';
import { workspaceLints } from './workspace-lints/index.ts';

/** The checks of the gate beside the budget, in the order in which they are shown. */
export const CHECKS: readonly Check[] = [
  workspaceLints,
  readmes,
  qualityGates,
  dependencyPolicy,
  release,
  bridge,
  boundary,
  contracts,
  ownership,
  clientHardening,
];

/** Every name that `check` takes. */
export const CHECK_NAMES: readonly string[] = ['budget', ...CHECKS.map(({ id }) => id)];
