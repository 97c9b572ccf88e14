import type { Action } from '../../config/screen/key-table.ts';
import type { State, Step } from '../state/state.ts';
import { APPLY_COMMANDS } from './apply-commands.ts';
import { GENERAL_COMMANDS } from './general-commands.ts';
import { HOTSPOT_COMMANDS } from './hotspot-commands.ts';
import { LAYER_COMMANDS } from './layer-commands.ts';
import { MEND_COMMANDS } from './mend-commands.ts';
import { NAVIGATION_COMMANDS } from './navigation-commands.ts';
import { PLAN_COMMANDS } from './plan-commands.ts';
import { PLAN_FILE_COMMANDS } from './plan-file-commands.ts';

const ALL = {
  ...NAVIGATION_COMMANDS,
  ...GENERAL_COMMANDS,
  ...LAYER_COMMANDS,
  ...HOTSPOT_COMMANDS,
  ...PLAN_COMMANDS,
  ...PLAN_FILE_COMMANDS,
  ...APPLY_COMMANDS,
  ...MEND_COMMANDS,
};

/** What each command makes of the state, and what the runtime has to do then. Pure. */
export const COMMANDS: Readonly<Record<Action, (state: State) => Step>> = ALL;
